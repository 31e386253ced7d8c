import { describe, expect, it } from 'vitest';
import { LiveDocument, parse, plainText } from '../../../server/src/core/syntax';

describe('texts that nobody would write', () => {
  it('has a span of 10,000 characters', () => {
    const words = 'word '.repeat(2000).trim();
    const document = parse(`[${words}]{.claim #c}`);
    const [element] = document.elements;
    expect(element && plainText(document, element)).toBe(words);
  });

  it('nests 10,000 brackets', () => {
    const document = parse(`${'['.repeat(10_000)}x${']{.c}'.repeat(10_000)}`);
    expect(document.elements).toHaveLength(10_000);
    expect(document.elements.at(-1)?.parent).toBe(document.elements[9_998]);
  });

  it('is full of NUL bytes, lone surrogates or carriage returns', () => {
    for (const piece of ['\0', '\ud800', '\udc00', '\r', '\u2028', '\ufeff']) {
      expect(parse(piece.repeat(5000)).elements).toEqual([]);
    }
    expect(parse('\0[x]{.c}\ud800').elements).toHaveLength(1);
  });

  it('is nested deeper than anybody reads', () => {
    expect(parse(`${'> '.repeat(5000)}[x]{.c}`).elements.length).toBeLessThanOrEqual(1);
    expect(parse(`${'- '.repeat(5000)}x`).text).toHaveLength(10_001);
  });

  it('is 5 MB long', () => {
    const paragraph = 'A [claim]{.claim #c} with @k and *words*.\n\n';
    const document = parse(paragraph.repeat(Math.ceil(5e6 / paragraph.length)));
    expect(document.elements.length).toBeGreaterThan(100_000);
  });

  it('refers to something 150,000 times in one paragraph', () => {
    const live = new LiveDocument('[a][b] '.repeat(150_000));
    expect(live.document.leaves).toHaveLength(1);
    live.edit([{ range: { start: 1, end: 1 }, newText: 'q' }]);
    expect(live.document.leaves).toHaveLength(1);
  });
});
