import { utf16Label } from '../../project/decode';
import { decodeWindows1252 } from '../texts/decodeSource';

/** A decoded text, and whether a byte order mark stood before it, which some programs count. */
export interface MarkedText {
  readonly text: string;
  readonly hadMark: boolean;
}

/**
 * The text of a file of a QDA program or a spreadsheet: UTF-8, UTF-16, otherwise Windows-1252, in which Excel saves; each
 * byte is a character there, so that nothing is lost.
 */
export function decodeBytes(bytes: Uint8Array): MarkedText {
  return withoutMark(decode(bytes));
}

/** A text without its byte order mark. */
export function withoutMark(text: string): MarkedText {
  const hadMark = text.startsWith('\uFEFF');
  return { text: hadMark ? text.slice(1) : text, hadMark };
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Label(bytes);
  if (utf16) return new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
