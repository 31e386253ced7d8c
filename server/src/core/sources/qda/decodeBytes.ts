/**
 * The text of a file of a QDA program or a spreadsheet: UTF-8, UTF-16 by its mark or its zeros, otherwise Windows-1252, in
 * which Excel saves; each byte is a character there, so that nothing is lost.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; hadMark: boolean } {
  const label = utf16Label(bytes);
  const decode = (encoding: string, fatal: boolean): string =>
    new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  let text: string;
  try {
    text = decode(label ?? 'utf-8', label === undefined);
  } catch {
    text = Array.from(bytes, (byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join(
      '',
    );
  }
  const hadMark = text.startsWith('\uFEFF');
  return { text: hadMark ? text.slice(1) : text, hadMark };
}

/** The characters from 0x80 on in which Windows-1252 differs from Latin-1; some versions of Node decode both alike. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function utf16Label(bytes: Uint8Array): string | undefined {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4) return undefined;
  if (second === 0 && fourth === 0 && first > 0) return 'utf-16le';
  if (first === 0 && third === 0 && second > 0) return 'utf-16be';
  return undefined;
}
