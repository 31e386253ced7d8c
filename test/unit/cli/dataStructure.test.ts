import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';

const PAPER =
  '[gain]{.construct #k-gain tier=dimension} [pay]{.construct #k-pay tier=theme parent=k-gain}\n';

describe('warrant data-structure', () => {
  test('draws the manuscript of a folder, whatever stands beside it', async () => {
    const files = { 'paper.md': PAPER, 'README.md': 'About it.\n' };
    const { code, out, err } = await warrant(['data-structure'], files);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^<svg .*Second-order themes.*pay.*<\/svg>\n$/s);
    const again = await warrant(
      ['data-structure', '-', '--stdin-filename', 'x.md'],
      {},
      {
        stdin: PAPER,
      },
    );
    expect(again.out).toBe(out);
  });

  test('writes a file where one is named', async () => {
    const args = ['data-structure', 'paper.md', '--output', 'figures/d.svg'];
    const { code, out, written } = await warrant(args, { 'paper.md': PAPER });
    expect([code, out, [...written.keys()]]).toEqual([0, '', ['/paper/figures/d.svg']]);
  });

  test.each([
    [['data-structure'], { 'a.md': PAPER, 'b.md': PAPER }, /2 manuscripts; name one: a.md, b.md/],
    [['data-structure'], { 'a.md': '[x]{.claim}\n' }, /no construct has a tier/],
    [['data-structure', '--of', 'k-none'], { 'a.md': PAPER }, /id of a construct/],
    [['data-structure'], { 'a.txt': 'x' }, /no manuscript/],
  ])('%j says why there is none', async (args, files, message) => {
    const { code, out, err } = await warrant(args, files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
