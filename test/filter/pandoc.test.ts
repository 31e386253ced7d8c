import { describe, expect, it } from 'vitest';
import { PandocError, pandoc, pandocBytes, pandocVersion } from '../tools/pandoc';

describe('the Pandoc harness', () => {
  it('runs the version that the markup is specified against', async () => {
    expect(await pandocVersion()).toBe('3.10');
  });

  it('converts text', async () => {
    expect(await pandoc('[x]{.claim #c note="n"}', { to: 'html' })).toBe(
      '<p><span id="c" class="claim" data-note="n">x</span></p>\n',
    );
  });

  it('runs a Lua filter', async () => {
    const filters = ['function Span(span) return span.content end'];
    expect(await pandoc('[x]{.claim}', { to: 'html', filters })).toBe('<p>x</p>\n');
  });

  it('returns a DOCX as bytes', async () => {
    const docx = await pandocBytes('x', { to: 'docx' });
    expect(new TextDecoder().decode(docx.subarray(0, 2))).toBe('PK');
  });

  it('reports what Pandoc refuses, and goes on', async () => {
    const filters = ['error("no such luck")'];
    await expect(pandoc('x', { to: 'html', filters })).rejects.toThrow(PandocError);
    await expect(pandoc('x', { to: 'html', filters })).rejects.toThrow('no such luck');
    expect(await pandoc('x', { to: 'html' })).toBe('<p>x</p>\n');
  });

  it('keeps conversions apart that are asked for at once', async () => {
    const words = ['a', 'b', 'c', 'd'];
    const html = await Promise.all(words.map((word) => pandoc(word, { to: 'html' })));
    expect(html).toEqual(words.map((word) => `<p>${word}</p>\n`));
  });
});
