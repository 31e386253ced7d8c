import type { TextRange } from '../../text/range';

/** What stands between quotation marks. */
export interface MarkedQuotation {
  /** Without the marks, and without the blanks that French sets inside them. */
  readonly inside: TextRange;
  /** With the marks. */
  readonly whole: TextRange;
}

/** Marks that open, and those that close each: English, Dutch, German, French, Spanish and Italian. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
  "'": "'",
};

/** These are apostrophes as well, so that what is around them counts. */
const SINGLE: ReadonlySet<string> = new Set(["'", '’', '‘', '‚']);

const LETTER = /[\p{L}\p{N}]/u;

/** The outermost quotations of a text, in order. */
export function markedQuotations(text: string): MarkedQuotation[] {
  const found: MarkedQuotation[] = [];
  /** Marks for which it is known that nothing closes them from here on. */
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    const closers = CLOSERS[mark];
    if (closers === undefined || unclosed.has(mark) || !opens(text, at)) continue;
    const close = closing(text, at, closers);
    if (close === undefined) {
      unclosed.add(mark);
      continue;
    }
    let [start, end] = [at + 1, close];
    while (start < end && text.charAt(start).trim() === '') start++;
    while (end > start && text.charAt(end - 1).trim() === '') end--;
    found.push({ inside: { start, end }, whole: { start: at, end: close + 1 } });
    at = close;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (!SINGLE.has(text.charAt(at))) return !LETTER.test(before);
  return !LETTER.test(before) && /[\p{L}\p{N}[(…"“«]/u.test(text.charAt(at + 1));
}

/** The mark that closes the one at an offset; marks of the same sort may stand inside. */
function closing(text: string, start: number, closers: string): number | undefined {
  const opener = text.charAt(start);
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    const isClose = closers.includes(character) && (!SINGLE.has(character) || closes(text, at));
    if (isClose) {
      if (depth-- === 0) return at;
    } else if (character === opener && opener !== '‘' && opens(text, at)) {
      depth++;
    }
  }
  return undefined;
}

function closes(text: string, at: number): boolean {
  return !LETTER.test(text.charAt(at + 1)) && /[\p{L}\p{N}.,;:!?…)\]]/u.test(text.charAt(at - 1));
}
