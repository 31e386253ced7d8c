/** The tables that can be made from the tags. */
export const TABLE_KINDS = [
  'proof-quotes',
  'sources',
  'informants',
  'triangulation',
  'propositions',
] as const;

/** One of the tables. */
export type TableKind = (typeof TABLE_KINDS)[number];

/** A column of a table. */
export interface TableColumn {
  readonly heading: string;
  /** How wide it is in relation to the others. */
  readonly share: number;
  /** Whether it holds numbers, which stand at the right. */
  readonly isNumber?: boolean;
  /** Whether equal cells below each other are one to the reader, so that only the first one is printed. */
  readonly isGroup?: boolean;
}

/** A part of a cell: words, or the key of a cited work. */
export type CellPart = string | { readonly work: string };

/** What stands in a cell. */
export type Cell = readonly CellPart[];

/** A table with its rows. */
export interface Table {
  readonly kind: TableKind;
  /** For its caption. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** Each with a cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** What could not be put into it, in sentences without full stops. */
  readonly notes: readonly string[];
}

/** A cell with a number. */
export function numberCell(number: number): Cell {
  return [String(number)];
}

/** A cell of several things, set apart by semicolons. */
export function joined(parts: readonly CellPart[]): Cell {
  return parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part]));
}
