import { utf16Label } from '../../project/decode';

/** The text of a file, and what should be known of how it was read. */
export interface DecodedSource {
  /** Without its byte order mark, line breaks as they stand. */
  readonly text: string;
  readonly note?: string;
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
    return {
      text: decodeWindows1252(bytes),
      note: 'read as Windows-1252, since it is not UTF-8; save it as UTF-8 where letters look wrong',
    };
  }
}

/** What Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index-windows-1252); the rest is as in Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node's own decoder takes it for Latin-1, which has no typographic quotes. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\u0080-\u009F]/g, (one) => WINDOWS_1252.charAt(one.charCodeAt(0) - 0x80));
}
