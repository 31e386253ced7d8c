import { keysOfWord } from './fold';
import { NUMBER_WORDS } from './languages';

/** What stands before a word, or what it is, as bits. */
export const Mark = {
  /** A comma, dash or bracket stands before it. */
  Pause: 1,
  /** A sentence ends before it. */
  Sentence: 2,
  /** Another turn begins with it. */
  Turn: 4,
  /** It is sound, habit, or a remark of who wrote the words down: it may be missing. */
  Optional: 8,
  /** It belongs to the word before it: both are one in the text. */
  Same: 16,
} as const;

/** Told of each word of a text. */
export type WordSink = (key: string, start: number, end: number, marks: number) => void;

/** A word: letters and figures with what stands inside a word, and the apostrophe that short forms begin with. */
const WORD =
  /¿\s?[Nn]o\s?\?|[Nn]o(?<=,\s?[Nn]o)\s?\?|[Pp](?:er|ou?r)[ \u00A0\u202F]ci?ento?(?!\p{L})|(?:['’](?=(?:s|t|n|k|em|cause|til|ne|nen)(?![\p{L}\p{N}'’])))?(?:\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?![\p{L}\p{N}])(?:[.,]\d+)?|\d+\/[1-9]\d?(?![\d/\p{L}])|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|de|ste|er|re|e|x)(?![\p{L}\p{N}]))?|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]*(?:['’][\p{L}\p{M}\p{N}]+)*)|[%€$£]/gu;

const CURRENCIES: Readonly<Record<string, string>> = { '€': 'euro', $: 'dollar', '£': 'pound' };

/** What stands behind an amount, from its end on. */
const MAGNITUDE =
  /[\s\u00A0\u202F-]?(?:(?:m|mn|bn|k)(?![\p{L}\p{N}])|(?:mill|mil(?![\p{L}])|bill|mrd|mio|thousand|duizend|tausend))/iuy;
const CURRENCY_BEHIND = /\s(?:euros?|pounds?|dollars?|dólares|pesos)(?!\p{L})/iuy;
const SHORT_MAGNITUDES: Readonly<Record<string, string>> = {
  m: 'million',
  mn: 'million',
  bn: 'billion',
  k: 'thousand',
};

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** The day behind an English month, from the end of the month on: `March 12`. */
const DAY_BEHIND = /\s(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}%]|[.,:/]\d|\s\d)/uy;
const IS_MONTH = new RegExp(`^${MONTH}$`);
/** What stands between a day and its month: `12th of March`. */
const OF_MONTH = new RegExp(`\\sof(?=\\s${MONTH})`, 'y');
const DATE_BEHIND = new RegExp(`\\s\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTH}`, 'y');

/** A remark of who wrote the words down is no longer than this, in UTF-16 units. */
const LONGEST_REMARK = 40;

/**
 * Reads the words of a part of a text.
 * @param before what stands before the first word
 * @param remarks whether what stands in brackets may be a remark
 */
export function scanWords(
  text: string,
  start: number,
  end: number,
  before: number,
  remarks: boolean,
  sink: WordSink,
): void {
  let marks = before;
  let last = start;
  /** The end of the remark that is being read. */
  let remarkEnd = -1;
  /** A sign of currency, which is read behind its amount: `€3 million` as three million euro. */
  let currency: string | undefined;
  let isNumber = false;
  WORD.lastIndex = start;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    let at = match.index;
    if (at >= end) break;
    let word = match[0];
    if (at !== last + 1 || text.charCodeAt(last) !== 0x20) {
      marks |= gapBefore(text, last, at);
      if (remarks && (marks & Mark.Pause) !== 0 && at >= remarkEnd) {
        remarkEnd = remarkEndAt(text, last, at);
      }
    }
    if (/^p\w+\s/i.test(word) && !isNumber) {
      // "Pour cent euros" is no percentage.
      word = word.slice(0, word.search(/\s/));
      WORD.lastIndex = at + word.length;
    }
    let wordEnd = Math.min(at + word.length, end);
    if (CURRENCIES[word] !== undefined && /^\s?\d/.test(text.slice(wordEnd, wordEnd + 2))) {
      currency = CURRENCIES[word];
      last = wordEnd;
      continue;
    }
    const broken = brokenRest(text, wordEnd, end);
    if (broken !== undefined) {
      word += broken.word;
      wordEnd = broken.end;
      WORD.lastIndex = wordEnd;
    }
    const own = at < remarkEnd ? Mark.Optional : 0;
    const day = IS_MONTH.test(word) ? matchAt(DAY_BEHIND, text, wordEnd) : null;
    if (day && wordEnd + day[0].length <= end) {
      wordEnd += day[0].length;
      WORD.lastIndex = wordEnd;
    }
    const written = currency === undefined ? word : (SHORT_MAGNITUDES[word] ?? word);
    const keys = keysOfWord(CURRENCIES[written] ?? written);
    // Days stand before their months, wherever they are written.
    for (const key of day ? [day[1] ?? '', ...keys] : keys) {
      const isArticle = key === 'the' && matchAt(DATE_BEHIND, text, wordEnd) !== null;
      sink(key, at, wordEnd, marks | own | (isArticle ? Mark.Optional : 0));
      marks = Mark.Same;
    }
    if (currency !== undefined && !matchAt(MAGNITUDE, text, wordEnd)) {
      if (!matchAt(CURRENCY_BEHIND, text, wordEnd)) sink(currency, at, wordEnd, Mark.Same);
      currency = undefined;
    }
    isNumber = /^\d/.test(word) || NUMBER_WORDS.has(word.toLowerCase());
    const between = isNumber ? matchAt(OF_MONTH, text, wordEnd) : null;
    at = wordEnd + (between?.[0].length ?? 0);
    WORD.lastIndex = Math.max(WORD.lastIndex, at);
    marks = 0;
    last = at;
  }
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** What punctuation says that stands between two words. */
function gapBefore(text: string, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) continue;
    // A hyphen between two letters is part of a compound.
    if ((code === 0x2d || code === 0x2010 || code === 0x2011) && end - start === 1) continue;
    if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026) marks |= Mark.Sentence;
    marks |= Mark.Pause;
  }
  return marks;
}

/** The end of the remark that begins between two words, such as `(laughs)` or `[00:12]`; -1 where none does. */
function remarkEndAt(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    if (mark !== '(' && mark !== '[' && mark !== '*') continue;
    const closer = mark === '(' ? ')' : mark === '[' ? ']' : '*';
    const close = text.indexOf(closer, end);
    const isShort = close >= 0 && close - at <= LONGEST_REMARK;
    if (isShort && !/[\n.;?!]/.test(text.slice(end, close).replace(/\.\d/g, ''))) return close;
  }
  return -1;
}

/** The rest of a word that a hyphen divides at the end of a line. */
function brokenRest(
  text: string,
  at: number,
  end: number,
): { readonly word: string; readonly end: number } | undefined {
  const code = text.charCodeAt(at);
  if (code !== 0x2d && code !== 0x2010 && code !== 0xad) return undefined;
  const next = text.charCodeAt(at + 1);
  if (next !== 0x0a && next !== 0x0d) return undefined;
  const match = /^.\r?\n[ \t>]*(\p{Ll}[\p{L}\p{M}]*)/u.exec(text.slice(at, Math.min(end, at + 60)));
  return match?.[1] === undefined ? undefined : { word: match[1], end: at + match[0].length };
}
