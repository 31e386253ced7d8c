import type { EvidenceTest, Kind, Place } from '../model';

/**
 * How a claim stands: given up (`defeated`) or taken for granted (`assumed`) by its author; with something against it
 * (`contested`); resting on something (`supported`) or on nothing (`unsupported`, or `gap` where the author admits it);
 * of a type that needs no grounds (`open`), such as a question.
 */
export type ClaimStatus =
  'supported' | 'contested' | 'unsupported' | 'gap' | 'assumed' | 'defeated' | 'open';

/** What stands in the columns: pieces of evidence, the sources behind them, or the process-tracing tests. */
export type MatrixColumns = 'evidence' | 'sources' | 'tests';

/** What stands in the rows: claims, mechanisms with their steps, or all of these. */
export type MatrixRows = 'claims' | 'mechanisms' | 'all';

/** How rows are put together. */
export type MatrixGroup = 'none' | 'section' | 'type' | 'status';

/** In what order the rows of a group stand: as in the manuscript, by name, or by how much they rest on. */
export type MatrixSort = 'text' | 'name' | 'weakest' | 'strongest';

/** In what order the columns stand: as in the manuscript, by name, by kind of source, or the most used first. */
export type ColumnSort = 'text' | 'name' | 'kind' | 'uses';

/** Which rows are shown. */
export type MatrixShow = 'all' | 'linked' | 'unsupported' | 'thin' | 'contested';

/** What a matrix is to show, and how; what is left out takes the first of the values. */
export interface MatrixOptions {
  readonly columns?: MatrixColumns | undefined;
  readonly rows?: MatrixRows | undefined;
  readonly group?: MatrixGroup | undefined;
  readonly sort?: MatrixSort | undefined;
  readonly sortColumns?: ColumnSort | undefined;
  readonly show?: MatrixShow | undefined;
  /** Words that the rows shown have, all of them, in any case. */
  readonly rowText?: string | undefined;
  /** Words that the columns shown have. */
  readonly columnText?: string | undefined;
  /** Leaves out columns without a mark in the rows shown. */
  readonly hideEmpty?: boolean | undefined;
}

/** What a link comes to: a failed test speaks against the claim; what only sets the scene supports nothing. */
export type Verdict = 'support' | 'challenge' | 'failed' | 'scene';

/** One link in a cell. */
export interface MatrixMark {
  readonly verdict: Verdict;
  /** For which side the evidence is brought forward, whatever the tests say. */
  readonly stance: 'for' | 'against';
  /** `nesting` where the link is declared in no other way. */
  readonly by: 'attribute' | 'nesting';
  readonly tests: readonly Pick<EvidenceTest, 'test' | 'result'>[];
  /** Names the evidence, or the cited work, in the project: see `nodeKey`. */
  readonly evidence: string;
  /** The id of the evidence. */
  readonly id?: string;
  /** What the evidence is called. */
  readonly name: string;
  /** Where the link is written. */
  readonly place?: Place;
}

/** What several links in a cell come to together. */
export type CellVerdict = 'support' | 'challenge' | 'mixed' | 'scene';

/** A cell that holds something. */
export interface MatrixCell {
  /** Index of the row, and of the column. */
  readonly row: number;
  readonly column: number;
  readonly verdict: CellVerdict;
  readonly marks: readonly MatrixMark[];
}

/** A claim, mechanism or step, over all columns, also those that are not shown. */
export interface MatrixRow {
  /** Names it in the project: see `nodeKey`. */
  readonly key: string;
  readonly id?: string;
  readonly kind: Kind;
  /** Its number in the paper; '' for none. */
  readonly label: string;
  readonly name: string;
  /** Of a claim; '' else. */
  readonly type: string;
  /** The heading of the innermost section around it; '' above the first. */
  readonly section: string;
  readonly status: ClaimStatus;
  /** Links of support that hold, and links against it, failed tests included. */
  readonly support: number;
  readonly challenge: number;
  /** The claims that it follows from. */
  readonly premises: number;
  /** How many sources and works its support comes from. */
  readonly sources: number;
  /** Set where it ought to rest on something and rests on nothing, or on one piece of evidence or one source alone. */
  readonly thin?: 'nothing' | 'one';
  readonly place: Place;
  /** Index of its group. */
  readonly group: number;
}

/** A piece of evidence, a source or a test, over all rows, also those that are not shown. */
export interface MatrixColumn {
  /** Names it in the project, see `nodeKey`; a test is its own name, and what has no source or no test is `''`. */
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  /** Who said it, what kind of source it is; '' where nothing is known. */
  readonly detail: string;
  /** The kind of source, for sorting; '' where it is not known. */
  readonly kind: string;
  /** The rows that it supports, and those that it speaks against. */
  readonly support: number;
  readonly challenge: number;
  /** Links to what stands in no row, such as steps among claims. */
  readonly elsewhere: number;
  readonly isUnused: boolean;
  /** Whether more claims rest on it than one piece of evidence well carries, as the rule `overused-evidence` says. */
  readonly isOverused: boolean;
  readonly place?: Place;
}

/** Rows that stand together. */
export interface MatrixRowGroup {
  readonly label: string;
  readonly rows: number;
}

/** What rests on what. Only cells that hold something are there, row by row, those of a row from left to right. */
export interface ClaimEvidenceMatrix {
  readonly of: MatrixColumns;
  readonly groups: readonly MatrixRowGroup[];
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly cells: readonly MatrixCell[];
  readonly totals: MatrixTotals;
}

/** Counts over the whole manuscript, also over what is not shown. */
export interface MatrixTotals {
  readonly rows: number;
  readonly columns: number;
  /** Links between these. */
  readonly links: number;
  readonly supported: number;
  readonly contested: number;
  readonly thin: number;
  readonly unused: number;
  readonly overused: number;
}
