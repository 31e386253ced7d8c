import { VOCABULARY } from '../../server/src/core/model';
import { parse } from '../../server/src/core/syntax';
import type { TextRange } from '../../server/src/core/text/range';

/** A manuscript as it was before anything in it was tagged: without brackets, fences and attributes of Warrant's kinds. */
export function withoutTags(text: string): string {
  const cuts: TextRange[] = [];
  for (const { carrier, classes, range, contentRange, attributeRange } of parse(text).elements) {
    if (!classes.some(({ name }) => VOCABULARY.classes.has(name))) continue;
    if (carrier === 'span') {
      cuts.push({ start: range.start, end: contentRange.start });
      cuts.push({ start: contentRange.end, end: range.end });
    } else if (carrier === 'div') {
      cuts.push(line(text, range.start), line(text, range.end - 1));
    } else if (attributeRange) {
      cuts.push({ start: attributeRange.start, end: attributeRange.end });
    }
  }
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}

function line(text: string, offset: number): TextRange {
  const next = text.indexOf('\n', offset);
  return {
    start: text.lastIndexOf('\n', offset - 1) + 1,
    end: next < 0 ? text.length : next + 1,
  };
}
