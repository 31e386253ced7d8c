import type { FileReader } from '../../project';
import type { Pace, ReadPdf } from '../../ports';
import { readDocx } from './docx';
import { pdfSource } from './pdf';
import { readPlainText } from './plainText';
import type { SourceText } from './sourceText';
import { readSubtitles } from './subtitles';

/** What a PDF begins with (ISO 32000-1 §7.5.2). */
const PDF = '%PDF-';

/** So many bytes may stand before that in a file that is called a PDF, as readers of PDF have it (Adobe's supplement to it). */
const BEFORE_PDF = 1024;

/** Files that are named as what they are, but are not read, and what to do about it. */
const REFUSED: readonly (readonly [string, string])[] = [
  [
    PDF,
    'PDF cannot be read here; save it as text, for example by pdftotext, which keeps its pages',
  ],
  ['{\\rtf', 'RTF is not read; save it as .docx or as text'],
  // Both the Word format before 2007 and a document with a password are compound files [MS-CFB].
  [
    '\u00D0\u00CF\u0011\u00E0',
    'it is an old .doc, or has a password; save it as .docx without one',
  ],
];

/** Said of a download that failed, above all, of which the words of a page on the web or nothing at all would be read. */
const NO_PDF = 'it is called a PDF, but is none; save it anew, or name it as what it is';

/** Reads the text of a source, whatever its format, as long as that is no PDF: by what it holds where that tells, else by its name. */
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

/**
 * Reads the text of a source of any format.
 * @throws {Error} or rejects with one, with a message for the author where it cannot be read
 */
export function readSourceText(
  bytes: Uint8Array,
  uri: string,
  pace: Pace,
  readPdf?: ReadPdf,
): SourceText | Promise<SourceText> {
  if (!readPdf || !isPdf(bytes, uri)) return SOURCE_TEXT.read(bytes, uri);
  let text = OF_PDF.get(bytes);
  if (!text) OF_PDF.set(bytes, (text = readPdf(bytes, pace).then(pdfSource)));
  return text;
}

const MADE = new WeakMap<Uint8Array, SourceText>();
const OF_PDF = new WeakMap<Uint8Array, Promise<SourceText>>();

function isPdf(bytes: Uint8Array, uri: string): boolean {
  const before = extensionOf(uri) === 'pdf' ? BEFORE_PDF : 0;
  return String.fromCharCode(...bytes.subarray(0, before + PDF.length)).includes(PDF);
}

function extensionOf(uri: string): string {
  return /\.([a-z0-9]+)$/i.exec(uri)?.[1]?.toLowerCase() ?? '';
}

function make(bytes: Uint8Array, uri: string): SourceText {
  const extension = extensionOf(uri);
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const refused = REFUSED.find(([mark]) => start.startsWith(mark));
  if (refused) throw new Error(refused[1]);
  if (start.startsWith('PK') || extension === 'docx') return readDocx(bytes);
  if (extension === 'pdf') throw new Error(NO_PDF);
  if (extension === 'vtt' || extension === 'srt') return readSubtitles(bytes);
  return readPlainText(bytes);
}
