import { describe, expect, it } from 'vitest';
import { keyAction } from '../../../client/src/panels/web/matrix/keys';
import {
  COLUMN,
  drawnIn,
  HEAD,
  LINE,
  rowHeadWidth,
  scrollFor,
} from '../../../client/src/panels/web/matrix/sizes';

const LAST = { line: 300, column: 300 };
const AT = { line: 5, column: 7 };

/** What a key does at the sixth line and the eighth column. */
function key(name: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', true>> = {}) {
  const event = { key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  return keyAction({ ...event, ...held }, AT, LAST, 10);
}

describe('the keys of the matrix', () => {
  it.each([
    ['ArrowUp', {}, { line: 4, column: 7 }],
    ['ArrowDown', {}, { line: 6, column: 7 }],
    ['ArrowLeft', {}, { line: 5, column: 6 }],
    ['ArrowRight', {}, { line: 5, column: 8 }],
    ['PageDown', {}, { line: 15, column: 7 }],
    ['PageUp', {}, { line: 0, column: 7 }],
    ['Home', {}, { line: 5, column: 0 }],
    ['End', {}, { line: 5, column: 300 }],
    ['Home', { ctrlKey: true }, { line: 0, column: 0 }],
    ['End', { ctrlKey: true }, LAST],
    ['ArrowDown', { ctrlKey: true }, { line: 300, column: 7 }],
  ] as const)('%s %j moves', (name, held, to) => {
    expect(key(name, held)).toEqual({ type: 'go', to });
  });

  it('act, and leave the keys of the window alone', () => {
    expect(key('Enter')).toEqual({ type: 'press' });
    expect(key(' ')).toEqual({ type: 'menu' });
    expect(key('F10', { shiftKey: true })).toEqual({ type: 'menu' });
    expect(key('Delete')).toEqual({ type: 'unlink' });
    expect(key('z', { ctrlKey: true })).toEqual({ type: 'undo' });
    expect(key('-')).toEqual({ type: 'link', stance: 'against' });
    expect(key('-', { ctrlKey: true })).toBeUndefined();
    expect(key('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(key('F10')).toBeUndefined();
  });
});

describe('what is drawn of the matrix', () => {
  const sight = { top: 4000, left: 3600, width: 900, height: 800 };

  it('is what is in sight and a little more, however large it is', () => {
    const drawn = drawnIn(sight, 300, 300);
    expect(drawn.firstLine).toBeLessThanOrEqual(sight.top / LINE);
    expect(drawn.lastLine).toBeGreaterThanOrEqual((sight.top + sight.height - HEAD) / LINE);
    expect(drawn.lastLine - drawn.firstLine).toBeLessThan(50);
    expect(drawn.firstColumn).toBeLessThanOrEqual(sight.left / COLUMN);
    expect(drawn.lastColumn - drawn.firstColumn).toBeLessThan(50);
    expect(drawnIn(sight, 300_000, 300_000)).toEqual(drawn);
  });

  it('ends with the matrix', () => {
    expect(drawnIn({ ...sight, top: 0, left: 0 }, 3, 2)).toEqual({
      firstLine: 0,
      lastLine: 3,
      firstColumn: 0,
      lastColumn: 2,
    });
  });

  it('follows the keyboard no further than it has to', () => {
    expect(scrollFor(sight, 101, 101)).toEqual({ top: 4000, left: 3600 });
    expect(scrollFor(sight, 10, undefined)).toEqual({ top: 10 * LINE, left: 3600 });
    const below = scrollFor(sight, 200, 200);
    expect(below.top + sight.height - HEAD).toBe(201 * LINE);
    expect(below.left + sight.width - rowHeadWidth(sight.width)).toBe(201 * COLUMN);
  });
});
