import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { WITHOUT_PAUSE } from '../../../../server/src/core/ports';
import { readSourceText, type SourceText } from '../../../../server/src/core/sources/texts';

/** The text of a PDF of which another program has read the pages. */
async function read(pages: readonly string[]): Promise<SourceText> {
  const bytes = strToU8('%PDF-1.7');
  return readSourceText(bytes, 'file:///a.pdf', WITHOUT_PAUSE, () => Promise.resolve(pages));
}

test('the places of a PDF are its pages, of one page too', async () => {
  const source = await read(['We signed', 'nothing.']);
  const { text } = source;
  expect(source.placeOf(text.indexOf('signed'))).toBe('p. 1');
  expect(source.placeOf(text.indexOf('nothing'))).toBe('p. 2');
  expect(source.rangeOf('p. 2')).toEqual({ start: text.indexOf('nothing'), end: text.length });
  const single = await read(['We signed\nnothing.']);
  expect(single.placeOf(12)).toBe('p. 1');
});

test('no place in a file of an editor is said, since none shows a PDF as text', async () => {
  expect(await read(['We signed nothing.'])).not.toHaveProperty('offsetInFile');
});

test('numbers and heads of pages are nobody’s words', async () => {
  const pages = ['one', 'two', 'three'].map((word, at) => `Trust\nSays ${word}\n${at + 1}`);
  const { text, marks } = await read(pages);
  const marked = marks.map(({ start, end }) => text.slice(start, end));
  expect(marked).toEqual(['Trust', '1', 'Trust', '2', 'Trust', '3']);
});

test('a PDF without text asks for recognition; one that has some says how many pages lack it', async () => {
  await expect(read(['', ' '])).rejects.toThrow(/has no text, as a scan has none.*\(OCR\)/);
  expect((await read(['', 'Yes.', ''])).note).toBe('2 of its 3 pages have no text, as scans');
});

test('a PDF without pages is not taken for a scan', async () => {
  await expect(read([])).rejects.toThrow(/has no pages/);
});

test('other bytes may stand before a PDF, where the file is called one', async () => {
  const readPdf = (): Promise<readonly string[]> => Promise.resolve(['Yes.']);
  const bytes = strToU8('\n<!-- from the web -->\n%PDF-1.7');
  const readAs = (uri: string) => readSourceText(bytes.slice(), uri, WITHOUT_PAUSE, readPdf);
  expect((await readAs('file:///a.PDF')).text).toBe('Yes.');
  expect((await readAs('file:///about.md')).text).toContain('%PDF-1.7');
});

test.each([
  ['nothing', ''],
  ['a page of the web', '<!DOCTYPE html><title>Sign in</title>'],
])('what is called a PDF, but holds %s, is refused', (_, held) => {
  const readPdf = (): Promise<readonly string[]> => Promise.resolve(['Yes.']);
  const read = () => readSourceText(strToU8(held), 'file:///a.pdf', WITHOUT_PAUSE, readPdf);
  expect(read).toThrow(/called a PDF, but is none/);
});

test('who reads the same bytes at the same time shares the text', async () => {
  let times = 0;
  const bytes = strToU8('%PDF-1.7');
  const readPdf = (): Promise<readonly string[]> => Promise.resolve([`${++times}`]);
  const readOnce = () => readSourceText(bytes, 'file:///a.pdf', WITHOUT_PAUSE, readPdf);
  const [first, second] = [readOnce(), readOnce()];
  expect(await first).toBe(await second);
});
