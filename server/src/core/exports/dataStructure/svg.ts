import { FONT_FAMILY } from '../text/measure';
import { escapeXml } from '../text/xml';
import { FONT_SIZE, HEADING_SIZE, STYLES, type FigureBox } from './figure';
import { layoutFigure, type PlacedBox, type PlacedLine, type PlacedText } from './layout';

/**
 * The figure of a data structure as SVG 1.1, in black on white for print: a column for each tier, concepts as lists,
 * facets under the name of their construct, and a line from each box to what it belongs to. The same boxes give the same
 * bytes.
 * @param boxes those that belong to a box stand before it
 */
export function dataStructureSvg(boxes: readonly FigureBox[]): string {
  const { width, height, headings, boxes: placed, lines } = layoutFigure(boxes);
  const size = `${number(width)} ${number(height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${size}" role="img" aria-labelledby="title">`,
    '<title id="title">Data structure</title>',
    `<rect width="${number(width)}" height="${number(height)}" fill="#fff"/>`,
    `<g font-family="${escapeXml(FONT_FAMILY)}" fill="#000">`,
    `<g font-size="${HEADING_SIZE}">`,
    ...headings.map(textElement),
    '</g>',
    '<g fill="none" stroke="#444" shape-rendering="crispEdges">',
    ...lines.map(lineElement),
    '</g>',
    `<g font-size="${FONT_SIZE}">`,
    ...placed.flatMap(boxElements),
    '</g>',
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function boxElements(box: PlacedBox): string[] {
  const { x, y, width, height, rule, texts, title, column } = box;
  const { radius, fill } = STYLES[column];
  const rounded = radius > 0 ? ` rx="${radius}"` : '';
  return [
    '<g>',
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"${rounded} fill="${fill}" stroke="#222"/>`,
    ...(rule === undefined
      ? []
      : [
          lineElement([
            [x, rule],
            [x + width, rule],
          ]).replace('/>', ' stroke="#999"/>'),
        ]),
    ...texts.map(textElement),
    '</g>',
  ];
}

function lineElement(corners: PlacedLine): string {
  const [[x, y] = [0, 0], ...rest] = corners;
  let at = { x, y };
  const steps = rest.map(([toX, toY]) => {
    const step = toY === at.y ? `H${number(toX)}` : `V${number(toY)}`;
    at = { x: toX, y: toY };
    return step;
  });
  return `<path d="M${number(x)} ${number(y)}${steps.join('')}"/>`;
}

function textElement({ x, baseline, text, anchor, isBold }: PlacedText): string {
  const middle = anchor === 'middle' ? ' text-anchor="middle"' : '';
  const bold = isBold ? ' font-weight="bold"' : '';
  return `<text x="${number(x)}" y="${number(baseline)}"${middle}${bold}>${escapeXml(text)}</text>`;
}

/** To a tenth of a pixel, which no eye can tell apart. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
