import { instance } from '@viz-js/viz';
import DOMPurify from 'dompurify';
import mermaid from 'mermaid';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { mapDot } from '../../../server/src/core/exports/map/dot';
import { layoutMap } from '../../../server/src/core/exports/map/layout';
import { mapMermaid } from '../../../server/src/core/exports/map/mermaid';
import { mapSvg } from '../../../server/src/core/exports/map/svg';
import { namedMap } from '../../../server/src/core/exports/map/tree';
import type { ArgumentMap } from '../../../server/src/core/figures';
import { exampleMap, EXAMPLES } from '../../tools/exampleMaps';
import { layoutEngine } from '../../tools/layoutEngine';
import { HOSTILE, hostileMap } from './hostileMap';

const MAPS: readonly (readonly [string, () => Promise<ArgumentMap>])[] = [
  ...EXAMPLES.flatMap((name) => [
    [name, () => exampleMap(name)] as const,
    [`${name} in full`, () => exampleMap(name, { evidence: true, claims: true })] as const,
  ]),
  ['hostile labels', () => Promise.resolve(hostileMap())],
  ['nothing', () => Promise.resolve({ title: '', nodes: [], edges: [] })],
];

/** Reads a flowchart by Mermaid's own parser. */
async function read(text: string): Promise<Flowchart> {
  await mermaid.parse(text);
  // What it has read is told by an interface that is on its way out, and by no other.
  const { mermaidAPI } = mermaid as unknown as Reader;
  return (await mermaidAPI.getDiagramFromText(text)).db;
}

interface Reader {
  readonly mermaidAPI: {
    getDiagramFromText(text: string): Promise<{ readonly db: Flowchart }>;
  };
}

/** What Mermaid's database holds of a flowchart, as far as it is asked for here. */
interface Flowchart {
  getVertices(): ReadonlyMap<string, { readonly id: string; readonly text?: string }>;
  getEdges(): readonly { readonly start: string; readonly end: string }[];
  getSubGraphs(): readonly { readonly id: string; readonly title: string }[];
}

describe('Mermaid', () => {
  beforeAll(() => {
    // Without a browser there is no document to clean labels in; here only the grammar is asked.
    Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });
  });

  test.each(MAPS)('reads %s: every node, every arrow', async (_, find) => {
    const map = await find();
    const chart = await read(mapMermaid(map));
    const groups = new Set(chart.getSubGraphs().map(({ id }) => id));
    const leaves = [...chart.getVertices().keys()].filter((id) => !groups.has(id));
    expect(groups.size + leaves.length).toBe(map.nodes.length);
    expect(chart.getEdges().map(({ start, end }) => [start, end])).toEqual(
      namedMap(map).edges.map(({ from, to }) => [from, to]),
    );
  });

  test('reads labels as they were, on one line', async () => {
    const nodes = hostileMap().nodes.filter(({ role }) => role === 'construct');
    const chart = await read(mapMermaid({ title: '', nodes, edges: [] }));
    const labels = [...chart.getVertices().values()].map(({ text = '' }) => decoded(text).trim());
    expect(labels).toEqual(
      HOSTILE.map((label) =>
        label
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .replace(/\p{Cs}/u, '\uFFFD')
          .trim(),
      ),
    );
  });
});

/** Mermaid keeps its entities in a form of its own until it draws them. */
function decoded(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

test.each(MAPS)('Graphviz draws %s', async (_, find) => {
  const map = await find();
  const viz = await instance();
  const { status, errors, output } = viz.render(mapDot(map), { format: 'json' });
  // It warns of letters that its own table of widths does not hold.
  const grave = errors.filter(({ message }) => !message.includes('no value for width'));
  expect([status, grave]).toEqual(['success', []]);
  const { objects = [] } = JSON.parse(output ?? '{}') as { objects?: readonly unknown[] };
  expect(objects).toHaveLength(map.nodes.length);
});

test.each(MAPS)('the SVG of %s is well formed and holds every node and text', async (_, find) => {
  const map = await find();
  const laid = await layoutMap(map, layoutEngine);
  const keys: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    const key = attributes['data-node']?.value;
    if (key !== undefined) keys.push(key);
  });
  parser.on('text', (more) => (text += more));
  parser.write(mapSvg(laid)).close();
  const wellFormed = (key: string) => key.replace(/[\p{Cs}\p{Cc}\uFFFE\uFFFF\s]/gu, '');
  const shown = new Set(keys.map(wellFormed).map((key) => key.replaceAll('\uFFFD', '')));
  for (const { key } of map.nodes) expect(shown).toContain(wellFormed(key));
  for (const { lines } of laid.nodes) {
    for (const line of lines) expect(clean(text)).toContain(clean(line.text));
  }
});

function clean(text: string): string {
  return text.replace(/[\p{Cs}\p{Cc}\uFFFD\s]+/gu, '');
}
