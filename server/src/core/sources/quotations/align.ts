import { standsFor } from './fold';
import type { QuotedWord } from './quotation';
import type { QuotationIndex } from './quotationIndex';
import { Mark } from './scan';

/** What an alignment does: words of both, one instead of another, one of the source left out, one of the quotation put in. */
export type Op =
  | { readonly type: 'same' | 'other'; readonly quoted: number; readonly said: number }
  | { readonly type: 'left-out'; readonly said: number }
  | { readonly type: 'put-in'; readonly quoted: number };

/** Words of a quotation laid beside words of a text. */
export interface Alignment {
  readonly ops: readonly Op[];
  /** The words of the text that it reaches over. */
  readonly start: number;
  readonly end: number;
}

/** What each difference costs, in hundredths of a word. */
const COST = {
  alike: 4,
  other: 90,
  /** A number instead of another one, or in other words. */
  number: 75,
  putIn: 95,
  /** At an end of the quotation, a word of the next sentence of the source instead of one of the quotation. */
  otherBeyond: 100,
  /** To begin leaving words out, and each of them: a long cut costs less than as many single ones. */
  leaveOut: 70,
  each: 11,
  /** Of what may be missing. */
  optional: 1,
  /** Of a number in words, behind its figures. */
  spelledOut: 5,
  /** Where the author says something in brackets instead. */
  replaced: 2,
};

const FAR = 1 << 28;

/** How the best way to a cell goes on backwards. */
const Step = { Same: 1, Other: 2, PutIn: 3, FromGap: 4, Open: 5, Extend: 6 } as const;

/**
 * The cheapest way to lay words of a quotation beside words of a text, where it may begin and end anywhere in these.
 * Leaving out costs by the gap (Gotoh 1982).
 */
export function align(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  from: number,
  to: number,
): Alignment {
  const rows = words.length + 1;
  const columns = to - from + 1;
  const steps = new Uint8Array(rows * columns);
  const gaps = new Uint8Array(rows * columns);
  let above = new Int32Array(columns);
  let here = new Int32Array(columns);
  const numbers = words.map(({ key }) => index.numberOf(key));
  const values = index.lexicon.numbers;
  for (let row = 1; row < rows; row++) {
    const word = words[row - 1];
    if (!word) break;
    const putIn = (word.marks & Mark.Optional) !== 0 ? COST.optional : COST.putIn;
    const isReplaced = words[row]?.isAfterInsertion === true;
    here[0] = (above[0] ?? 0) + putIn;
    steps[row * columns] = Step.PutIn;
    let gap = FAR;
    const number = numbers[row - 1] ?? -1;
    const isFigure = values.isTelling(word.key);
    for (let column = 1; column < columns; column++) {
      const said = from + column - 1;
      const at = row * columns + column;
      const isOptional = index.isOptional(said);
      // Leaving out the word of the text before this column, behind this word of the quotation.
      const isSpelledOut = isFigure && !isOptional && values.belongs(index.keyAt(said) ?? '');
      const each = isOptional
        ? COST.optional
        : isReplaced
          ? COST.replaced
          : isSpelledOut
            ? COST.spelledOut
            : COST.each;
      const first = isOptional || isReplaced || isSpelledOut ? each : COST.leaveOut + each;
      const opened = (here[column - 1] ?? FAR) + first;
      const extended = gap + each;
      gap = Math.min(opened, extended);
      gaps[at] = opened <= extended ? Step.Open : Step.Extend;
      const costOfPair =
        number === index.wordAt(said)
          ? 0
          : isAlike(index, word, said)
            ? COST.alike
            : isBeyond(index, said, row === 1, row === rows - 1)
              ? COST.otherBeyond
              : isFigure && values.isTelling(index.keyAt(said) ?? '')
                ? COST.number
                : COST.other;
      const paired = (above[column - 1] ?? FAR) + costOfPair;
      const added = (above[column] ?? FAR) + putIn;
      let best = paired;
      let step: number = costOfPair >= COST.number ? Step.Other : Step.Same;
      if (added < best) {
        best = added;
        step = Step.PutIn;
      }
      if (gap < best) {
        best = gap;
        step = Step.FromGap;
      }
      here[column] = best;
      steps[at] = step;
    }
    [above, here] = [here, above];
  }
  let column = 0;
  for (let other = 1; other < columns; other++) {
    if ((above[other] ?? FAR) < (above[column] ?? FAR)) column = other;
  }
  return traced(steps, gaps, columns, rows - 1, column, from);
}

/** Whether a word beside the first or the last one of a quotation is of another sentence. */
function isBeyond(index: QuotationIndex, said: number, isFirst: boolean, isLast: boolean): boolean {
  if (isFirst && (index.marksAt(said + 1) & Mark.Sentence) !== 0) return true;
  return isLast && (index.marksAt(said) & Mark.Sentence) !== 0;
}

function traced(
  steps: Uint8Array,
  gaps: Uint8Array,
  columns: number,
  lastRow: number,
  lastColumn: number,
  from: number,
): Alignment {
  const ops: Op[] = [];
  let row = lastRow;
  let column = lastColumn;
  let inGap = false;
  while (row > 0) {
    const at = row * columns + column;
    const said = from + column - 1;
    const quoted = row - 1;
    if (inGap) {
      ops.push({ type: 'left-out', said });
      inGap = gaps[at] === Step.Extend;
      column--;
      continue;
    }
    const step = steps[at];
    if (step === Step.FromGap) {
      inGap = true;
    } else if (step === Step.PutIn) {
      ops.push({ type: 'put-in', quoted });
      row--;
    } else {
      ops.push({ type: step === Step.Same ? 'same' : 'other', quoted, said });
      row--;
      column--;
    }
  }
  return { ops: ops.reverse(), start: from + column, end: from + lastColumn };
}

/** Whether a word of the text is the same, written otherwise. */
export function isAlike(index: QuotationIndex, word: QuotedWord, said: number): boolean {
  const key = index.keyAt(said) ?? '';
  if (word.outside !== undefined) return hasOutside(key, word);
  if (standsFor(word.key, key)) return true;
  if (word.spelling !== index.spellingAt(said)) return false;
  const { lexicon } = index;
  const [own, other] = [word.key, key].map((one) => lexicon.modalOf(one, undefined));
  // "Konnte" is not "könnte".
  return own === undefined || other === undefined || own === other;
}

/** Whether a word has the letters that the author left outside of brackets. */
function hasOutside(key: string, { outside = '' }: QuotedWord): boolean {
  if (outside.length < 2) return key.endsWith(outside) && key.length <= outside.length + 2;
  return key.startsWith(outside) || key.endsWith(outside);
}

/** Words that are all those of the text from one of its words on. */
export function alignedAsIs(words: readonly QuotedWord[], start: number): Alignment {
  return {
    ops: words.map((_, quoted) => ({ type: 'same', quoted, said: start + quoted })),
    start,
    end: start + words.length,
  };
}
