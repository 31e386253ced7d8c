import { describe, expect, it } from 'vitest';
import { step, type Walkable } from '../../../../client/src/panels/web/map/walk';

/** Boxes drawn as letters on a grid; arrows as pairs of letters. */
function drawn(text: string, arrows = ''): Walkable {
  const rows = text.trim().split('\n');
  const nodes = rows.flatMap((row, y) =>
    [...row.trim()].flatMap((letter, x) =>
      letter === '.'
        ? []
        : [{ key: letter, node: letter, x: x * 100, y: y * 60, width: 60, height: 30 }],
    ),
  );
  const edges = arrows.split(' ').flatMap((pair) => {
    const [from, to] = [...pair];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
  return { nodes, edges };
}

describe('the arrow keys on a map', () => {
  it('lead along the arrows, though something else stands nearer', () => {
    const map = drawn(
      `
      ab.
      ..c`,
      'ac',
    );
    expect(step(map, 'a', 'right')).toBe('c');
    expect(step(map, 'c', 'left')).toBe('a');
    expect(step(map, 'b', 'left')).toBe('a');
  });

  it('lead to what is nearest in a direction where no arrow leads there', () => {
    const map = drawn(`
      a.c
      .b.
      d.e`);
    expect(step(map, 'a', 'down')).toBe('d');
    expect(step(map, 'e', 'up')).toBe('c');
    expect(step(map, 'a', 'right')).toBe('b');
    expect(step(map, 'b', 'right')).toBe('c');
  });

  it('stay where nothing stands in a direction', () => {
    const map = drawn('ab');
    expect(step(map, 'b', 'right')).toBeUndefined();
    expect(step(map, 'a', 'up')).toBeUndefined();
  });

  it('begin at the first node where the one they were at has gone', () => {
    expect(step(drawn('ab'), 'z', 'right')).toBe('a');
  });

  it('reach every node of a connected map', () => {
    const map = drawn(
      `
      a.d.g
      .bc.h
      e...f`,
      'ab bc cd dg gh hf ef',
    );
    const seen = new Set(['a']);
    for (const key of seen) {
      for (const to of ['left', 'right', 'up', 'down'] as const) {
        const next = step(map, key, to);
        if (next !== undefined) seen.add(next);
      }
    }
    expect([...seen].sort().join('')).toBe('abcdefgh');
  });
});
