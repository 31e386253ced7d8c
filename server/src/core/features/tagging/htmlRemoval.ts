import type { Attributed } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { cuts } from './cuts';
import { lineEnd, lineStart } from './lines';

/**
 * Takes a tag away that is written as HTML: its start and end tag, or, where these bear something else as well, what is
 * of the tag.
 * @param own the names, the id and the attributes that go
 * @param isWhole whether nothing else stands in the start tag
 */
export function removeHtmlTag(
  text: string,
  source: Attributed,
  own: readonly TextRange[],
  isWhole: boolean,
): TextEdit[] {
  const { range, contentRange, attributeRange, classes } = source;
  if (!attributeRange) return [];
  if (isWhole) {
    return cuts([
      wholeLine(text, { start: range.start, end: attributeRange.end }),
      wholeLine(text, { start: contentRange.end, end: range.end }),
    ]);
  }
  const isOwn = (one: TextRange): boolean =>
    own.some(({ start, end }) => start === one.start && end === one.end);
  const isClassless = classes.every((token) => isOwn(token.range));
  const [first] = classes;
  return cuts(
    own.map((one) => {
      const isClass = classes.some((token) => token.range.start === one.start);
      if (isClass && !isClassless) return withSpace(text, one);
      return attribute(text, isClass && first ? first.range : one);
    }),
  );
}

/** An attribute of which the value, or all of it, stands in a range, with the white space before it. */
function attribute(text: string, { start, end }: TextRange): TextRange {
  const key = /\s+(?:(?:class|id)\s*=\s*(["']?)[^"'=<>]*)?$/i.exec(text.slice(0, start));
  const quote = key?.[1] ?? '';
  const close = quote === '' ? end : text.indexOf(quote, end) + 1;
  return { start: key ? key.index : start, end: Math.max(close, end) };
}

function withSpace(text: string, { start, end }: TextRange): TextRange {
  if (/\s/.test(text[start - 1] ?? '')) return { start: start - 1, end };
  return { start, end: /\s/.test(text[end] ?? '') ? end + 1 : end };
}

/** The whole line, where nothing else stands on it. */
function wholeLine(text: string, { start, end }: TextRange): TextRange {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const isAlone = (text.slice(from, start) + text.slice(end, to)).trim() === '';
  if (!isAlone) return { start, end };
  const next = text.indexOf('\n', to);
  return { start: from, end: next < 0 ? text.length : next + 1 };
}
