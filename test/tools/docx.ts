import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const stored = 0;

/**
 * The parts of a DOCX (a ZIP archive) by name, as text.
 * Binary parts come as text too: good for comparing, not for reading.
 *
 * @throws RangeError where the bytes are no ZIP archive.
 */
export function docxParts(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== endOfDirectory) end -= 1;
  const parts = new Map<string, string>();
  const decoder = new TextDecoder();
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    const method = view.getUint16(entry + 10, true);
    const size = view.getUint32(entry + 20, true);
    const nameLength = view.getUint16(entry + 28, true);
    const skipped = view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
    const header = view.getUint32(entry + 42, true);
    const start =
      header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const data = bytes.subarray(start, start + size);
    const name = decoder.decode(bytes.subarray(entry + 46, entry + 46 + nameLength));
    parts.set(name, decoder.decode(method === stored ? data : inflateRawSync(data)));
    entry += 46 + nameLength + skipped;
  }
  return parts;
}
