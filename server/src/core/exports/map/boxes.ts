import type { MapEdge, MapNode, MapRole, MapTest, TextLine, TextRole } from '../../figures';
import { textWidth, type TextStyle } from '../text/measure';
import { evenLines } from './evenLines';

/** How each role of text is set. */
export const TEXT: Readonly<Record<TextRole, TextStyle & { readonly leading: number }>> = {
  heading: { size: 13, bold: true, leading: 16 },
  mark: { size: 10, bold: true, leading: 12 },
  label: { size: 12, leading: 15 },
  detail: { size: 10.5, leading: 13 },
  test: { size: 10, bold: true, leading: 13 },
  failed: { size: 10, bold: true, leading: 13 },
};

/** Room around the text of a box. */
const PADDING = { x: 10, y: 8 };

const WIDTHS: Readonly<Record<MapRole, number>> = {
  trigger: 116,
  mechanism: 132,
  lane: 132,
  step: 132,
  outcome: 116,
  construct: 116,
  group: 132,
  claim: 156,
  evidence: 132,
};

const LINES: Readonly<Record<'label' | 'detail', number>> = { label: 6, detail: 3 };

/** What is written in a box, and how large it has to be. Lines are placed relative to its upper left corner. */
export interface BoxContents {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** The contents of a node that holds no other; one that is folded is named like what holds others. */
export function boxOf({ role, label, detail, isCollapsed }: MapNode): BoxContents {
  const width = WIDTHS[role];
  const name = isCollapsed || role === 'group' ? 'heading' : 'label';
  const parts: readonly (readonly [TextRole, string, number])[] = [
    [name, role === 'claim' ? label : initial(label), LINES.label],
    ['detail', detail, LINES.detail],
  ];
  return stack(parts, width, role === 'claim' ? 'left' : 'middle', PADDING);
}

/** The heading of a node that holds others: what is over them. */
export function headingOf({ role, label, mark, detail }: MapNode): BoxContents {
  const isLane = role === 'lane';
  const name = isLane && mark !== '' ? `${mark} ${label}` : initial(label);
  const parts = [
    ['heading', name, 3],
    ['detail', detail, 1],
  ] as const;
  const padding = { x: 12, y: 8 };
  const set = stack(parts, HEADING_WIDTHS[role] ?? 230, 'middle', padding);
  const widths = set.lines.map((line) => textWidth(line.text, TEXT[line.role]));
  const width = Math.ceil(Math.max(0, ...widths)) + 2 * padding.x;
  return { ...set, width, lines: set.lines.map((line) => ({ ...line, x: width / 2 })) };
}

const HEADING_WIDTHS: Readonly<Partial<Record<MapRole, number>>> = { lane: 164, group: 150 };

/** With a capital, as what stands in a figure by itself; `eHealth` stays as it is. */
function initial(label: string): string {
  return /^\p{Ll}\p{Lu}/u.test(label) ? label : label.charAt(0).toUpperCase() + label.slice(1);
}

/** A note of evidence that stands below what it supports. */
export function noteOf(
  { label, detail }: MapNode,
  { role, tests }: MapEdge,
  width: number,
): BoxContents {
  const parts: (readonly [TextRole, string, number])[] = [
    ['detail', role === 'challenges' ? `Against: ${label}` : label, 2],
    ['detail', detail, 1],
    ...tests.map(
      (test) => [test.result === 'fail' ? 'failed' : 'test', testText(test), 1] as const,
    ),
  ];
  return stack(parts, width, 'left', { x: 8, y: 5 });
}

/** A test as a reader sees it: its result is told in words, not by colour alone. */
export function testText({ test, result }: MapTest): string {
  if (result === undefined) return `${test} test`;
  return result === 'pass' ? `${test} test: passed` : `${test} test: failed`;
}

/** What is written on an arrow, in a column of a width. */
export function edgeLabelOf(text: string, width = 92): BoxContents {
  const limit = 5;
  const lines = evenLines(text, width, TEXT.detail, limit);
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, TEXT.detail)));
  return stack([['detail', text, limit]], Math.ceil(widest) + 8, 'middle', { x: 4, y: 2 });
}

function stack(
  parts: readonly (readonly [TextRole, string, number])[],
  width: number,
  align: 'left' | 'middle',
  padding: { readonly x: number; readonly y: number },
): BoxContents {
  const isCentred = align === 'middle';
  const x = isCentred ? width / 2 : padding.x;
  const lines: TextLine[] = [];
  let y = padding.y;
  for (const [role, text, limit] of parts) {
    if (text === '') continue;
    const style = TEXT[role];
    for (const line of evenLines(text, width - 2 * padding.x, style, limit)) {
      // The letters stand on a line at about four fifths of their size.
      lines.push({ text: line, role, isCentred, x, y: y + (style.leading + style.size * 0.7) / 2 });
      y += style.leading;
    }
  }
  return { width, height: Math.ceil(y + padding.y), lines };
}
