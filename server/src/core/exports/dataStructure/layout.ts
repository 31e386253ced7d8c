import { textWidth } from '../text/measure';
import { wrapText } from '../text/wrap';
import {
  FIGURE_COLUMNS,
  FONT_SIZE,
  LINE_HEIGHT,
  STYLES,
  type FigureBox,
  type FigureColumn,
  type FigureFacet,
} from './figure';

/** A line of text in a figure; `x` is its left end, or its middle. */
export interface PlacedText {
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly baseline: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle';
  readonly isBold: boolean;
}

/** A box of a figure, in pixels. */
export interface PlacedBox {
  readonly column: FigureColumn;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  /** The height of the line between its name and its facets. */
  readonly rule?: number;
  /** What it stands for, for who points at it or has it read out. */
  readonly title: string;
}

/** A line from a box to one further on, by its corners. */
export type PlacedLine = readonly (readonly [x: number, y: number])[];

/** A figure with a place for everything. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly PlacedText[];
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
}

const MARGIN = 16;
/** Between columns. */
const GAP = 44;
/** Between boxes that belong to boxes of each column. */
const SPACES: Readonly<Record<FigureColumn, number>> = {
  concept: 10,
  theme: 10,
  dimension: 14,
  construct: 24,
};
/** Between boxes that belong to none. */
const TOP_SPACE = 26;
/** Between the edge of a box and its text. */
const PADDING = 9;
const HEADING_HEIGHT = 34;

/**
 * Finds a place for the boxes of a data structure: a column for each tier, and beside each box those that belong to it.
 * Concepts that belong to the same themes share a box, as they do in print.
 * @param boxes those that belong to a box stand before it
 */
export function layoutFigure(boxes: readonly FigureBox[]): FigureLayout {
  const columns = FIGURE_COLUMNS.filter((column) => boxes.some((box) => box.column === column));
  const lefts = new Map<FigureColumn, number>();
  let x = MARGIN;
  for (const column of columns) {
    lefts.set(column, x);
    x += STYLES[column].width + GAP;
  }
  const headings = columns.map((column): PlacedText => {
    const { heading, width } = STYLES[column];
    const middle = (lefts.get(column) ?? 0) + width / 2;
    return { x: middle, baseline: MARGIN + 13, text: heading, anchor: 'middle', isBold: true };
  });
  const units = unitsOf(boxes);
  const tops = units.filter(({ parents }) => parents.length === 0);
  const height = stack(tops, MARGIN + HEADING_HEIGHT, TOP_SPACE);
  const placed = new Map(
    units.flatMap((unit) => {
      const box = place(unit, lefts.get(unit.column) ?? 0);
      return unit.keys.map((key) => [key, box] as const);
    }),
  );
  const lines = linesBetween(
    units.flatMap(({ keys: [key = ''], parents }) =>
      parents.flatMap((parent) => {
        const [from, to] = [placed.get(key), placed.get(parent)];
        return from && to ? [{ from, to }] : [];
      }),
    ),
  );
  return {
    width: Math.max(x - GAP + MARGIN, 2 * MARGIN),
    height: MARGIN + HEADING_HEIGHT + height + MARGIN,
    headings,
    boxes: [...new Set(placed.values())],
    lines,
  };
}

/** What is drawn as one box. */
interface Unit {
  readonly keys: readonly string[];
  readonly column: FigureColumn;
  readonly parents: readonly string[];
  readonly rows: readonly Row[];
  /** After how many rows the facets begin; 0 where there are none. */
  readonly ruleAfter: number;
  readonly height: number;
  readonly title: string;
  readonly children: Unit[];
  y: number;
}

/** A line of text in a box; without an indent, it stands in the middle. */
interface Row {
  readonly text: string;
  readonly indent?: number;
  readonly isBold: boolean;
}

function unitsOf(boxes: readonly FigureBox[]): Unit[] {
  const groups: FigureBox[][] = [];
  for (const box of boxes) {
    const last = groups.at(-1);
    const [before] = last ?? [];
    const isAlike =
      box.column === 'concept' &&
      before?.column === 'concept' &&
      box.parents.length > 0 &&
      box.parents.join(' ') === before.parents.join(' ');
    if (last && isAlike) last.push(box);
    else groups.push([box]);
  }
  const units = groups.map(unitOf);
  const byKey = new Map(units.flatMap((unit) => unit.keys.map((key) => [key, unit] as const)));
  for (const unit of units) byKey.get(unit.parents[0] ?? '')?.children.push(unit);
  return units;
}

function unitOf(group: readonly FigureBox[]): Unit {
  const column = group[0]?.column ?? 'concept';
  const room = STYLES[column].width - 2 * PADDING;
  const isList = column === 'concept';
  const names = group.flatMap((box) =>
    isList
      ? [...listed(box.name, 0, room), ...facetRows(box.facets, 1, room)]
      : centred(box.name, room, STYLES[column].isBold),
  );
  const facets = isList ? [] : group.flatMap((box) => facetRows(box.facets, 0, room));
  const rows = [...names, ...facets];
  const ruleAfter = facets.length > 0 ? names.length : 0;
  return {
    keys: group.map(({ key }) => key),
    column,
    parents: group[0]?.parents ?? [],
    rows,
    ruleAfter,
    height: rows.length * LINE_HEIGHT + (ruleAfter > 0 ? RULE_HEIGHT : 0) + 2 * PADDING - 2,
    title: group.map(titleOf).join('\n'),
    children: [],
    y: 0,
  };
}

