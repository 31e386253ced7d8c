import { describe, expect, it } from 'vitest';
import type { FigureBox } from '../../../server/src/core/exports/dataStructure/figure';
import { layoutFigure } from '../../../server/src/core/exports/dataStructure/layout';
import { dataStructureSvg } from '../../../server/src/core/exports/dataStructure/svg';
import { textWidth } from '../../../server/src/core/exports/text/measure';
import { wrapText } from '../../../server/src/core/exports/text/wrap';

function box(column: FigureBox['column'], name: string, ...parents: string[]): FigureBox {
  return { key: name, name, column, facets: [], parents };
}

const LONG = 'knowing in each of the other organisations of the region whom one has to phone first';
const BOXES = [
  box('concept', LONG, 'theme'),
  box('concept', 'Ünderstanding & “trust” <x>', 'theme'),
  box('concept', 'shared', 'theme', 'other'),
  box('theme', 'theme', 'top'),
  box('theme', 'other', 'top'),
  box('dimension', 'top'),
];

describe('the figure of a data structure', () => {
  it('gives concepts of the same themes one box, and each belonging one line', () => {
    const { boxes, lines } = layoutFigure(BOXES);
    expect(boxes.map(({ column }) => column)).toEqual([
      ...['concept', 'concept'],
      ...['theme', 'theme', 'dimension'],
    ]);
    expect(lines).toHaveLength(5);
  });

  it('joins lines that lead to one box, and no others', () => {
    const { lines, boxes } = layoutFigure([
      box('concept', 'a', 'one'),
      box('concept', 'b', 'one', 'two'),
      box('concept', 'c', 'two'),
      box('theme', 'one'),
      box('theme', 'two'),
    ]);
    const upright = lines.flatMap((corners) => {
      const [, from, to] = corners;
      if (corners.length < 4 || !from || !to) return [];
      const end = corners.at(-1)?.[1];
      return { x: from[0], top: Math.min(from[1], to[1]), bottom: Math.max(from[1], to[1]), end };
    });
    expect(new Set(upright.map(({ end }) => end)).size).toBe(2);
    for (const one of upright) {
      const joined = upright.filter(
        (other) => other.x === one.x && other.top <= one.bottom && other.bottom >= one.top,
      );
      for (const other of joined) expect(other.end).toBe(one.end);
    }
    const left = Math.min(...boxes.filter(({ column }) => column === 'theme').map(({ x }) => x));
    for (const { x } of upright) expect(x).toBeLessThan(left);
  });

  it('keeps all text inside its box, and all boxes of a column apart', () => {
    const { boxes, width, height } = layoutFigure(BOXES);
    for (const { x, y, width: wide, height: high, texts } of boxes) {
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(y + high).toBeLessThanOrEqual(height);
      for (const { text, anchor, x: at, baseline, isBold } of texts) {
        const room = textWidth(text, { size: 12, bold: isBold });
        const left = anchor === 'middle' ? at - room / 2 : at;
        expect(left).toBeGreaterThanOrEqual(x);
        expect(left + room).toBeLessThanOrEqual(x + wide);
        expect(baseline).toBeGreaterThan(y);
        expect(baseline).toBeLessThan(y + high);
      }
      const beside = boxes.filter((other) => other.x === x && other.y > y);
      for (const other of beside) expect(other.y).toBeGreaterThan(y + high);
    }
  });

  it('is well-formed whatever the names hold, and the same each time', () => {
    const svg = dataStructureSvg(BOXES);
    expect(svg).toContain('Ünderstanding &amp; “trust” &lt;x&gt;');
    expect(dataStructureSvg([box('theme', 'bad \u0001\uD800 end')])).toContain('bad \uFFFD\uFFFD');
    expect(dataStructureSvg(BOXES)).toBe(svg);
  });
});

describe('lines of text', () => {
  const style = { size: 12 };

  it('are broken between words, and inside words that no line holds', () => {
    expect(wrapText('a bb ccc', 24, style)).toEqual(['a bb', 'ccc']);
    expect(wrapText('', 50, style)).toEqual(['']);
    const lines = wrapText(`so ${'Donaudampfschiff'.repeat(4)} x`, 120, style);
    expect(lines.join('').replaceAll(' ', '')).toBe(`so${'Donaudampfschiff'.repeat(4)}x`);
    for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(120);
  });

  it('are as wide with accents as without, and wider for East Asian characters', () => {
    expect(textWidth('é', style)).toBe(textWidth('e', style));
    expect(textWidth('日', style)).toBeGreaterThan(textWidth('m', style));
  });
});
