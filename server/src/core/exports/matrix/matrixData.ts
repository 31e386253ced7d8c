/** What a matrix has to hold to be written to a file; that of the views has all of it. */
export interface MatrixData {
  readonly of: 'evidence' | 'sources' | 'tests';
  readonly groups: readonly { readonly label: string; readonly rows: number }[];
  readonly rows: readonly MatrixDataRow[];
  readonly columns: readonly MatrixDataColumn[];
  readonly cells: readonly MatrixDataCell[];
  readonly totals: {
    readonly rows: number;
    readonly columns: number;
    readonly links: number;
    readonly contested: number;
    readonly thin: number;
    readonly unused: number;
    readonly overused: number;
  };
}

/** A claim, mechanism or step. */
export interface MatrixDataRow {
  readonly id?: string;
  readonly label: string;
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly section: string;
  readonly status: string;
  readonly support: number;
  readonly challenge: number;
  readonly premises: number;
  readonly sources: number;
  readonly thin?: 'nothing' | 'one';
  readonly group: number;
}

/** A piece of evidence, a source or a test. */
export interface MatrixDataColumn {
  readonly id?: string;
  readonly name: string;
  readonly detail: string;
  readonly support: number;
  readonly challenge: number;
  readonly elsewhere: number;
  readonly isUnused: boolean;
  readonly isOverused: boolean;
}

/** What stands where a row and a column meet. */
export interface MatrixDataCell {
  readonly row: number;
  readonly column: number;
  readonly verdict: 'support' | 'challenge' | 'mixed' | 'scene';
  readonly marks: readonly MatrixDataMark[];
}

/** A link in a cell. */
export interface MatrixDataMark {
  readonly verdict: 'support' | 'challenge' | 'failed' | 'scene';
  readonly tests: readonly { readonly test: string; readonly result?: 'pass' | 'fail' }[];
}
