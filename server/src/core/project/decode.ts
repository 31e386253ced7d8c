import type { TextRange } from '../text/range';

/** The text of a file, without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** What is wrong with the encoding, and where. */
  readonly problem?: { readonly message: string; readonly range: TextRange };
}

/** Decodes UTF-8. Bytes of other encodings become U+FFFD and are reported: Pandoc would refuse the file. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Label(bytes);
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    const message = 'this file is UTF-16, which Pandoc cannot read; save it as UTF-8';
    return { text, problem: { message, range: { start: 0, end: 0 } } };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const at = Math.max(0, text.indexOf('\uFFFD'));
    const message =
      'this file is not UTF-8 (it may be Latin-1 or Windows-1252), so Pandoc cannot read it; save it as UTF-8';
    return { text, problem: { message, range: { start: at, end: Math.min(at + 1, text.length) } } };
  }
}

/** So many bytes tell the encoding. */
const SAMPLE = 512;

/** The encoding of UTF-16 text, by its mark, or by every second byte being zero, as Latin text has it. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * 0.4;
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return undefined;
}
