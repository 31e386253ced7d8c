import type { QuotationLexicon } from './lexicon';
import { Mark } from './scan';

/** Words in their order, as far as habits of speech are looked for in them. */
export interface HabitWords {
  readonly length: number;
  keyAt(index: number): string | undefined;
  marksAt(index: number): number;
  /** Told that a word may be missing. */
  excuse(index: number): void;
}

/** Whether a comma, a stop or an end stands before a word. */
function isCut(words: HabitWords, index: number): boolean {
  return (
    index <= 0 || index >= words.length || (words.marksAt(index) & (Mark.Pause | Mark.Turn)) !== 0
  );
}

/** Finds what is sound or habit in a part of a text, which a careful author leaves out. */
export function excuseHabits(words: HabitWords, lexicon: QuotationLexicon): void {
  for (let index = 0; index < words.length; index++) {
    const key = words.keyAt(index) ?? '';
    if (lexicon.isFiller(key)) {
      words.excuse(index);
      continue;
    }
    for (const phrase of lexicon.asidesFrom(key)) {
      const end = index + phrase.length;
      const isThere = phrase.every((part, offset) => words.keyAt(index + offset) === part);
      if (!isThere || (!isCut(words, end) && !(isCut(words, index) && phrase.length > 1))) continue;
      if (!isCut(words, end) && isQuestionWord(words.keyAt(end))) continue;
      // A comma behind it is not enough: "that is right, and".
      if (!isCut(words, index) && phrase.length === 1 && !isExcused(words, index - 1)) continue;
      for (let at = index; at < end; at++) words.excuse(at);
    }
  }
}

/** Longer words that are said again are an emphasis, or two sentences. */
const LONGEST_REPEAT = 4;

/** Finds what is said and, behind a comma or a dash, said again: "it was, it was a mess". The first time may be missing. */
export function excuseRepeats(words: HabitWords): void {
  for (let index = 2; index < words.length; index++) {
    const marks = words.marksAt(index);
    if ((marks & Mark.Pause) === 0 || (marks & (Mark.Turn | Mark.Sentence)) !== 0) continue;
    for (let length = 2; length <= LONGEST_REPEAT && length <= index; length++) {
      if (!isSaidAgain(words, index, length)) continue;
      for (let at = index - length; at < index; at++) words.excuse(at);
      break;
    }
  }
}

function isSaidAgain(words: HabitWords, index: number, length: number): boolean {
  for (let at = index; at < index + length; at++) {
    const key = words.keyAt(at);
    if (key === undefined || key !== words.keyAt(at - length)) return false;
  }
  return true;
}

function isExcused(words: HabitWords, index: number): boolean {
  return (words.marksAt(index) & Mark.Optional) !== 0;
}

/** "You know what they did" is no habit. */
const QUESTION_WORDS: ReadonlySet<string> = new Set([
  'what',
  'who',
  'how',
  'why',
  'where',
  'when',
  'that',
  'if',
  'whether',
  'wat',
  'wie',
  'hoe',
  'waarom',
  'dat',
  'of',
  'was',
  'wer',
  'dass',
  'ob',
  'que',
  'ce',
  'si',
]);

function isQuestionWord(key: string | undefined): boolean {
  return key !== undefined && QUESTION_WORDS.has(key);
}
