import { Code, isAsciiLetter, isDigit } from '../characters';
import type { TextOutput } from './textOutput';

/** ASCII characters that mean nothing but themselves, wherever they stand; the first bit is that of a word. */
const PLAIN = new Uint8Array(0x80);
const enum Kind {
  Special = 0,
  Sign = 1,
  Word = 2,
}
for (let code = 0; code < PLAIN.length; code++) {
  if (isAsciiLetter(code) || isDigit(code)) PLAIN[code] = Kind.Word;
  else if (' \n,;:()?!/%+='.includes(String.fromCharCode(code))) PLAIN[code] = Kind.Sign;
}

/**
 * Writes a text as the walker does where nothing in it is markup or becomes another character than a curly apostrophe.
 * @returns false where there may be anything else; what was written is of no use then
 */
export function writePlain(text: string, start: number, end: number, output: TextOutput): boolean {
  let copied = start;
  for (let at = start; at < end; at++) {
    switch (meaningAt(text, start, at)) {
      case Meaning.Itself:
        break;
      case Meaning.Apostrophe:
        output.copy(text, copied, at);
        output.put('’', at);
        copied = at + 1;
        break;
      case Meaning.Unknown:
        return false;
    }
  }
  output.copy(text, copied, end);
  return true;
}

/** The text that {@link writePlain} would write, its white space folded, at both ends to nothing; undefined where it would not. */
export function plainTextOf(text: string, start: number, end: number): string | undefined {
  let hasApostrophe = false;
  for (let at = start; at < end; at++) {
    const meaning = meaningAt(text, start, at);
    if (meaning === Meaning.Unknown) return undefined;
    if (meaning === Meaning.Apostrophe) hasApostrophe = true;
  }
  const folded = text.slice(start, end).replace(UNFOLDED, ' ').trim();
  return hasApostrophe ? folded.replaceAll("'", '’') : folded;
}

/** White space that is not one blank already. */
const UNFOLDED = /\s{2,}|[^\S ]/g;

const enum Meaning {
  Itself,
  Apostrophe,
  Unknown,
}

/** What a character of a text that begins at `start` means, as far as it and those beside it tell. */
function meaningAt(text: string, start: number, at: number): Meaning {
  const code = text.charCodeAt(at);
  if (code >= 0x80 || PLAIN[code] !== Kind.Special) return Meaning.Itself;
  // Two of them may become one character.
  if (code === Code.Dot || code === Code.Hyphen) {
    return text.charCodeAt(at + 1) === code ? Meaning.Unknown : Meaning.Itself;
  }
  const isApostrophe = code === Code.SingleQuote && at > start && isOfWord(text.charCodeAt(at - 1));
  return isApostrophe ? Meaning.Apostrophe : Meaning.Unknown;
}

function isOfWord(code: number): boolean {
  return code === Code.Dot || PLAIN[code] === Kind.Word;
}
