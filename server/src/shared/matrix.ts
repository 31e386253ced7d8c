/** The requests behind the claim–evidence matrix, and what they carry; see {@link ./protocol} for the others. */
import type {
  ClaimEvidenceMatrix,
  MatrixColumn,
  MatrixMark,
  MatrixOptions,
  MatrixRow,
} from '../core/figures';
import type { ExportParams } from './exports';
import type { ProtocolLocation } from './protocol';

/** Client to server: which claims rest on which evidence. Params {@link MatrixParams}, result {@link ProtocolMatrix}, or null where nothing takes part. */
export const MATRIX = 'warrant/matrix';

/** Whose matrix is wanted, and how; without a file, that of the first project that is known. */
export interface MatrixParams {
  readonly uri?: string;
  readonly options: MatrixOptions;
}

/** A matrix as the client can reveal its parts. */
export type ProtocolMatrix = Omit<ClaimEvidenceMatrix, 'rows' | 'columns' | 'cells'> & {
  readonly rows: readonly Located<MatrixRow>[];
  readonly columns: readonly Located<MatrixColumn>[];
  readonly cells: readonly ProtocolMatrixCell[];
};

/** A cell that holds something. */
export type ProtocolMatrixCell = Omit<ClaimEvidenceMatrix['cells'][number], 'marks'> & {
  readonly marks: readonly Located<MatrixMark>[];
};

/** Something of the core with its place as the client knows it. */
export type Located<T> = Omit<T, 'place'> & { readonly location?: ProtocolLocation };

/** Client to server: a matrix as the text of a file, or null where nothing takes part. Params {@link MatrixFileParams}, result {@link ExportedText}. */
export const MATRIX_FILE = 'warrant/matrixFile';

/** In which format a matrix is to be written. */
export interface MatrixFileParams extends MatrixParams, ExportParams {
  readonly format: 'csv' | 'markdown' | 'html';
}

/** Client to server: what makes or takes back a link of a matrix. Params {@link MatrixLinkParams}, result {@link RetagResult}. */
export const MATRIX_LINK = 'warrant/matrixLink';

/** A link between a row of a matrix and a piece of evidence or a work. */
export interface MatrixLinkParams {
  /** A file of the project. */
  readonly uri: string;
  /** The key of the row, and that of the column or of a mark's evidence. */
  readonly row: string;
  readonly evidence: string;
  readonly stance: 'for' | 'against';
  readonly action: 'link' | 'unlink';
}
