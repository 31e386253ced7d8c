import { documentAt } from './around';
import { attributeOf, valueOf, type Element } from './element';
import { elementOfNode, failed, type Link } from './link';
import { perKey } from './perProject';
import type { Project } from './project';
import { citesIn } from './sentences';

/** The links of support to a claim, mechanism or step that hold: no failed test, no evidence that only sets a scene. */
export function supportOf(project: Project, element: Element): Link[] {
  return project.linksTo(element, 'supports').filter(holds);
}

/** Whether a claim, mechanism or step has such a link. */
export function hasSupport(project: Project, element: Element): boolean {
  return project.linksTo(element, 'supports').some(holds);
}

function holds(link: Link): boolean {
  const evidence = elementOfNode(link.from);
  const scene = evidence !== undefined && valueOf(evidence, 'display') === 'context';
  return !failed(link) && !scene;
}

/** The links of counter-evidence to an element, and the links of support on which a test failed. */
export function challengesTo(project: Project, element: Element): Link[] {
  return [
    ...project.linksTo(element, 'challenges'),
    ...project.linksTo(element, 'supports').filter(failed),
  ];
}

/** Whether there are any such links. */
export function isChallenged(project: Project, element: Element): boolean {
  return (
    project.linksTo(element, 'challenges').length > 0 ||
    project.linksTo(element, 'supports').some(failed)
  );
}

/** Whether a claim follows from others. */
export function hasPremise(project: Project, claim: Element): boolean {
  return project.linksFrom(claim, 'premise').some(({ to }) => to.type === 'element');
}

/** The claims that a claim follows from. */
export function premisesOf(project: Project, claim: Element): Element[] {
  return project.linksFrom(claim, 'premise').flatMap(({ to }) => elementOfNode(to) ?? []);
}

/** Whether the sentence of any occurrence of an element cites a work. */
export function citesInSentence(project: Project, element: Element): boolean {
  // The place of a div is its attributes; what it cites stands in its text.
  const tags = element.tag ? [element.tag, ...element.occurrences] : element.occurrences;
  const places = tags.map(({ uri, source }) => ({ uri, range: source.contentRange }));
  return [element.place, ...places].some(({ uri, range }) => {
    const file = project.file(uri);
    return file !== undefined && citesIn(documentAt(file, range), range, file.facts.noteOf);
  });
}

/** Types of claim that rest on the paper's own grounds. */
const GROUNDED: ReadonlySet<string> = new Set([
  'finding',
  'interpretation',
  'proposition',
  'hypothesis',
  'contribution',
]);

/** Whether a claim has evidence, a premise, or, where its type is content with one, a citation in its sentence. */
export const isSupported = perKey((project, claim: Element): boolean => {
  if (hasSupport(project, claim) || hasPremise(project, claim)) return true;
  const type = valueOf(claim, 'type') ?? 'finding';
  if (type === 'finding') return false;
  if (!GROUNDED.has(type) && type !== 'background') return false;
  return citesInSentence(project, claim);
});

/** Whether the author has marked a gap and said what is missing. */
export function isAdmittedGap(claim: Element): boolean {
  const note = attributeOf(claim, 'note')?.text ?? '';
  return valueOf(claim, 'status') === 'needs-support' && note.trim() !== '';
}

/** Whether support is not wanted: a claim that is assumed or given up. */
export function needsNoSupport(claim: Element): boolean {
  const status = attributeOf(claim, 'status')?.text;
  return status === 'assumed' || status === 'defeated';
}
