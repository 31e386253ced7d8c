import { utf16Label } from '../../project/decode';
import { lastNotAbove } from '../../text/lineIndex';

/** The text of a file, and what should be known of how it was read. */
export interface DecodedSource {
  /** Without its byte order mark, line breaks as they stand. */
  readonly text: string;
  readonly note?: string;
  /**
   * Where an offset stands for who opens the file as UTF-8, as editors do and the server itself: there some bytes that are
   * letters of their own in another encoding are one U+FFFD together, or one letter. Absent where it is the same.
   */
  readonly inUtf8?: (offset: number) => number;
}

/**
 * Decodes a text file: UTF-8, UTF-16 with or without its mark, and what is neither as Windows-1252, as older programs of
 * Windows write.
 * @throws {Error} where the file holds bytes that no text has
 */
export function decodeSource(bytes: Uint8Array): DecodedSource {
  const utf16 = utf16Label(bytes);
  if (utf16) {
    return { text: new TextDecoder(utf16).decode(bytes), note: 'read as UTF-16' };
  }
  if (bytes.includes(0)) throw new Error('it is no text, but holds bytes of another format');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = decodeWindows1252(bytes);
    const inUtf8 = placesInUtf8(text, bytes);
    return {
      text,
      ...(inUtf8 ? { inUtf8 } : {}),
      note: 'read as Windows-1252, since it is not UTF-8; save it as UTF-8 where letters look wrong',
    };
  }
}

/** Maps offsets of Windows-1252, where each byte is a letter, to those of the same bytes read as UTF-8. */
function placesInUtf8(text: string, bytes: Uint8Array): ((offset: number) => number) | undefined {
  const decoder = new TextDecoder('utf-8');
  const ends = [0];
  const shifts = [0];
  // What is ASCII is so in both, and ends what it stands behind.
  for (const { 0: run, index } of text.matchAll(/[\u0080-\uFFFF]{2,}/g)) {
    const end = index + run.length;
    const shift = decoder.decode(bytes.subarray(index, end)).length - run.length;
    if (shift === 0) continue;
    ends.push(end);
    shifts.push((shifts.at(-1) ?? 0) + shift);
  }
  if (ends.length === 1) return undefined;
  return (offset) => offset + (shifts[lastNotAbove(ends, offset)] ?? 0);
}

/** What Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index-windows-1252); the rest is as in Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node's own decoder takes it for Latin-1, which has no typographic quotes. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\u0080-\u009F]/g, (one) => WINDOWS_1252.charAt(one.charCodeAt(0) - 0x80));
}
