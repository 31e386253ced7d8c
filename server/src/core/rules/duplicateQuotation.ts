import {
  perKey,
  attributeOf,
  elementOfNode,
  keysOfText,
  type Element,
  type Grouping,
  type Project,
} from '../project';
import { overlaps } from '../text/range';
import type { Problem, Rule } from './rule';
import { isFaulty } from './shared/faults';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { labelOf, nameOf } from './shared/naming';
import { NONE } from './shared/problems';

/** Fewer words than this are said by many. */
const MIN_WORDS = 4;

/** As many words two people do not say alike. */
const UNMISTAKABLE_WORDS = 8;

/** With so many pieces of the same words, each told from the others, a further one is compared. */
const MOST_ORIGINALS = 32;

/** Reports a quotation that is tagged as evidence twice. */
export const duplicateQuotation: Rule = {
  id: 'duplicate-quotation',
  severity: 'information',
  scope: 'element',
  kinds: ['evidence'],
  isFarReaching: true,
  documentation: {
    summary:
      'A quotation that is tagged as two pieces of evidence counts twice in every table and matrix, as if two people had said it. The rule reports evidence whose words are those of an earlier piece from the same source; punctuation and case do not matter. Where the quotation is shown again on purpose, mark the second one with `ref=` and the id of the first.',
    config: `sources:
  - {id: owner, kind: interview}
`,
    bad: `[Joining paid]{.claim #c-pay}: ["You do not read what you cannot
refuse."]{.evidence #e-sign source=owner supports=c-pay} And later,
[power was felt]{.claim #c-power}: ["You do not read what you cannot
refuse."]{.evidence #e-again source=owner supports=c-power}
`,
    good: `[Joining paid]{.claim #c-pay}: ["You do not read what you cannot
refuse."]{.evidence #e-sign source=owner supports=c-pay} And later,
[power was felt]{.claim #c-power}: ["You do not read what you cannot
refuse."]{.evidence ref=e-sign supports=c-power}
`,
  },
  check(element, project) {
    const words = project.groupOf(QUOTATIONS, element);
    if (words === undefined || !isShared(project, words)) return NONE;
    const first = originalOf(project, element);
    return first ? [report(first, element)] : NONE;
  },
  fix(finding, project) {
    const element = elementOfFinding(finding, project);
    const first = project.elements.find(({ key }) => key === finding.data['first']);
    if (!element || first?.id === undefined) return [];
    const title = `Mark it as another occurrence of ${labelOf(first)}`;
    return setOn(project, element, title, { ref: first.id }, { preferred: true });
  },
};

function report(first: Element, again: Element): Problem {
  const hint = first.id === undefined ? 'an id for the first and ref= here' : `ref=${first.id}`;
  return problemOf(
    again,
    `${nameOf(again)} is tagged as evidence already; if it is shown again on purpose, say so with ${hint}`,
    {
      related: [{ message: 'The first time', place: first.place }],
      data: { first: first.key },
    },
  );
}

/** Evidence of the same words, joined by blanks; none that is no quotation, or with which something is wrong. */
const QUOTATIONS: Grouping = {
  kind: 'evidence',
  keyOf(element, project) {
    const words = quotationOf(element);
    return words !== undefined && !isFaulty(project, element, ['source']) ? words : undefined;
  },
};

/** For each piece of evidence with some words that is a quotation once more, the piece that it repeats. */
const repetitionsOf = perKey((project, words: string): ReadonlyMap<Element, Element> => {
  const repetitions = new Map<Element, Element>();
  const originals: Element[] = [];
  const length = words.split(' ').length;
  for (const element of project.elementsAlike(QUOTATIONS, words)) {
    const first = originals.find((other) => isSame(project, other, element, length));
    if (first) repetitions.set(element, first);
    else if (originals.length < MOST_ORIGINALS) originals.push(element);
  }
  return repetitions;
});

/** Whether several pieces have some words. */
const isShared = perKey(
  (project, words: string) => project.elementsAlike(QUOTATIONS, words).length > 1,
);

/** The piece that another one repeats: who asks need not hear of further ones with its words. */
const originalOf = perKey((project, element: Element): Element | undefined => {
  const words = project.groupOf(QUOTATIONS, element);
  return words === undefined ? undefined : repetitionsOf(project, words).get(element);
});

/** The first words of a piece of evidence, where it can be one quotation: they tell it from others, however long. */
function quotationOf(element: Element): string | undefined {
  const carrier = element.tag?.source.carrier;
  if (carrier === 'image' || carrier === 'table' || carrier === 'heading') return undefined;
  const form = attributeOf(element, 'form')?.text ?? 'quote';
  if (form !== 'quote' && form !== 'excerpt') return undefined;
  const words = keysOfText(element.beginning);
  return words.split(' ', MIN_WORDS).length < MIN_WORDS ? undefined : words;
}

/** Whether two pieces with the same words are one quotation, and not one inside the other. */
function isSame(project: Project, first: Element, second: Element, words: number): boolean {
  const nested =
    first.tag !== undefined &&
    second.tag?.uri === first.tag.uri &&
    overlaps(first.tag.source.range, second.tag.source.range);
  if (nested) return false;
  if (words >= UNMISTAKABLE_WORDS) return true;
  const sources = sourcesOf(project, first);
  const others = sourcesOf(project, second);
  return sources.size === 0 || others.size === 0 || [...sources].some((id) => others.has(id));
}

function sourcesOf(project: Project, evidence: Element): Set<string> {
  return new Set(
    project.linksFrom(evidence, 'source').map(({ to }) => {
      if (to.type === 'citation') return `@${to.key}`;
      return to.type === 'source' ? to.id : (elementOfNode(to)?.key ?? '');
    }),
  );
}
