import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { WITHOUT_PAUSE } from '../../../server/src/core/ports';
import { readPdf } from '../../../server/src/pdf/readPdf';
import { pdfDocument, pdfOfContents } from '../../tools/pdfDocument';

const read = (bytes: Uint8Array): Promise<readonly string[]> => readPdf(bytes, WITHOUT_PAUSE);
const fixture = (name: string): Promise<Uint8Array> => readFile(`test/fixtures/pdf/${name}`);

describe('the text of a PDF', () => {
  it('is read page by page, in columns, with ligatures as letters and hyphens as they are', async () => {
    const [first, second] = await read(await fixture('columns.pdf'));
    expect(first).toContain(
      'that the first official offer was\nflatly refused by nobody at\nall.\n',
    );
    expect(first).toContain(
      'It took another eight‐\neen months until the owner\nmentioned it again.',
    );
    expect(first).toContain('They had not been\ntold about the price, and they\ndid not ask.');
    expect(second).toBe(
      'On the second page the owner explains what he made of it: “I\nwould not have done it for the money alone.”',
    );
  });

  it('is none where pages are pictures', async () => {
    expect(await read(await fixture('scan.pdf'))).toEqual(['']);
  });

  it('leaves the bytes as they are', async () => {
    const bytes = pdfDocument([['One.'], ['Two.', 'Three.']]);
    const before = bytes.slice();
    expect(await read(bytes)).toEqual(['One.', 'Two.\nThree.']);
    expect(bytes).toEqual(before);
  });

  it('lets other work go first between pages', async () => {
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await readPdf(pdfDocument([['One.'], ['Two.'], ['Three.']]), { isDue: () => true, pause });
    expect(pauses).toBe(3);
  });

  it('is not read without its password, and it says so', async () => {
    await expect(read(await fixture('locked.pdf'))).rejects.toThrow(/has a password; save it/);
  });

  it('is not called damaged where the host lacks what reading takes', async () => {
    vi.stubGlobal('ReadableStream', undefined);
    try {
      await expect(read(pdfDocument([['One.']]))).rejects.toThrow(/cannot be read here/);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it.each([
    ['nothing', ''],
    ['no document', 'nothing here'],
    ['a catalogue without pages', '1 0 obj <</Type /Catalog>> endobj trailer <</Root 1 0 R>>'],
  ])('is refused where there is %s', async (_, text) => {
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${text}`);
    await expect(read(bytes)).rejects.toThrow(/damaged/);
  });

  it('ends where pages hold themselves', async () => {
    const text =
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj 2 0 obj <</Type /Pages /Count 9 /Kids [2 0 R]>> endobj trailer <</Root 1 0 R>>';
    expect(await read(new TextEncoder().encode(text))).toEqual(['']);
  });

  it('is not what a broken drawing hides', async () => {
    const contents = ['BT /F 11 Tf (Broken', 'BT /F 11 Tf 40 540 Td (Whole.) Tj ET', 'Q Q Q ET Tj'];
    expect((await read(pdfOfContents(contents)))[1]).toBe('Whole.');
  });

  it('survives any byte that is changed', async () => {
    const whole = pdfDocument([['Nobody asked.'], ['We never signed.']]);
    for (let at = 0; at < whole.length; at += 23) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const outcome = await read(bytes).catch((error: unknown) => (error as Error).message);
      if (typeof outcome === 'string') expect(outcome).toMatch(/damaged|password/);
    }
  });
});
