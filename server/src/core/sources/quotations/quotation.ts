import type { TextRange } from '../../text/range';
import { excuseHabits } from './habits';
import type { QuotationLexicon } from './lexicon';
import { Mark, scanWords } from './scan';

/** A word of a quotation. */
export interface QuotedWord extends TextRange {
  readonly key: string;
  readonly spelling: string;
  /** What stands before it; see {@link Mark}. */
  marks: number;
  /** Whether it stands behind brackets in which the author says something, and so in the place of other words. */
  readonly isAfterInsertion: boolean;
  /** The letters that stand outside of brackets, where some stand inside: `t` of `[T]hat`… is `hat`. */
  readonly outside?: string;
}

/** A part of a quotation between marks of what was left out. */
export interface Piece {
  readonly words: readonly QuotedWord[];
}

/** Marks that something was left out, or brackets of the author. */
const MARKS =
  /[[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|–|—|-{1,3})\s*[\])]|…\.?|\.\s?\.\s?\.(?:\s?\.)?|\[[^[\]]*\]/gu;

/** A quotation, read. */
export interface Quotation {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/**
 * Reads a quotation: its words between the marks of what was left out, without what the author says in brackets.
 * @param text without markup, or with what cannot stand in a word
 */
export function readQuotation(text: string, lexicon: QuotationLexicon): Quotation {
  const pieces: Piece[] = [];
  let words: QuotedWord[] = [];
  let isAfterInsertion = false;
  let at = 0;
  const scanTo = (end: number) => {
    scanWords(text, at, end, Mark.Pause, false, (key, start, wordEnd, marks) => {
      words.push({
        key,
        spelling: lexicon.spellingOf(key),
        start,
        end: wordEnd,
        marks,
        isAfterInsertion,
      });
      isAfterInsertion = false;
    });
    at = Math.max(at, end);
  };
  const close = () => {
    if (words.length > 0) pieces.push({ words });
    words = [];
  };
  MARKS.lastIndex = 0;
  for (let match = MARKS.exec(text); match; match = MARKS.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < at) continue;
    if (/^[[(]?\s*[….–—-]/u.test(match[0])) {
      scanTo(start);
      close();
      at = end;
      continue;
    }
    const around = wordAround(text, start, end);
    scanTo(around?.start ?? start);
    if (around) {
      const { word, outside } = around;
      scanWords(word, 0, word.length, 0, false, (key) => {
        const place = { start: around.start, end: around.end };
        words.push({
          key,
          spelling: lexicon.spellingOf(key),
          ...place,
          marks: 0,
          isAfterInsertion,
          outside,
        });
        isAfterInsertion = false;
      });
    } else {
      isAfterInsertion = true;
    }
    at = around?.end ?? end;
    MARKS.lastIndex = at;
  }
  scanTo(text.length);
  close();
  for (const piece of pieces) excuse(piece.words, lexicon);
  return { text, pieces };
}

/** The word of which a part stands in brackets: `[t]he`, `walk[ed]`. */
function wordAround(text: string, start: number, end: number) {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]*(?:['’][\p{L}]+)?/u.exec(text.slice(end, end + 30))?.[0] ?? '';
  const inside = text.slice(start + 1, end - 1);
  if (before + after === '' || !/^\p{L}+$/u.test(inside)) return undefined;
  return {
    word: before + inside + after,
    outside: (before + after).toLowerCase(),
    start: start - before.length,
    end: end + after.length,
  };
}

function excuse(words: readonly QuotedWord[], lexicon: QuotationLexicon): void {
  excuseHabits(
    {
      length: words.length,
      keyAt: (index) => words[index]?.key,
      marksAt: (index) => words[index]?.marks ?? 0,
      excuse: (index) => {
        const word = words[index];
        if (word) word.marks |= Mark.Optional;
      },
    },
    lexicon,
  );
}
