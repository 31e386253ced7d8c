import type { FileReader } from '../../project';
import { readDocx } from './docx';
import { readPlainText } from './plainText';
import type { SourceText } from './sourceText';
import { readSubtitles } from './subtitles';

/** Files that are named as what they are, but are not read, and what to do about it. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF is not read; save it as text, for example by pdftotext, which keeps its pages'],
  ['{\\rtf', 'RTF is not read; save it as .docx or as text'],
  // Both the Word format before 2007 and a document with a password are compound files [MS-CFB].
  [
    '\u00D0\u00CF\u0011\u00E0',
    'it is an old .doc, or has a password; save it as .docx without one',
  ],
];

/** Reads the text of a source, whatever its format: by what it holds where that tells, else by its name. */
export const SOURCE_TEXT = {
  /**
   * Whoever reads the same bytes at the same time shares the text.
   * @throws {Error} with a message for the author where it cannot be read
   */
  read(bytes: Uint8Array, uri: string): SourceText {
    const known = MADE.get(bytes);
    const text = known ?? make(bytes, uri);
    if (!known) MADE.set(bytes, text);
    return text;
  },
} satisfies FileReader<SourceText>;

const MADE = new WeakMap<Uint8Array, SourceText>();

function make(bytes: Uint8Array, uri: string): SourceText {
  const extension = /\.([a-z0-9]+)$/i.exec(uri)?.[1]?.toLowerCase() ?? '';
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const refused = REFUSED.find(([mark]) => start.startsWith(mark));
  if (refused) throw new Error(refused[1]);
  if (start.startsWith('PK') || extension === 'docx') return readDocx(bytes);
  if (extension === 'vtt' || extension === 'srt') return readSubtitles(bytes);
  return readPlainText(bytes);
}
