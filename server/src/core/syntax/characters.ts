/** Character codes that the scanner tests for, by name. */
export const enum Code {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Exclamation = 33,
  DoubleQuote = 34,
  Hash = 35,
  Dollar = 36,
  Percent = 37,
  Ampersand = 38,
  SingleQuote = 39,
  ParenOpen = 40,
  ParenClose = 41,
  Asterisk = 42,
  Plus = 43,
  Comma = 44,
  Hyphen = 45,
  Dot = 46,
  Slash = 47,
  Colon = 58,
  Semicolon = 59,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63,
  At = 64,
  BracketOpen = 91,
  Backslash = 92,
  BracketClose = 93,
  Caret = 94,
  Underscore = 95,
  Backtick = 96,
  BraceOpen = 123,
  Pipe = 124,
  BraceClose = 125,
  Tilde = 126,
}

const letter = /^\p{L}$/u;
const letterOrNumber = /^[\p{L}\p{N}]$/u;

/** Whether the code is a blank inside a line. */
export function isSpace(code: number): boolean {
  return code === Code.Space || code === Code.Tab;
}

/** Whether the code is white space of any kind, as in a regular expression. */
export function isWhite(code: number): boolean {
  if (code < 0xa0) return code === Code.Space || (code >= Code.Tab && code <= Code.CarriageReturn);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  return code <= 0x200a || (code >= 0x2028 && WHITE.has(code));
}

/** The rest of what `\s` matches. */
const WHITE: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

/** Whether the code is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the code is an ASCII letter. */
export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The number of UTF-16 units of the letter at `at`, or 0 where there is none. */
export function letterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code) ? 1 : 0;
  return matchLength(letter, text, at);
}

/** The number of UTF-16 units of the letter or number at `at`, or 0 where there is none. */
export function alphanumericLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code) || isDigit(code) ? 1 : 0;
  return matchLength(letterOrNumber, text, at);
}

/** Whether a letter or number ends just before `at`. */
export function isAfterAlphanumeric(text: string, at: number): boolean {
  if (at <= 0) return false;
  const code = text.charCodeAt(at - 1);
  if (code < 128) return isAsciiLetter(code) || isDigit(code);
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff;
  return alphanumericLength(text, isLowSurrogate && at > 1 ? at - 2 : at - 1) > 0;
}

/** The first offset at or after `at`, before `limit`, that is no blank. */
export function skipSpaces(text: string, at: number, limit: number): number {
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The first offset at or after `at`, before `limit`, that holds another character than `code`. */
export function skipRun(text: string, at: number, limit: number, code: number): number {
  while (at < limit && text.charCodeAt(at) === code) at++;
  return at;
}

/** The first place of `mark` at or after `at` that ends before `limit`, or -1: text behind that costs nothing. */
export function indexBefore(text: string, mark: string, at: number, limit: number): number {
  const found = text.slice(at, limit).indexOf(mark);
  return found < 0 ? -1 : at + found;
}

/**
 * Skips blanks and at most one line break, as Pandoc's `spnl` does.
 * Gives -1 where a blank line follows, for nothing goes on across one.
 */
export function skipSpacesAndLine(text: string, at: number, limit: number): number {
  at = skipSpaces(text, at, limit);
  if (at >= limit || text.charCodeAt(at) !== Code.LineFeed) return at;
  at = skipSpaces(text, at + 1, limit);
  return at < limit && text.charCodeAt(at) === Code.LineFeed ? -1 : at;
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  const point = text.codePointAt(at);
  if (point === undefined) return 0;
  const character = String.fromCodePoint(point);
  return pattern.test(character) ? character.length : 0;
}
