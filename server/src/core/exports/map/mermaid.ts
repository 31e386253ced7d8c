import type { ArgumentMap, MapLink, MapRole } from '../../figures';
import { edgeText, labelLines, namedMap, oneLine, type NamedNode } from './tree';

/** What surrounds the label of a node, by role; see Mermaid's documentation of flowcharts. */
const SHAPES: Readonly<Partial<Record<MapRole, readonly [string, string]>>> = {
  trigger: ['{{', '}}'],
  step: ['(', ')'],
  construct: ['([', '])'],
  evidence: ['>', ']'],
};

const ARROWS: Readonly<Record<MapLink, string>> = {
  trigger: '-->',
  sequence: '-->',
  outcome: '-->',
  causes: '==>',
  supports: '-.->',
  challenges: '-.-x',
  premise: '-.->',
  rival: '-.-x',
};

/** A map as a flowchart of Mermaid, from left to right; lanes and what is in them from top to bottom. */
export function mapMermaid(map: ArgumentMap): string {
  const { tops, edges } = namedMap(map);
  return [
    ...(map.title === '' ? [] : ['---', `title: ${JSON.stringify(oneLine(map.title))}`, '---']),
    'flowchart LR',
    ...tops.flatMap((top) => nodeLines(top, '  ')),
    ...edges.map(({ from, to, edge }) => {
      const text = edgeText(edge);
      return `  ${from} ${ARROWS[edge.role]}${text === '' ? '' : `|${quoted([text])}|`} ${to}`;
    }),
    '',
  ].join('\n');
}

function nodeLines({ name, node, inner }: NamedNode, indent: string): string[] {
  const label = quoted(labelLines(node));
  if (inner.length === 0) {
    const [open, close] = SHAPES[node.role] ?? ['[', ']'];
    return [`${indent}${name}${open}${label}${close}`];
  }
  return [
    `${indent}subgraph ${name}[${label}]`,
    ...(node.role === 'lane' ? [`${indent}  direction TB`] : []),
    ...inner.flatMap((one) => nodeLines(one, `${indent}  `)),
    `${indent}end`,
  ];
}

/** What may mean something to Mermaid, to Markdown or to HTML inside a label. */
const TELLING = /[^\p{L}\p{M}\p{N} ,.!?'’‘“”„«»…–—()/:+-]/gu;
/** What would begin a list or a link there. */
const BEGINNING = /^[-+](?=\s)|^(\d+)[.)](?=\s)|:(?=\/\/)/g;

/** A label in quotes. Mermaid has entities of its own: `#34;` is a quotation mark. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    oneLine(line)
      .replace(TELLING, entity)
      .replace(BEGINNING, (sign, number: string | undefined) =>
        number === undefined ? entity(sign) : `${number}${entity(sign.slice(-1))}`,
      ),
  );
  // An empty label is no label to it.
  return `"${escaped.join('<br/>') || ' '}"`;
}

function entity(sign: string): string {
  return `#${sign.codePointAt(0) ?? 0};`;
}
