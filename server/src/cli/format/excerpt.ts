import type { LineIndex } from '../../core/text/lineIndex';
import type { TextRange } from '../../core/text/range';

/** A paragraph may stand on one line: of a longer line only the part around the caret is shown. */
const WIDTH = 90;

/** What begins so near the start of its line is shown with what stands before it. */
const NEAR = 10;

type Paint = (text: string) => string;

/** The source line at the start of a range and carets under it, each line with a gutter. */
export function excerpt(
  lines: LineIndex,
  range: TextRange,
  highlight: Paint,
  dim: Paint,
): string[] {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  const full = lines.lineText(start.line);
  const last = end.line === start.line ? end.character : full.length;
  const from = wholeCharacter(full, windowStart(full.length, start.character, last));
  const to = wholeCharacter(full, Math.min(full.length, from + WIDTH));
  const shown = full.slice(from, to);
  const lead = from > 0 ? '…' : '';
  const tail = to < full.length ? '…' : '';
  const line = printable(lead + shown + tail);
  const before = printable(lead + full.slice(from, start.character));
  const marked = printable(
    full.slice(start.character, Math.max(last, start.character + 1)).slice(0, WIDTH),
  );
  const room = Math.max(1, columns(line) - columns(before));
  const carets = '^'.repeat(Math.min(room, Math.max(1, columns(marked))));
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  return [
    ` ${dim(`${number} |`)} ${line}`,
    ` ${dim(`${gutter} |`)} ${' '.repeat(columns(before))}${highlight(carets)}`,
  ];
}

function windowStart(length: number, start: number, end: number): number {
  if (length <= WIDTH || start < NEAR) return 0;
  const centred = end - start < WIDTH ? start - Math.floor((WIDTH - (end - start)) / 3) : start;
  return Math.max(0, Math.min(centred, length - WIDTH));
}

/** An offset that does not split a character of two UTF-16 units. */
function wholeCharacter(text: string, offset: number): number {
  const isSplit = /[\uDC00-\uDFFF]/.test(text.charAt(offset));
  return isSplit && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) ? offset - 1 : offset;
}

/**
 * Text that a terminal shows as it is: tabs become spaces; control characters, which could steer the terminal, and
 * marks that turn the direction of writing, which could hide what is written, become a sign.
 */
export function printable(text: string): string {
  return text.replace(/\t/g, '  ').replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** East Asian wide characters and emoji take two columns. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}])/u;

function columns(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}
