import { describe, expect, test } from 'vitest';
import { argumentMap } from '../../../server/src/core/features/map/argumentMap';
import { layoutMap } from '../../../server/src/core/exports/map/layout';
import { textWidth } from '../../../server/src/core/exports/text/measure';
import { TEXT } from '../../../server/src/core/exports/map/boxes';
import type { Box, LaidOutMap, LaidOutNode } from '../../../server/src/core/figures';
import { exampleMap, EXAMPLES } from '../../tools/exampleMaps';
import { layoutEngine } from '../../tools/layoutEngine';
import { projectFrom } from '../../tools/project';
import { hostileMap } from './hostileMap';

const FULL = { evidence: true, claims: true };

async function laid(name: (typeof EXAMPLES)[number] | 'hostile', full: boolean) {
  const map = name === 'hostile' ? hostileMap() : await exampleMap(name, full ? FULL : {});
  return { map, drawing: await layoutMap(map, layoutEngine) };
}

const CASES = [...EXAMPLES, 'hostile' as const].flatMap((name) => [
  [name, false] as const,
  [name, true] as const,
]);

describe.each(CASES)('the map of %s (in full: %s)', (name, full) => {
  test('lets no box overlap another that it does not hold, and keeps what is held inside', async () => {
    const { map, drawing } = await laid(name, full);
    const parents = new Map(map.nodes.map(({ key, parent }) => [key, parent]));
    const isInside = (inner: LaidOutNode, outer: LaidOutNode): boolean => {
      for (let at = parents.get(inner.node); at !== undefined; at = parents.get(at)) {
        if (at === outer.node) return true;
      }
      // A note stands in what holds the thing that it is a note to.
      return inner.role === 'evidence' && contains(outer, inner) && outer.role !== 'evidence';
    };
    for (const [index, one] of drawing.nodes.entries()) {
      for (const other of drawing.nodes.slice(index + 1)) {
        if (!overlap(one, other)) continue;
        const [outer, inner] = isInside(other, one) ? [one, other] : [other, one];
        expect(isInside(inner, outer), `${one.key} and ${other.key} overlap`).toBe(true);
        expect(contains(outer, inner), `${inner.key} in ${outer.key}`).toBe(true);
      }
    }
  });

  test('keeps text inside its box and everything inside the drawing', async () => {
    const { drawing } = await laid(name, full);
    for (const node of drawing.nodes) {
      expect(contains({ x: 0, y: 0, ...drawing }, node), node.key).toBe(true);
      for (const { role, text, isCentred, x, y } of node.lines) {
        if (role === 'mark') continue;
        const width = textWidth(text, TEXT[role]);
        const left = isCentred ? x - width / 2 : x;
        const line = { x: left, y: y - TEXT[role].size * 0.8, width, height: TEXT[role].size };
        expect(contains(node, line, 1), `“${text}” in ${node.key}`).toBe(true);
      }
    }
  });

  test('draws every arrow, from one end to the other, at right angles', async () => {
    const { map, drawing } = await laid(name, full);
    const boxes = new Map(drawing.nodes.map((node) => [node.key, withNotes(node, drawing)]));
    const wanted = map.edges.filter(({ role }) => role !== 'supports' && role !== 'challenges');
    expect(drawing.edges.map(({ key }) => key)).toEqual(wanted.map(({ key }) => key));
    for (const { key, from, to, points } of drawing.edges) {
      expect(touches(boxes.get(from), points[0]), `beginning of ${key}`).toBe(true);
      expect(touches(boxes.get(to), points[points.length - 1]), `end of ${key}`).toBe(true);
      for (const [index, { x, y }] of points.slice(1).entries()) {
        const before = points[index] ?? { x, y };
        expect(Math.min(Math.abs(x - before.x), Math.abs(y - before.y)), key).toBeLessThan(0.1);
      }
    }
  });

  test('is the same each time', async () => {
    const [one, two] = [await laid(name, full), await laid(name, full)];
    expect(one.drawing).toEqual(two.drawing);
  });
});

