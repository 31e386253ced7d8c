import { describe, expect, it } from 'vitest';
import { parse, plainText } from '../../../server/src/core/syntax';

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
    expect(document.elements.at(-1)?.parent).toBe(9_998);
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

  // Time may vary with the machine, growth may not: four times the text may not take twenty times as long.
  const hostile: [string, string][] = [
    ['brackets', '['],
    ['braces', '[x]{'],
    ['unclosed values', '[x]{a="'],
    ['bare values', '[x]{a='],
    ['backticks', 'a `` b ` c ``` '],
    ['fences', '```\n'],
    ['div openers', '::: {.a}\n'],
    ['quotes', '>'],
    ['emphasis', '*a_ '],
    ['comments', '<!--\n\n'],
    ['tags', '<a b="'],
    ['dollars', '$a '],
    ['TeX', '\\a{'],
    ['environments', '\\begin{x}'],
    ['links', '[](a'],
    ['titles', '[](a "b '],
    ['notes', '[^a]: x\n'],
    ['definitions', '[a]: u\n'],
    ['rules', '---\na\n\n'],
    ['headings', '# a\n\n'],
    ['pre', '<pre>\n\n'],
    ['dashes', '--- ---\n'],
  ];
  it.each(hostile)('repeats %s', (_, piece) => {
    const once = fastest(piece, 8_000);
    const more = fastest(piece, 32_000);
    expect(more).toBeLessThan(20 * Math.max(once, 2));
  });

  it('is 5 MB long', () => {
    const paragraph = 'A [claim]{.claim #c} with @k and *words*.\n\n';
    const document = parse(paragraph.repeat(Math.ceil(5e6 / paragraph.length)));
    expect(document.elements.length).toBeGreaterThan(100_000);
  });
});

/** The shortest time, in milliseconds, to parse so many characters of repeated pieces. */
function fastest(piece: string, length: number): number {
  const text = piece.repeat(length / piece.length);
  let shortest = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    parse(text);
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
