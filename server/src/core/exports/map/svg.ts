import type { Box, LaidOutEdge, LaidOutMap, LaidOutNode, Point, TextLine } from '../../figures';
import { escapeXml } from '../text/xml';
import { mapStyles, PRINT } from './palette';

/** How far corners of arrows are rounded. */
const BEND = 6;
const HEAD = { length: 7, width: 6.4 };

/**
 * A map as SVG 1.1 that stands by itself: light, for print, with its own style sheet. The same map gives the same bytes.
 * @param description what the drawing shows, for who has it read out
 */
export function mapSvg(map: LaidOutMap, description = ''): string {
  const { width, height } = map;
  const title = map.title === '' ? 'Mechanism map' : map.title;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="warrant-map" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description === '' ? describe(map) : description)}</desc>`,
    `<style>${mapStyles(PRINT)}</style>`,
    `<rect class="paper" width="${number(width)}" height="${number(height)}"/>`,
    drawMap(map),
    '</svg>',
    '',
  ].join('\n');
}

/**
 * What stands inside the `svg` element: groups of class `node` and `edge` with the class of their role, and with
 * `data-key`, `data-node` and `data-id` as the laid-out map has them. Colours come from a style sheet, see
 * {@link mapStyles}; the element around it is of class `warrant-map`.
 */
export function drawMap({ nodes, edges }: LaidOutMap): string {
  const isHolder = ({ role }: LaidOutNode) => HOLDERS.has(role);
  return [
    ...nodes.filter(isHolder).map(nodeElement),
    ...edges.map(edgeElement),
    ...nodes.filter((node) => !isHolder(node)).map(nodeElement),
    ...edges.map(edgeLabel),
  ]
    .filter((element) => element !== '')
    .join('\n');
}

/** What may hold other nodes stands behind the arrows. */
const HOLDERS: ReadonlySet<string> = new Set(['lane', 'mechanism', 'group']);

/** In one sentence what there is to see. */
function describe({ nodes }: LaidOutMap): string {
  const count = (role: string) => new Set(nodes.filter((node) => node.role === role)).size;
  const parts = (
    [
      ['mechanism', 'mechanisms'],
      ['lane', 'phases'],
      ['step', 'steps'],
      ['construct', 'constructs'],
      ['outcome', 'outcomes'],
    ] as const
  ).flatMap(([role, plural]) => {
    const number = count(role);
    return number === 0 ? [] : [number === 1 ? `1 ${plural.slice(0, -1)}` : `${number} ${plural}`];
  });
  return `A diagram of ${parts.join(', ')}.`;
}

function nodeElement(node: LaidOutNode): string {
  const { key, node: inMap, id, role, title, lines, tests } = node;
  const classes = [
    'node',
    role,
    ...(node.isAgainst ? ['against'] : []),
    ...(tests.some(({ result }) => result === 'fail') ? ['refuted'] : []),
    ...(node.isIncomplete ? ['incomplete'] : []),
    ...(node.isCollapsed ? ['collapsed'] : []),
  ];
  const badge = lines.find((line) => line.role === 'mark');
  return [
    `<g class="${classes.join(' ')}" data-key="${escapeXml(key)}" data-node="${escapeXml(inMap)}"${data('id', id)}>`,
    `<title>${escapeXml(title)}</title>`,
    ...shapes(node),
    ...(badge ? [badgeElement(badge)] : []),
    ...lines.map(textElement),
    '</g>',
  ].join('');
}

function shapes(node: LaidOutNode): string[] {
  const { role, x, y, width, height } = node;
  switch (role) {
    case 'evidence': {
      const fold = 8;
      return [
        `<path class="shape" d="M${pair(x, y)}H${number(x + width - fold)}l${fold} ${fold}V${number(y + height)}H${number(x)}Z"/>`,
        `<path class="fold" d="M${pair(x + width - fold, y)}v${fold}h${fold}"/>`,
      ];
    }
    case 'trigger': {
      const [tip, middle] = [8, y + height / 2];
      return [
        `<path class="shape" d="M${pair(x + tip, y)}H${number(x + width - tip)}L${pair(x + width, middle)}L${pair(x + width - tip, y + height)}H${number(x + tip)}L${pair(x, middle)}Z"/>`,
      ];
    }
    case 'claim':
      return [
        rectangle(node, 0),
        `<rect class="bar" x="${number(x)}" y="${number(y)}" width="4" height="${number(height)}"/>`,
      ];
    default:
      return [rectangle(node, RADII[role] ?? 3, node.isCollapsed)];
  }
}

const RADII: Readonly<Partial<Record<LaidOutNode['role'], number>>> = {
  mechanism: 10,
  lane: 4,
  step: 7,
  outcome: 2,
  construct: 16,
  group: 16,
};

function rectangle({ x, y, width, height }: Box, radius: number, isFolded = false): string {
  const round = radius > 0 ? ` rx="${radius}"` : '';
  const size = `width="${number(width)}" height="${number(height)}"${round}`;
  // What is folded looks like a pile.
  const behind = isFolded
    ? `<rect class="shape" x="${number(x + 3)}" y="${number(y + 3)}" ${size}/>`
    : '';
  return `${behind}<rect class="shape" x="${number(x)}" y="${number(y)}" ${size}/>`;
}

function badgeElement({ text, x, y }: TextLine): string {
  const width = Math.max(16, 6 * text.length + 8);
  return `<rect class="badge" x="${number(x - width / 2)}" y="${number(y - 11.5)}" width="${width}" height="16" rx="8"/>`;
}

function edgeElement({ key, role, from, to, id, title, points }: LaidOutEdge): string {
  const end = points[points.length - 1];
  const before = points[points.length - 2];
  if (!end || !before) return '';
  return [
    `<g class="edge ${role}" data-key="${escapeXml(key)}" data-from="${escapeXml(from)}" data-to="${escapeXml(to)}"${data('id', id)}>`,
    title === '' ? '' : `<title>${escapeXml(title)}</title>`,
    `<path class="path" d="${route(points)}"/>`,
    `<path class="head" d="${head(before, end)}"/>`,
    '</g>',
  ].join('');
}

function edgeLabel({ key, role, label, title }: LaidOutEdge): string {
  if (!label) return '';
  return [
    `<g class="edge ${role}" data-key="${escapeXml(key)}">`,
    title === '' ? '' : `<title>${escapeXml(title)}</title>`,
    ...label.lines.map(textElement),
    '</g>',
  ].join('');
}

/** A line with rounded corners that ends where the head of the arrow begins. */
function route(points: readonly Point[]): string {
  const [start = { x: 0, y: 0 }] = points;
  let path = `M${pair(start.x, start.y)}`;
  for (let index = 1; index < points.length; index++) {
    const [before, at, next] = [points[index - 1], points[index], points[index + 1]];
    if (!before || !at) continue;
    if (!next) {
      const end = toward(at, before, HEAD.length - 1);
      path += `L${pair(end.x, end.y)}`;
      continue;
    }
    const radius = Math.min(BEND, distance(before, at) / 2, distance(at, next) / 2);
    const [into, out] = [toward(at, before, radius), toward(at, next, radius)];
    path += `L${pair(into.x, into.y)}Q${pair(at.x, at.y)} ${pair(out.x, out.y)}`;
  }
  return path;
}

function head(before: Point, end: Point): string {
  const length = distance(before, end) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const [x, y] = [end.x - dx * HEAD.length, end.y - dy * HEAD.length];
  const half = HEAD.width / 2;
  return `M${pair(end.x, end.y)}L${pair(x - dy * half, y + dx * half)}L${pair(x + dy * half, y - dx * half)}Z`;
}

/** The point at a distance from one point on the way to another. */
function toward(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  const part = Math.min(1, by / length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function textElement({ text, role, isCentred, x, y }: TextLine): string {
  const classes = isCentred ? `${role} middle` : role;
  return `<text class="${classes}" x="${number(x)}" y="${number(y)}">${escapeXml(text)}</text>`;
}

function data(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` data-${name}="${escapeXml(value)}"`;
}

function pair(x: number, y: number): string {
  return `${number(x)} ${number(y)}`;
}

/** To a tenth of a pixel, which no eye can tell apart. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
