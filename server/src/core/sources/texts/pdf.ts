import { pagedSource } from './plainText';
import type { SourceText } from './sourceText';

/**
 * The text of a PDF, its pages set apart by form feeds.
 * @throws {Error} where it has none
 */
export function pdfSource(pages: readonly string[]): SourceText {
  if (pages.length === 0) throw new Error('it has no pages; save it anew');
  const empty = pages.filter((page) => page.trim() === '').length;
  if (empty === pages.length) {
    throw new Error('it has no text, as a scan has none; have its text recognised (OCR)');
  }
  const source = pagedSource(pages.join('\n\f'));
  if (empty === 0) return source;
  return { ...source, note: `${empty} of its ${pages.length} pages have no text, as scans` };
}
