import type { TextRange } from '../../text/range';
import type { PairPiece } from './braces';
import type { BracesAt } from './bracesAt';

/** What an author is writing between braces. */
export interface Spot {
  /** `none` where nothing can follow, as behind a closing quote. */
  readonly type: 'gap' | 'word' | 'class' | 'id' | 'value' | 'none';
  /** The word around the caret; offsets of the file. For `value` that of all of the value. */
  readonly word: TextRange;
  /** The text of the word. */
  readonly whole: string;
  /** What stands of it before the caret. */
  readonly typed: string;
  /** What has to follow the word, so that Pandoc reads what is in the braces. */
  readonly closing: string;
  /** For `value`, whose it is. */
  readonly pair?: PairPiece;
}

/** Tells what an author is writing between braces. */
export function spotIn(braces: BracesAt): Spot {
  const { near, pieces, isClosed } = braces;
  const { text, at, base } = near;
  const piece = pieces.find(({ start, end }) => start < at && at <= end);
  const spot = (type: Spot['type'], start: number, end: number, closing: string): Spot => ({
    type,
    word: { start: base + start, end: base + end },
    whole: text.slice(start, end),
    typed: text.slice(start, at),
    closing,
  });
  if (!piece) {
    const isApart = /[\s{]/.test(text.charAt(at - 1));
    return spot(isApart ? 'gap' : 'none', at, at, closingAt(braces, at));
  }
  if (piece.type === 'pair' && at > piece.keyEnd) return valueSpot(braces, piece);
  // What stands behind the caret is prose, where nothing closes the braces.
  const wordEnd = piece.type === 'pair' ? piece.keyEnd : piece.end;
  const end = isClosed ? wordEnd : at;
  if (piece.type === 'pair') return spot('word', piece.start, end, '');
  return spot(piece.type, piece.start, end, closingAt(braces, end));
}

function valueSpot(braces: BracesAt, pair: PairPiece): Spot {
  const { near, isClosed } = braces;
  const { text, at, base } = near;
  const { value, quote } = pair;
  if (at > value.end || at < value.start) {
    const word = { start: base + at, end: base + at };
    return { type: 'none', word, whole: '', typed: '', closing: '' };
  }
  const end = isClosed || (quote !== '' && pair.isClosed) ? value.end : at;
  const closing = (pair.isClosed ? '' : quote) + closingAt(braces, end);
  return {
    type: 'value',
    word: { start: base + value.start, end: base + end },
    whole: text.slice(value.start, end),
    typed: text.slice(value.start, at),
    // Behind a quote that is there, the brace cannot follow the word.
    closing: quote !== '' && pair.isClosed ? '' : closing,
    pair,
  };
}

/** What a word that ends there needs behind it: the brace that is missing, or a space before what follows. */
function closingAt({ near: { text }, isClosed, isHtml = false }: BracesAt, end: number): string {
  if (!isClosed) return isHtml ? '>' : '}';
  if (isHtml && text.charAt(end) === '>') return '';
  return /[\s}]/.test(text.charAt(end)) ? '' : ' ';
}

/** The end of the value, with its quote; where a brace that is missing belongs. */
export function missingBrace(
  { near: { base }, isClosed }: BracesAt,
  { pair }: Spot,
): number | undefined {
  if (isClosed || !pair || pair.quote === '' || !pair.isClosed) return undefined;
  return base + pair.end;
}
