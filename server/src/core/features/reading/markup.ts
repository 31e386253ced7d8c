import type { Tag } from '../../model';
import type { SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';

/** What of a tag is markup and no prose. */
export interface TagMarkup {
  /** What stands before the tagged words: a bracket, the opening fence, an HTML start tag. */
  readonly opening?: TextRange;
  /** What stands behind them: the bracket with its attributes, the closing fence, an HTML end tag. */
  readonly closing?: TextRange;
  /** The one of both that a reader should meet the tag at: for a span its end, for what is longer its beginning. */
  readonly main: 'opening' | 'closing';
}

/** More blanks than this are no mere gap before attributes. */
const MOST_BLANKS = 80;

/** Tells the markup of a tag from its words. What has neither brackets nor fences has its attributes behind it. */
export function markupOf({ source }: Tag, document: SyntaxDocument): TagMarkup {
  const { carrier, form, range, contentRange, attributeRange } = source;
  if (form === 'html' || carrier === 'span') {
    return {
      opening: { start: range.start, end: contentRange.start },
      closing: { start: contentRange.end, end: range.end },
      main: carrier === 'div' ? 'opening' : 'closing',
    };
  }
  const { start, end } = attributeRange ?? { start: range.end, end: range.end };
  if (carrier !== 'div') {
    const before = document.slice(Math.max(range.start, start - MOST_BLANKS), start);
    const blanks = /[ \t]*$/.exec(before)?.[0].length ?? 0;
    return { closing: { start: start - blanks, end }, main: 'closing' };
  }
  const behind = document.slice(end, Math.max(end, contentRange.start));
  const fence = /^[ \t]*:*/.exec(behind)?.[0].trimEnd() ?? '';
  return {
    opening: { start: range.start, end: end + fence.length },
    // A div that nothing closes has no fence there.
    ...(contentRange.end < range.end
      ? { closing: { start: contentRange.end, end: range.end } }
      : {}),
    main: 'opening',
  };
}
