import { eastAsianWidth } from 'get-east-asian-width';

// Below are no characters but narrow ones, the soft hyphen and controls.
const firstCombining = 0x300;
const softHyphen = 0xad;
const takesNoRoom = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}]$/u;

/** How many columns of a monospaced font a character takes up: none if it combines, two if it is East Asian or an emoji. */
export function characterWidth(codePoint: number): number {
  if (codePoint < firstCombining) return codePoint === softHyphen ? 0 : 1;
  if (takesNoRoom.test(String.fromCodePoint(codePoint))) return 0;
  return eastAsianWidth(codePoint);
}

/** The offset after the first characters from `from` on that take up `width` columns, or `end` if there are fewer. */
export function offsetAfterWidth(text: string, from: number, end: number, width: number): number {
  let at = from;
  for (let taken = 0; taken < width && at < end;) {
    const code = text.codePointAt(at) ?? 0;
    taken += characterWidth(code);
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}
