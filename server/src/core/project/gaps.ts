/** What stands between two words of the source, for whether a reader may see them as one term. */
export const Gap = {
  /** They surely are apart: punctuation is between them, or code, math, a citation or a note. */
  Apart: 0,
  /** One blank or dash, with or without markup, so that they may be one term. */
  Joined: 1,
  /** A hyphen, and nothing else. */
  Hyphen: 2,
  /** Attributes or the target of a link may begin, which hide words up to a `Closing` gap. */
  Opening: 3,
  /** Attributes or the target of a link may end; what stands before it is apart from what stands behind. */
  Closing: 4,
  /** Other markup that may hide words: HTML, TeX, entities. */
  Unsure: 5,
} as const;

const enum GapCharacter {
  /** A reader sees it. */
  Visible = 0,
  Blank = 1,
  /** Markup around words, or a visible character. */
  Markup = 2,
  /** Words may be hidden after it. */
  Hiding = 3,
  /** Attributes or the target of a link begin or end with it. */
  Brace = 5,
  /** Words on both sides of what it introduces are no one term. */
  Parting = 4,
}

const TABLE_SIZE = 0x100;
const GAPS = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) GAPS[code] = GapCharacter.Blank;
  else if ('*_[]~>|'.includes(character)) GAPS[code] = GapCharacter.Markup;
  else if ('{})'.includes(character)) GAPS[code] = GapCharacter.Brace;
  else if ('<\\&'.includes(character)) GAPS[code] = GapCharacter.Hiding;
  else if ('`$@^'.includes(character)) GAPS[code] = GapCharacter.Parting;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const HYPHEN = 0x2d;
const EN_DASH = 0x2013;
const EXCLAMATION_MARK = 0x21;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;

/** What stands between two words, as one of {@link Gap}: from the end of one to the start of the next. */
export function gapKindOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (end - start === 1) {
    if (first === SPACE || first === LINE_FEED) return Gap.Joined;
    if (first === HYPHEN || first === 0x2010 || first === 0x2011) return Gap.Hyphen;
  }
  let isVisible = false;
  let isUnsure = false;
  let opens = false;
  let closes = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    switch (code < TABLE_SIZE ? GAPS[code] : beyond(code)) {
      case GapCharacter.Blank:
        break;
      case GapCharacter.Markup:
        // A target or a label may follow the words in brackets.
        if (code === CLOSING_BRACKET) {
          const next = text.charAt(at + 1);
          if (next === '(') opens = true;
          if (next === '[') isUnsure = true;
        }
        break;
      case GapCharacter.Brace:
        if (code === OPENING_BRACE) opens = true;
        else closes = true;
        break;
      case GapCharacter.Hiding:
        isUnsure = true;
        break;
      case GapCharacter.Parting:
        return Gap.Apart;
      default:
        isVisible = true;
        // The text of an image is not read.
        if (code === EXCLAMATION_MARK && text.charAt(at + 1) === '[') isUnsure = true;
    }
  }
  if (isUnsure || (opens && closes)) return Gap.Unsure;
  if (opens || closes) return opens ? Gap.Opening : Gap.Closing;
  return isVisible && !isDash(text, start, end) ? Gap.Apart : Gap.Joined;
}

/** Whether a gap is a comma, a full stop or the like, and a blank: words beside it are apart, and there is no markup. */
export function isPlainGap(text: string, start: number, end: number): boolean {
  if (end - start !== 2) return false;
  const blank = text.charCodeAt(start + 1);
  if (blank !== SPACE && blank !== LINE_FEED) return false;
  const code = text.charCodeAt(start);
  return code < TABLE_SIZE && code !== HYPHEN && GAPS[code] === GapCharacter.Visible;
}

function beyond(code: number): GapCharacter {
  return /\s/.test(String.fromCharCode(code)) ? GapCharacter.Blank : GapCharacter.Visible;
}

/** An en dash, a pair of hyphens that becomes one, or a hyphen beside markup, is the joint of a compound. */
function isDash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isPart = code === HYPHEN || code === EN_DASH || code === 0x2010 || code === 0x2011;
    if (!isPart && (code >= TABLE_SIZE || GAPS[code] === GapCharacter.Visible)) return false;
  }
  return true;
}

/** Markup that may stand inside a word, so that the word begins before it. */
const INSIDE = new Set("*_~^$`[;'’".split('').map((character) => character.charCodeAt(0)));
/** What closes something that a reader does not see, or begins what may go on with the word. */
const CLOSING = new Set('}])>&\\'.split('').map((character) => character.charCodeAt(0)));
/** Whether a word behind a character may be glued to what stands before that; mostly not. */
const MAY_GLUE = new Uint8Array(TABLE_SIZE);
for (const code of [...INSIDE, ...CLOSING, 0x23]) if (code < TABLE_SIZE) MAY_GLUE[code] = 1;
/** A word begins after these. */
const BEFORE_WORDS = /[\s(“"‘«„–—/-]/;

/**
 * Whether what stands before a word of a block of text may be a part of the same word as the reader sees it:
 * `*calc*ulative`, `[calc]{.x}ulative`, `caf&eacute;s`.
 * @param start where the block of text starts
 */
export function isGlued(text: string, start: number, word: number): boolean {
  const before = text.charCodeAt(word - 1);
  if (before < TABLE_SIZE ? MAY_GLUE[before] === 0 : !INSIDE.has(before)) return false;
  if (CLOSING.has(before) || (before === 0x23 && text.charAt(word - 2) === '&')) return true;
  if ((before === 0x24 || before === 0x60) && closesNoWords(text, start, word - 1)) return true;
  if (before === CARET && isNoteLabel(text, word)) return false;
  let at = word - 1;
  while (at >= start && INSIDE.has(text.charCodeAt(at))) at--;
  return at >= start && at < word - 1 && !BEFORE_WORDS.test(text.charAt(at));
}

const CARET = 0x5e;
const REST_OF_LABEL = /[^\s^[\]]*\]/y;

/** Whether a word begins the label of a note: `[^label]`. A reader sees it with its marks or not at all. */
function isNoteLabel(text: string, word: number): boolean {
  if (text.charCodeAt(word - 2) !== OPENING_BRACKET) return false;
  REST_OF_LABEL.lastIndex = word;
  return REST_OF_LABEL.test(text);
}

/** Whether code or math without words in it may end at a mark: `$ + $`. */
function closesNoWords(text: string, start: number, mark: number): boolean {
  for (let at = mark - 1; at >= start; at--) {
    const character = text.charAt(at);
    if (character === text.charAt(mark)) return true;
    if (/[\p{L}\p{M}\p{N}]/u.test(character)) return false;
  }
  return false;
}
