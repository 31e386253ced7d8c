import { attributeName, crossReference, type Vocabulary } from '../../model';
import { visibleText, type Attributed, type SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { cuts, cutsIn } from './cuts';
import { removeHtmlTag } from './htmlRemoval';
import { isBlank, lineAfter, lineBefore, lineEnd, lineStart } from './lines';
import { goesOn } from './divTag';

/**
 * Takes a tag away: its marks, and nothing of its text. What tagging had to change in the text is changed back, which
 * shows in an id that stands before its class (see `marks`). Classes and attributes that are not of the vocabulary stay
 * on their carrier; so does what stands before the kind on a heading or an image, and an id that Quarto numbers.
 */
export function removal(
  document: SyntaxDocument,
  source: Attributed,
  vocabulary: Vocabulary,
): TextEdit[] {
  const { text } = document;
  const tokens = tokensOf(text, source, vocabulary);
  const isWhole = tokens.every(({ isOwn }) => isOwn);
  const own = tokens.filter(({ isOwn }) => isOwn).map(({ range }) => range);
  if (source.form === 'html') return removeHtmlTag(text, source, own, isWhole);
  if (!isWhole) return cutsIn(text, source.attributeRange, own);
  if (source.carrier === 'span') return removeSpan(document, source);
  if (source.carrier === 'div') return removeDiv(text, source);
  return removeBlock(text, source, own);
}

/** A class, an id or an attribute, with its sigil. */
interface Token {
  readonly range: TextRange;
  /** Whether it goes with the tag. */
  readonly isOwn: boolean;
}

function tokensOf(text: string, source: Attributed, vocabulary: Vocabulary): Token[] {
  const { id, classes, attributes, carrier } = source;
  const kinds = classes.filter(({ name }) => vocabulary.classes.has(name));
  const [first] = kinds;
  const meaning = first && vocabulary.classes.get(first.name);
  const known = meaning ? vocabulary.kinds[meaning.kind].attributes : {};
  // A span or a div is there for its tag; anything else was there before.
  const isCarrierOurs = carrier === 'span' || carrier === 'div';
  const isBehind = ({ start }: TextRange): boolean => start > (first?.range.start ?? 0);
  const others: Token[] = [
    ...classes.map(({ name, range }) => ({
      range: withSigil(text, range, '.'),
      isOwn: vocabulary.classes.has(name),
    })),
    ...attributes.map(({ key, range }) => ({
      range,
      isOwn: known[attributeName(key)] !== undefined && (isCarrierOurs || isBehind(range)),
    })),
  ];
  if (!id) return others;
  const isAlone = isCarrierOurs && others.every(({ isOwn }) => isOwn);
  const isOwn = !crossReference(id.value) && (isAlone || isBehind(id.range));
  return [...others, { range: withSigil(text, id.range, '#'), isOwn }];
}

function withSigil(text: string, { start, end }: TextRange, sigil: string): TextRange {
  return { start: text[start - 1] === sigil ? start - 1 : start, end };
}

function removeSpan(document: SyntaxDocument, source: Attributed): TextEdit[] {
  const { range, contentRange, id, classes } = source;
  const { text } = document;
  const isChanged = id !== undefined && id.range.start < (classes[0]?.range.start ?? 0);
  const isBang = isChanged && text.slice(range.start - 2, range.start) === '\\!';
  return cuts([
    ...(isBang ? [{ start: range.start - 2, end: range.start - 1 }] : []),
    { start: range.start, end: contentRange.start },
    ...(isChanged ? unescapes(document, contentRange) : []),
    { start: contentRange.end, end: range.end },
  ]);
}

/** The backslashes before brackets that have no partner among those that have one. */
function unescapes(document: SyntaxDocument, content: TextRange): TextRange[] {
  const { text } = document;
  const { text: shown, offsets } = visibleText(document, content);
  const open: number[] = [];
  const lonely: number[] = [];
  for (let index = 0; index < shown.length; index++) {
    const at = offsets[index] ?? -1;
    // The offset of an escaped character may be that of its backslash.
    const bracket = text[at] === '\\' ? at + 1 : at;
    if (text[bracket - 1] !== '\\' || text[bracket] !== shown[index]) continue;
    if (text[bracket] === '[') open.push(bracket - 1);
    if (text[bracket] === ']' && open.pop() === undefined) lonely.push(bracket - 1);
  }
  return [...lonely, ...open].map((at) => ({ start: at, end: at + 1 }));
}

function removeDiv(text: string, { range, id, classes }: Attributed): TextEdit[] {
  const isChanged = id !== undefined && id.range.start < (classes[0]?.range.start ?? 0);
  const first = lineStart(text, range.start);
  const behind = lineAfter(text, lineEnd(text, range.start));
  const previous = lineBefore(text, first);
  const isGap = isChanged && previous && isBlank(text, previous);
  const start = isGap ? previous.start : first;
  const last = lineStart(text, Math.max(0, range.end - 1));
  const before = lineBefore(text, last);
  const isClosed = before && last > first && /^[\s>]*:{3,}\s*$/.test(text.slice(last, range.end));
  if (!isClosed) return cuts([{ start, end: behind?.start ?? text.length }]);
  const content = behind ? text.slice(behind.start, before.start) : '';
  const inner = isBlank(text, before) && goesOn(content) ? lineBefore(text, before.start) : before;
  const end = Math.max(inner?.end ?? before.end, behind?.start ?? 0);
  return cuts([
    { start, end: behind?.start ?? range.end },
    { start: end, end: lineEnd(text, range.end) },
  ]);
}

/** The braces behind what bears them. What was empty before the tag came stays there, which shows in a space. */
function removeBlock(
  text: string,
  { attributeRange, carrier }: Attributed,
  own: readonly TextRange[],
): TextEdit[] {
  if (!attributeRange) return [];
  const { start, end } = attributeRange;
  if (/^\{\s/.test(text.slice(start, end))) {
    return cuts([{ start: start + 1, end: Math.max(...own.map((range) => range.end)) }]);
  }
  const isApart = carrier === 'heading' || carrier === 'table' || carrier === 'codeblock';
  return cuts([{ start: isApart && text[start - 1] === ' ' ? start - 1 : start, end }]);
}
