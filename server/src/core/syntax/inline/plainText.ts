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
    const code = text.charCodeAt(at);
    if (code >= 0x80 || PLAIN[code] !== Kind.Special) continue;
    if (code === Code.Dot || code === Code.Hyphen) {
      // Two of them may become one character.
      if (text.charCodeAt(at + 1) === code) return false;
    } else if (code === Code.SingleQuote && at > start && isOfWord(text.charCodeAt(at - 1))) {
      output.copy(text, copied, at);
      output.put('’', at);
      copied = at + 1;
    } else {
      return false;
    }
  }
  output.copy(text, copied, end);
  return true;
}

function isOfWord(code: number): boolean {
  return code === Code.Dot || PLAIN[code] === Kind.Word;
}