test('lanes stand side by side in their order, with one top and one bottom', async () => {
  const { drawing } = await laid('partnership', false);
  const lanes = drawing.nodes.filter(({ role }) => role === 'lane');
  expect(lanes.map(({ id }) => id)).toEqual(['s-comply', 's-learn', 's-crisis']);
  expect(new Set(lanes.map(({ y }) => y)).size).toBe(1);
  expect(new Set(lanes.map(({ height }) => height)).size).toBe(1);
  const [first, second, third] = lanes.map(({ x, width }) => [x, x + width]) as [
    [number, number],
    [number, number],
    [number, number],
  ];
  expect(first[1]).toBeLessThan(second[0]);
  expect(second[1]).toBeLessThan(third[0]);
});

test('the trigger stands at the left of its mechanism, the outcome at the right', async () => {
  const { drawing } = await laid('partnership', false);
  const [path, outcome] = [find(drawing, 'm-path'), find(drawing, 'k-core')];
  const trigger = drawing.nodes.find(({ key }) => key === '#m-path trigger 1') ?? path;
  expect(trigger.x + trigger.width).toBeLessThan(path.x);
  expect(outcome.x).toBeGreaterThan(path.x + path.width);
});

test('evidence is a note below each thing that it supports', async () => {
  const { drawing } = await laid('motivation', true);
  const [draw, tempt] = [find(drawing, 's-draw'), find(drawing, 's-tempt')];
  const notes = drawing.nodes.filter(({ id }) => id === 'e-bed' || id === 'e-dare');
  expect(notes.filter(({ id }) => id === 'e-dare').length).toBeGreaterThan(1);
  const bed = notes.find(({ id }) => id === 'e-bed');
  expect([bed?.x, (bed?.y ?? 0) > draw.y]).toEqual([draw.x, true]);
  expect(notes.some(({ x, y }) => x === tempt.x && y > tempt.y)).toBe(true);
});

/** The box with the notes below it: from top to bottom, arrows leave below these. */
function withNotes(node: LaidOutNode, { nodes }: LaidOutMap): Box {
  const notes = nodes.filter(
    ({ role, x, y }) => role === 'evidence' && x === node.x && y > node.y && y < node.y + 400,
  );
  const bottoms = notes
    .filter(({ key }) => key.endsWith(` ${node.node}`))
    .map((note) => note.y + note.height);
  return { ...node, height: Math.max(node.y + node.height, ...bottoms) - node.y };
}

function find({ nodes }: LaidOutMap, id: string): LaidOutNode {
  const found = nodes.find((node) => node.id === id);
  if (!found) throw new Error(`nothing is drawn for ${id}`);
  return found;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - 0.1 &&
    b.x < a.x + a.width - 0.1 &&
    a.y < b.y + b.height - 0.1 &&
    b.y < a.y + a.height - 0.1
  );
}

function contains(outer: Box, inner: Box, slack = 0.1): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

/** Whether a point is on a box. */
function touches(box: Box | undefined, point: { x: number; y: number } | undefined): boolean {
  if (!box || !point) return false;
  const { x, y } = point;
  return (
    x >= box.x - 3 && x <= box.x + box.width + 3 && y >= box.y - 3 && y <= box.y + box.height + 3
  );
}

test.each([
  [20, 'NETWORK_SIMPLEX'],
  [130, 'BRANDES_KOEPF'],
])('of %d propositions that hang together, nodes are placed by %s', async (count, strategy) => {
  const claims = Array.from(
    { length: count },
    (_, n) => `[P]{.claim #p-${n} type=proposition cause="#k-hub" effect="end ${n}"}\n`,
  );
  const map = argumentMap(
    await projectFrom({ 'paper.md': ['[hub]{.construct #k-hub}\n', ...claims].join('\n') }),
    {
      evidence: false,
      claims: false,
      tests: false,
      collapsed: new Set(),
    },
  );
  const used: unknown[] = [];
  const drawing = await layoutMap(map, (graph) => {
    used.push(graph.layoutOptions?.['elk.layered.nodePlacement.strategy']);
    return layoutEngine(graph);
  });
  expect(drawing.nodes.length).toBeGreaterThan(count);
  expect(used).toEqual([strategy]);
});
