import {
  attributeOf,
  challengesTo,
  elementOfNode,
  isSupported,
  needsNoSupport,
  premisesOf,
  supportOf,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../project';
import { citesInOtherWays } from '../rules/shared/citing';
import { isAroundSupport, isOnlyInAbstract } from '../rules/shared/grounds';
import { code, dotted, escapeMarkdown, inQuotes, list, shorten } from './markdown';
import { idLink, mention, nameOf, sourceName } from './naming';

/** How much of an excerpt is shown in a list. */
const EXCERPT = 90;

/** What an element rests on and what speaks against it, as Markdown lists; nothing where there is neither. */
export function groundsOf(project: Project, element: Element): string | undefined {
  const support = supportOf(project, element).map((link) => groundLine(project, link));
  const premises = premisesOf(project, element).map(
    (premise) => `follows from ${mention(project, premise)}`,
  );
  const against = challengesTo(project, element).map((link) => groundLine(project, link));
  const blocks = [
    support.length + premises.length > 0 && `**Rests on**\n${list([...support, ...premises])}`,
    against.length > 0 && `**Against it**\n${list(against)}`,
  ].filter((block) => block !== false);
  return blocks.length > 0 ? blocks.join('\n\n') : undefined;
}

/** Types of claim of which a reader asks what they rest on. */
export const WANTS_GROUNDS: ReadonlySet<string> = new Set([
  'finding',
  'interpretation',
  'proposition',
  'hypothesis',
  'contribution',
]);

/**
 * Whether a claim rests on nothing although it should: its type asks for grounds, and it is neither assumed nor given up.
 * As the rules do, it leaves alone what is only in the abstract, and a passage that holds the claim that has the support.
 */
export function lacksGrounds(project: Project, claim: Element): boolean {
  const type = valueOf(claim, 'type') ?? '';
  return (
    WANTS_GROUNDS.has(type) &&
    !needsNoSupport(claim) &&
    !isSupported(project, claim) &&
    !(type === 'interpretation' && citesInOtherWays(project, claim)) &&
    !isOnlyInAbstract(project, claim) &&
    !isAroundSupport(project, claim)
  );
}

/** Where a piece of evidence comes from, in plain text: informant or work, place in it, date. */
export function attributionOf(project: Project, evidence: Element): string | undefined {
  const origins = project.linksFrom(evidence, 'source').flatMap(({ to }) => {
    if (to.type === 'source') return sourceName(project, to.id);
    return to.type === 'citation' ? `@${to.key}` : [];
  });
  const details = ['loc', 'date'].flatMap((name) => {
    const text =
      attributeOf(evidence, name)?.text ??
      (name === 'date' ? dateOf(project, evidence) : undefined);
    return text ?? [];
  });
  const all = [...new Set(origins), ...details];
  return all.length > 0 ? all.join(', ') : undefined;
}

/** The source type of a piece of evidence, its own or that of its source. */
export function sourceKindOf(project: Project, evidence: Element): string | undefined {
  return valueOf(evidence, 'kind') ?? sourcesOf(project, evidence).find(({ kind }) => kind)?.kind;
}

/** The process-tracing tests on a link, with their results. */
export function testsOf(link: Link): string | undefined {
  if (link.tests.length === 0) return undefined;
  return link.tests
    .map(({ test, result }) => {
      const outcome = result === 'pass' ? ' passed' : result === 'fail' ? ' **failed**' : '';
      return `${test} test${outcome}`;
    })
    .join(', ');
}

function groundLine(project: Project, link: Link): string {
  const evidence = elementOfNode(link.from);
  if (!evidence) {
    const name = link.from.type === 'citation' ? code(`@${link.from.key}`) : '';
    return dotted(name, testsOf(link));
  }
  const text = evidence.text === '' ? '' : inQuotes(shorten(evidence.text, EXCERPT));
  const excerpt = escapeMarkdown(text === '' ? nameOf(evidence) : text);
  const attribution = attributionOf(project, evidence);
  const said = attribution === undefined ? excerpt : `${excerpt} (${escapeMarkdown(attribution)})`;
  return dotted(said, testsOf(link), text === '' ? undefined : idLink(project, evidence));
}

function dateOf(project: Project, evidence: Element): string | undefined {
  return sourcesOf(project, evidence).find(({ date }) => date)?.date;
}

function sourcesOf(project: Project, evidence: Element) {
  return project.linksFrom(evidence, 'source').flatMap(({ to }) => {
    const source = to.type === 'source' ? project.source(to.id) : undefined;
    return source ? [source] : [];
  });
}
