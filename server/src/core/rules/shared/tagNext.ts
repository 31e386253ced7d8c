import { documentAt, leafHolding, sentencesIn, type Element, type Project } from '../../project';

import { slugOf, type Kind } from '../../model';
import type { TextRange } from '../../text/range';
import type { Fix } from '../rule';
import { addToList } from './tagEdits';
import { editTag, joined } from './fixing';
import { prefixedId } from './ids';
import { quoted } from './naming';
import { editFix } from './suggestions';

/** A quotation, with its marks, whose words hold nothing that Pandoc reads as markup. */
const QUOTATION = /(?<=[\s(:—–-])(?:"[^"“”„«»]+"|“[^"“”„«»]+”|„[^"“”„«»]+[“”]|«[^"“”„«»]+»)/u;

/** Text that brackets around it do not change: no markup, no brackets, no link. */
const PLAIN = /^[^[\]{}<>`$\\*_~^|@#]+$/;

/** Fewer words than these are a term between quotation marks. */
const MIN_WORDS = 4;

/** A fix that tags the first quotation behind an element, in the same paragraph, as evidence for it. */
export function tagQuotationAfter(project: Project, supported: Element): Fix[] {
  const rest = restOfParagraph(project, supported);
  const match = rest && QUOTATION.exec(rest.text);
  if (!match || match[0].split(/\s+/).length < MIN_WORDS) return [];
  const start = rest.range.start + match.index;
  const range = { start, end: start + match[0].length };
  return tagFix(project, supported, range, match[0], {
    title: `Tag ${quoted(match[0])} as its evidence`,
    kind: 'evidence',
    inverse: { attribute: 'supports', own: 'evidence' },
  });
}

/** A fix that tags the sentence behind an element, in the same paragraph, as the first step of it. */
export function tagStepAfter(project: Project, mechanism: Element): Fix[] {
  const sentence = sentenceAfter(project, mechanism);
  if (!sentence) return [];
  return tagFix(project, mechanism, sentence.range, sentence.text, {
    title: `Tag ${quoted(sentence.text)} as its first step`,
    kind: 'step',
    inverse: { attribute: 'of' },
    more: ' n=1',
  });
}

interface Plan {
  readonly title: string;
  readonly kind: Kind;
  /** The attribute of the new tag that names the element, and the one of the element that names the new tag. */
  readonly inverse: { readonly attribute: string; readonly own?: string };
  readonly more?: string;
}

/** Puts brackets around a text that is no markup, and links the new tag with the element. */
function tagFix(
  project: Project,
  element: Element,
  { start, end }: TextRange,
  text: string,
  { title, kind, inverse: { attribute, own }, more = '' }: Plan,
): Fix[] {
  const { uri } = element.place;
  const id = prefixedId(project, kind, slugOf(text) || '1');
  const wrap = (attributes: string) => [
    { range: { start, end: start }, newText: '[' },
    { range: { start: end, end }, newText: `]{.${kind} #${id}${attributes}${more}}` },
  ];
  if (!PLAIN.test(text)) return [];
  if (element.id !== undefined) {
    return [editFix(title, { uri }, wrap(` ${attribute}=${element.id}`))];
  }
  if (own === undefined) return [];
  return joined(title, [
    [editFix(title, { uri }, wrap(''))],
    editTag(project, element, title, (all, source) => addToList(all, source, own, [id])),
  ]);
}

/** What stands in a paragraph behind a tagged span. */
function restOfParagraph(project: Project, { tag }: Element) {
  const file = tag && project.file(tag.uri);
  if (!file || tag.source.carrier !== 'span' || tag.source.context !== 'body') return undefined;
  const document = documentAt(file, tag.source.range);
  const leaf = leafHolding(document, tag.source.range);
  if (!leaf || leaf.range.end <= tag.source.range.end) return undefined;
  const range = { start: tag.source.range.end, end: leaf.range.end };
  return { document, leaf, range, text: document.slice(range.start, range.end) };
}

/** The sentence behind the one that holds an element, without its full stop. */
function sentenceAfter(project: Project, element: Element) {
  const rest = restOfParagraph(project, element);
  if (!rest) return undefined;
  const { document, leaf, range } = rest;
  const sentence = sentencesIn(document, leaf).find(({ start }) => start >= range.start);
  if (!sentence) return undefined;
  const written = document.slice(sentence.start, sentence.end);
  const text = written.trim().replace(/[.]$/, '');
  const start = sentence.start + written.indexOf(text);
  return { range: { start, end: start + text.length }, text };
}
