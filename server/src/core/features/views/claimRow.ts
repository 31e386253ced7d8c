import type { Place } from '../../model';
import {
  attributeOf,
  challengesTo,
  elementOfNode,
  failed,
  premisesOf,
  supportOf,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../../project';
import { contestedClaim } from '../../rules/contestedClaim';
import { missingWarrant } from '../../rules/missingWarrant';
import { unansweredQuestion } from '../../rules/unansweredQuestion';
import { valueParts } from '../attributeValues';
import { findingsOn } from '../findingsOn';
import { attributionOf } from '../grounds';
import { inQuotes, shorten } from '../markdown';
import { nameOf } from '../naming';
import { claimStateOf, isOpenGap, isUnsupported, stateWords } from './claimState';
import { elementRow, leafRow, missingRow, type Row, type RowRole, type RowState } from './row';

/** How much of a text the pointer over a row shows. */
const LONG = 400;

/** How much of a text a row shows. */
const SHORT = 60;

/** The row of a claim: how it stands, and below it what it rests on, what carries it there and what speaks against it. */
export function claimRow(project: Project, claim: Element, { hasType = true } = {}): Row {
  const state = claimStateOf(project, claim);
  const grounds = [
    ...supportRows(project, claim),
    ...citationRows(project, claim),
    ...premiseRows(project, claim),
    ...answerRows(project, claim),
  ];
  const against = challengesTo(project, claim).map((link) => linkRow(project, link));
  const children = [
    ...missingRows(project, claim),
    ...grounds,
    ...valueRows(project, claim, 'warrant', 'warrant'),
    ...valueRows(project, claim, 'warrant', 'backing'),
    ...against,
    ...valueRows(project, claim, 'rebuttal', 'rebuttal'),
    ...restatementRows(project, claim),
  ];
  const status = valueOf(claim, 'status') ?? '';
  const description = [
    hasType ? (valueOf(claim, 'type') ?? '') : '',
    stateWords(state),
    status === 'assumed' || status === 'defeated' ? status : '',
    inNumbers(grounds, against.length),
    attributeOf(claim, 'qualifier')?.text ?? '',
  ];
  const number = attributeOf(claim, 'label')?.text;
  const name = nameOf(claim);
  // The number often begins the words as well.
  const isNumbered = number !== undefined && !name.replace(/^“/, '').startsWith(number);
  return elementRow('claim', claim, description, children, {
    label: isNumbered ? `${number} ${name}` : name,
    tooltip: tooltipOf(claim, [valueOf(claim, 'type') ?? '', stateWords(state) || (state ?? '')]),
    isOpen: false,
    ...(state ? { state } : {}),
  });
}

/** The words of an element and its id, with what else is to be said of it on a line below. */
export function tooltipOf({ text, id, kind }: Element, details: readonly string[]): string {
  const words = text === '' ? `unnamed ${kind}` : inQuotes(shorten(text, LONG));
  const more = details.filter((detail) => detail !== '').join(' · ');
  return [id === undefined ? words : `${words} (#${id})`, more].filter(Boolean).join('\n');
}

/** The process-tracing tests on a link with their results: `hoop passed`. */
function testsOf({ tests }: Link): string {
  const results = { pass: ' passed', fail: ' failed' } as const;
  return tests.map(({ test, result }) => `${test}${result ? results[result] : ''}`).join(', ');
}

/** `2 evidence, 1 premise, 1 against`. */
function inNumbers(grounds: readonly Row[], against: number): string {
  const number = (noun: string, ...roles: readonly RowRole[]): string => {
    const found = grounds.filter(({ role }) => roles.includes(role)).length;
    const plural = noun === 'evidence' || found === 1 ? noun : `${noun}s`;
    return found === 0 ? '' : `${found} ${plural}`;
  };
  return [
    number('evidence', 'evidence'),
    number('citation', 'work'),
    number('premise', 'premise'),
    number('answer', 'claim'),
    against === 0 ? '' : `${against} against`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function missingRows(project: Project, claim: Element): Row[] {
  const { place } = claim;
  const note = attributeOf(claim, 'note');
  return [
    ...(isOpenGap(project, claim) && note
      ? [leafRow('gap', shorten(note.text, LONG), 'admitted gap', { place: note.place })]
      : []),
    ...(isUnsupported(project, claim) ? [missingRow(lacking(claim), place)] : []),
    ...(findingsOn(project, claim, unansweredQuestion).some(({ stage }) => stage === undefined)
      ? [missingRow('no claim answers it', place)]
      : []),
    ...(findingsOn(project, claim, missingWarrant).length > 0
      ? [missingRow('no warrant', place)]
      : []),
    ...(findingsOn(project, claim, contestedClaim).length > 0
      ? [missingRow('nothing is said of what speaks against it', place)]
      : []),
  ];
}

function lacking(claim: Element): string {
  switch (valueOf(claim, 'type')) {
    case 'background':
      return 'no citation';
    case 'finding':
      return 'neither evidence nor premise';
    default:
      return 'neither evidence nor premise nor citation';
  }
}

function supportRows(project: Project, claim: Element): Row[] {
  return supportOf(project, claim).map((link) => linkRow(project, link));
}

/** A piece of evidence or a work that bears on a claim, with the tests that it was put to. */
function linkRow(project: Project, link: Link): Row {
  const { from, declarations, kind } = link;
  const isAgainst = kind === 'challenges' || failed(link);
  const role: RowRole = isAgainst ? 'counter-evidence' : 'evidence';
  const state = resultOf(link);
  const words = [isAgainst ? 'against' : '', testsOf(link)];
  const evidence = elementOfNode(from);
  const details = state ? { state } : {};
  if (evidence) {
    const said = attributionOf(project, evidence) ?? '';
    const tooltip = tooltipOf(evidence, [said, ...words]);
    return elementRow(role, evidence, [...words, said], [], { ...details, tooltip });
  }
  const place = declarations[0]?.place;
  const name = from.type === 'citation' ? `@${from.key}` : from.type === 'source' ? from.id : '';
  const description = [...words, 'cited work'].filter((part) => part !== '').join(' · ');
  return leafRow(isAgainst ? role : 'work', name, description, {
    ...details,
    ...(place ? { place } : {}),
  });
}

function resultOf(link: Link): RowState | undefined {
  if (failed(link)) return 'failed';
  return link.tests.some(({ result }) => result === 'pass') ? 'passed' : undefined;
}

/** The works that are cited in the sentence of a claim for which that is enough. */
function citationRows(project: Project, claim: Element): Row[] {
  if (valueOf(claim, 'type') === 'finding') return [];
  const { uri } = claim.place;
  const linked = new Set(
    supportOf(project, claim).map(({ from }) => (from.type === 'citation' ? from.key : '')),
  );
  const places = new Map<string, Place>();
  for (const { key, range } of project.citationsInSentence(claim.place)) {
    if (!linked.has(key) && !places.has(key)) places.set(key, { uri, range });
  }
  return [...places].map(([key, place]) =>
    leafRow('work', `@${key}`, 'cited in its sentence', { place }),
  );
}

function premiseRows(project: Project, claim: Element): Row[] {
  return premisesOf(project, claim).map((premise) => {
    const state = claimStateOf(project, premise);
    return elementRow('premise', premise, ['premise', stateWords(state)], [], {
      tooltip: tooltipOf(premise, ['premise', stateWords(state)]),
      ...(state ? { state } : {}),
    });
  });
}

function answerRows(project: Project, question: Element): Row[] {
  return project.linksTo(question, 'answers').flatMap(({ from }) => {
    const answer = elementOfNode(from);
    if (!answer) return [];
    const state = claimStateOf(project, answer);
    const description = ['answer', stateWords(state)];
    return elementRow('claim', answer, description, [], {
      tooltip: tooltipOf(answer, description),
      ...(state ? { state } : {}),
    });
  });
}

/** The reasons and conditions that an attribute gives, each as it is written or as what it names. */
function valueRows(project: Project, claim: Element, role: RowRole, name: string): Row[] {
  return valueParts(claim, name).map(({ text, reference, place }) => {
    const named = reference?.kind === 'id' ? project.element(reference.target) : undefined;
    if (named) return elementRow(role, named, [name, named.kind]);
    return leafRow(role, shorten(text, LONG), name, { place });
  });
}

function restatementRows(project: Project, claim: Element): Row[] {
  return claim.occurrences.map((tag) => {
    const { uri, text, source } = tag;
    const place = { uri, range: source.contentRange };
    const where = project.inAbstract(place) ? 'restated in the abstract' : 'restated';
    return leafRow('use', inQuotes(shorten(text, SHORT)), where, { place });
  });
}