/** What the line between a name and its facets takes. */
const RULE_HEIGHT = 8;

function titleOf({ name, definition }: FigureBox): string {
  return definition === undefined ? name : `${name}: ${definition}`;
}

function centred(text: string, room: number, isBold: boolean): Row[] {
  return wrapText(text, room, { size: FONT_SIZE, bold: isBold }).map((line) => {
    return { text: line, isBold };
  });
}

function facetRows(facets: readonly FigureFacet[], level: number, room: number): Row[] {
  return facets.flatMap(({ name, parts }) => [
    ...listed(name, level, room),
    ...facetRows(parts, level + 1, room),
  ]);
}

const INDENT = 12;

/** The lines of an item, the first one behind its mark. */
function listed(text: string, level: number, room: number): Row[] {
  const mark = level === 0 ? '•' : '–';
  const left = level * INDENT;
  const width = Math.max(room - left - INDENT, 4 * INDENT);
  return wrapText(text, width, { size: FONT_SIZE }).map((line, index) => ({
    text: index === 0 ? `${mark}\u2002${line}` : line,
    indent: index === 0 ? left : left + textWidth(`${mark}\u2002`, { size: FONT_SIZE }),
    isBold: false,
  }));
}

/** Puts boxes below each other, each in the middle of what belongs to it; gives their height. */
function stack(units: readonly Unit[], top: number, space: number): number {
  let y = top;
  for (const unit of units) {
    if (y > top) y += space;
    const inner = SPACES[unit.column];
    const below = stack(unit.children, y, inner);
    const height = Math.max(unit.height, below);
    // What belongs to a box that is higher stands in the middle of it.
    if (below > 0 && below < height) stack(unit.children, y + (height - below) / 2, inner);
    unit.y = y + (height - unit.height) / 2;
    y += height;
  }
  return y - top;
}

function place(unit: Unit, x: number): PlacedBox {
  const { column, rows, ruleAfter, y, height, title } = unit;
  const { width } = STYLES[column];
  const texts = rows.map(({ text, indent, isBold }, index): PlacedText => {
    const gap = ruleAfter > 0 && index >= ruleAfter ? RULE_HEIGHT : 0;
    return {
      x: indent === undefined ? x + width / 2 : x + PADDING + indent,
      baseline: y + PADDING + index * LINE_HEIGHT + gap + 11,
      text,
      anchor: indent === undefined ? 'middle' : 'start',
      isBold,
    };
  });
  const rule = y + PADDING + ruleAfter * LINE_HEIGHT + 2;
  return { column, x, y, width, height, texts, title, ...(ruleAfter > 0 ? { rule } : {}) };
}

/** A line that is to be drawn. */
interface Belonging {
  readonly from: PlacedBox;
  readonly to: PlacedBox;
}

/** Between the upright parts of lines to different boxes. */
const LANE = 8;

/**
 * The lines, each around a corner where its ends are not at one height. Those that lead to one box join; those that lead to
 * others do not, so that none can be taken for another.
 */
function linesBetween(belongings: readonly Belonging[]): PlacedLine[] {
  const byTarget = new Map<PlacedBox, Belonging[]>();
  for (const one of belongings) byTarget.set(one.to, [...(byTarget.get(one.to) ?? []), one]);
  const trunks = [...byTarget].map(([to, own]) => {
    const heights = [to, ...own.map(({ from }) => from)].map(middleOf);
    return { to, own, top: Math.min(...heights), bottom: Math.max(...heights), lane: 0 };
  });
  for (const [index, trunk] of trunks.entries()) {
    const beside = trunks
      .slice(0, index)
      .filter(({ to, top, bottom }) => {
        return to.x === trunk.to.x && top <= trunk.bottom && bottom >= trunk.top;
      })
      .map(({ lane }) => lane);
    while (beside.includes(trunk.lane)) trunk.lane++;
  }
  return trunks.flatMap(({ to, own, lane }) => {
    // So many lanes as never are would still end before the box.
    const x = Math.min(to.x - GAP / 2 + lane * LANE, to.x - 2);
    return own.map(({ from }) => lineBetween(from, to, x));
  });
}

function lineBetween(from: PlacedBox, to: PlacedBox, x: number): PlacedLine {
  const start: [number, number] = [from.x + from.width, middleOf(from)];
  const end: [number, number] = [to.x, middleOf(to)];
  if (Math.abs(start[1] - end[1]) < 0.5) return [start, [end[0], start[1]]];
  return [start, [x, start[1]], [x, end[1]], end];
}

function middleOf({ y, height }: PlacedBox): number {
  return y + height / 2;
}
