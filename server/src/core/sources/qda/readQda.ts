import { finish, type Steps } from '../../steps';
import type { QdaProject } from './qdaProject';
import { readCodings } from './readCodings';
import { readArchivedProject, readRefi } from './readProject';

/**
 * Reads a QDA project (`.qdpx`), a codebook (`.qdc`) or codings in a spreadsheet (`.csv`, `.tsv`). What it is, its first bytes
 * say. Throws an Error whose message says why it cannot be read, as the end of a sentence about the file.
 * @param uri its last part is the name of a spreadsheet's project
 */
export function readQda(bytes: Uint8Array, uri: string): QdaProject {
  return finish(readingQda(bytes, uri));
}

/** The same, step by step. */
export function* readingQda(bytes: Uint8Array, uri: string): Steps<QdaProject> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (/\.(xlsx|ods|docx)$/i.test(uri)) throw new Error('save the spreadsheet as CSV');
    return yield* readArchivedProject(bytes);
  }
  if (isXml(bytes)) return yield* readRefi(bytes);
  if (/\.(qdpx|qdc)$/i.test(uri)) {
    throw new Error('it is neither a zip archive nor XML, or it is cut off; export it anew');
  }
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return readCodings(bytes, name);
}

/** Whether the first character is `<`, after a byte order mark and blanks, in any encoding of Unicode. */
function isXml(bytes: Uint8Array): boolean {
  const blank = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 9, 10, 13, 32]);
  return bytes.find((byte) => !blank.has(byte)) === 0x3c;
}
