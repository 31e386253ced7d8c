import type { ArgumentMap, MapEdge, MapLink, MapRole } from '../../figures';
import { edgeText, labelLines, namedMap, oneLine, type NamedNode } from './tree';

const SHAPES: Readonly<Record<MapRole, string>> = {
  trigger: 'shape=hexagon',
  mechanism: 'shape=box, style=rounded',
  lane: 'shape=box',
  step: 'shape=box, style=rounded',
  outcome: 'shape=box, penwidth=2',
  construct: 'shape=box, style="rounded,filled", fillcolor="#e8f0f8"',
  group: 'shape=box, style="rounded,filled", fillcolor="#e8f0f8"',
  claim: 'shape=box',
  evidence: 'shape=note, fontsize=10',
};

const CLUSTERS: Readonly<Partial<Record<MapRole, string>>> = {
  lane: 'style=filled; color="#f3f1ec";',
  group: 'style="rounded,filled"; color="#3f6f9f"; fillcolor="#f5f9fd";',
};

const ARROWS: Readonly<Record<MapLink, string>> = {
  trigger: '',
  sequence: '',
  outcome: '',
  causes: 'penwidth=1.5, color="#3f6f9f"',
  supports: 'style=dotted',
  challenges: 'style=dashed, arrowhead=tee, color="#a8402f"',
  premise: 'style=dotted',
  rival: 'style=dashed, arrowhead=tee, color="#a8402f"',
};

/** How long a line of a label may be, in characters: Graphviz breaks none itself. */
const LINE = 26;

/** A map in the DOT language of Graphviz, drawn from left to right; what holds others is a cluster. */
export function mapDot(map: ArgumentMap): string {
  const { tops, edges } = namedMap(map);
  const anchors = new Map(tops.flatMap((top) => anchorsOf(top)));
  return [
    'digraph map {',
    `  graph [rankdir=LR, compound=true, fontname="Helvetica", label=${quoted([map.title])}];`,
    '  node [fontname="Helvetica", fontsize=12];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...tops.flatMap((top) => nodeLines(top, '  ')),
    ...edges.map(({ from, to, edge }) => edgeLine(from, to, edge, anchors)),
    '}',
    '',
  ].join('\n');
}

/** Arrows of Graphviz join nodes: one to a cluster is drawn to the first node in it, and cut at the border. */
function edgeLine(
  from: string,
  to: string,
  edge: MapEdge,
  anchors: ReadonlyMap<string, string>,
): string {
  const [tail = from, head = to] = [anchors.get(from), anchors.get(to)];
  const text = edgeText(edge);
  const attributes = [
    ...(text === '' ? [] : [`label=${quoted([text])}`]),
    ...(tail === from ? [] : [`ltail="cluster_${from}"`]),
    ...(head === to ? [] : [`lhead="cluster_${to}"`]),
    ...(ARROWS[edge.role] === '' ? [] : [ARROWS[edge.role]]),
  ];
  return `  ${tail} -> ${head}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''};`;
}

function anchorsOf({ name, inner }: NamedNode): (readonly [string, string])[] {
  let [first] = inner;
  if (!first) return [];
  while (first.inner[0]) first = first.inner[0];
  return [[name, first.name], ...inner.flatMap((one) => anchorsOf(one))];
}

function nodeLines({ name, node, inner }: NamedNode, indent: string): string[] {
  const label = quoted(labelLines(node));
  if (inner.length === 0) return [`${indent}${name} [label=${label}, ${SHAPES[node.role]}];`];
  return [
    `${indent}subgraph cluster_${name} {`,
    `${indent}  label=${label}; ${CLUSTERS[node.role] ?? 'style=rounded; color="#7a4f9c";'}`,
    ...inner.flatMap((one) => nodeLines(one, `${indent}  `)),
    `${indent}}`,
  ];
}

/** A label in quotes; a backslash would begin an escape such as `\N`. */
function quoted(lines: readonly string[]): string {
  const broken = lines.flatMap((line) => brokenAt(oneLine(line), LINE));
  const escaped = broken.map((line) => line.replace(/[\\"]/g, '\\$&').replace(/&/g, '&amp;'));
  return `"${escaped.join('\\n')}"`;
}

function brokenAt(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
