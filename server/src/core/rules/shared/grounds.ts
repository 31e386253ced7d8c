import {
  attributeOf,
  attributesOf,
  elementOfNode,
  failed,
  isAdmittedGap,
  isSupported,
  needsNoSupport,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import type { Finding, Fix, Problem } from '../rule';
import { elementOfFinding, link, problemOf, setOn } from './fixing';
import { isFaulty } from './faults';
import { labelOf, nameOf } from './naming';
import { nearby } from './nearby';
import { holds } from './nesting';
import { tagQuotationAfter } from './tagNext';

/** What a claim says of its own support, and names that are taken for it; a slip in one of these is reported elsewhere. */
const GROUNDS = ['evidence', 'from', 'type', 'status', 'supports', 'source'];

/** Evidence that supports something already is a little less likely to be what is missing. */
const LINKED_PENALTY = 2_000;

/** Whether an element stands in the abstract only, where nothing is argued. */
export function isOnlyInAbstract(project: Project, element: Element): boolean {
  return (
    project.inAbstract(element.place) &&
    element.occurrences.every(({ uri, source: { range } }) => project.inAbstract({ uri, range }))
  );
}

/** Whether a claim is of a type; a type that cannot be read is none. */
export function isOfType(claim: Element, type: string): boolean {
  return claim.kind === 'claim' && valueOf(claim, 'type') === type;
}

/** Whether the author puts a claim forward, and not as an assumption, a gap or something given up. */
export function isAsserted(claim: Element): boolean {
  return (valueOf(claim, 'status') ?? 'asserted') === 'asserted';
}

/** Whether a claim wants support that nothing gives it, and no other rule reports why. */
export function lacksSupport(project: Project, claim: Element): boolean {
  return (
    !needsNoSupport(claim) &&
    !isSupported(project, claim) &&
    !isFaulty(project, claim, GROUNDS) &&
    !isEliminated(project, claim) &&
    !isOnlyInAbstract(project, claim) &&
    !isAroundSupport(project, claim)
  );
}

/**
 * What is to be said of a claim that lacks support: of an admitted gap, that it is still there, in a submission only; of
 * a gap without a note, that the note is missing; of any other claim, the given message.
 */
export function gapProblem(claim: Element, message: string): Problem {
  const name = nameOf(claim);
  const note = attributesOf(claim, 'note').find(({ text }) => text.trim() !== '');
  if (isAdmittedGap(claim) && note) {
    return problemOf(claim, `${name} still needs support: ${note.text.trim()}`, {
      stage: 'submission',
    });
  }
  const status = attributeOf(claim, 'status');
  if (status?.text === 'needs-support') {
    return problemOf(claim, `${name} is said to need support; say in a note what is missing`, {
      place: status.place,
    });
  }
  return problemOf(claim, message);
}

/** The fixes for a claim without support: link what is near, or admit the gap. */
export function supportFixes(finding: Finding, project: Project): Fix[] {
  const claim = elementOfFinding(finding, project);
  if (!claim) return [];
  return [...evidenceFixes(project, claim), ...gapFix(project, claim)];
}

/** The fixes that rest a claim, mechanism or step on a piece of evidence near it, or on a quotation that can be tagged. */
export function evidenceFixes(project: Project, supported: Element): Fix[] {
  return [
    ...evidenceNear(project, supported).flatMap((evidence) =>
      link(
        project,
        `Rest it on ${labelOf(evidence)}`,
        { element: supported, attribute: 'evidence' },
        { element: evidence, attribute: 'supports' },
      ),
    ),
    ...tagQuotationAfter(project, supported),
  ];
}

/** A fix that marks a claim as one that needs support, with a note that says so. */
export function gapFix(project: Project, claim: Element): Fix[] {
  const isNoted = attributesOf(claim, 'note').some(({ text }) => text.trim() !== '');
  const note = isNoted ? {} : { note: 'no support found yet' };
  const values = { status: 'needs-support', ...note };
  return setOn(project, claim, 'Admit the gap: mark it needs-support, with a note', values);
}

/** The evidence near an element that might support it, most likely first. */
function evidenceNear(project: Project, supported: Element): Element[] {
  const links = [
    ...project.linksTo(supported, 'supports'),
    ...project.linksTo(supported, 'challenges'),
  ];
  const judged = new Set(links.map(({ from }) => elementOfNode(from)));
  return nearby(project, supported, (candidate) => {
    if (candidate.kind !== 'evidence' || judged.has(candidate)) return undefined;
    if (valueOf(candidate, 'display') === 'context') return undefined;
    return project.linksFrom(candidate, 'supports').length > 0 ? LINKED_PENALTY : 0;
  });
}

/** Whether a claim failed a test that it had to pass, which is reported as an error of its own. */
export function isEliminated(project: Project, claim: Element): boolean {
  return project
    .linksTo(claim, 'supports')
    .filter(failed)
    .some(({ tests }) =>
      tests.some(
        ({ test, result }) => result === 'fail' && (test === 'hoop' || test === 'doubly-decisive'),
      ),
    );
}

/** Whether the passage or section of a claim holds another claim, which has the support. */
export function isAroundSupport(project: Project, claim: Element): boolean {
  return holds(project, claim, (inner) => inner.kind === 'claim' && isSupported(project, inner));
}
