/** The requests behind tables and figures that are made from the tags, and what they carry; see {@link ./protocol} for the others. */
import type { ExportParams, HeldBackResult } from './exports';
import type { FileParams, ProtocolRange, ProtocolTextEdit, RangeParams } from './protocol';

/** The tables that can be made from the tags. */
export type ProtocolTableKind =
  'proof-quotes' | 'sources' | 'informants' | 'triangulation' | 'propositions';

/** Client to server: the tables that could be put into a file. Params {@link FileParams}, result {@link ProtocolTable}[]. */
export const TABLES = 'warrant/tables';

/** A table that could be put into a manuscript. */
export interface ProtocolTable {
  readonly kind: ProtocolTableKind;
  readonly title: string;
  readonly rows: number;
  /** What it leaves out, or why it has no rows; '' for nothing. */
  readonly detail: string;
}

/** Client to server: what puts a table into a file. Params {@link InsertTableParams}, result {@link RetagResult}. */
export const INSERT_TABLE = 'warrant/insertTable';

/** Which table is to be put where. */
export interface InsertTableParams extends RangeParams, ExportParams {
  readonly table: ProtocolTableKind;
}

/** Client to server: the tables of a file that were made from the tags. Params {@link ExportFileParams}, result {@link ProtocolTableState}[]. */
export const TABLE_STATES = 'warrant/tableStates';

/** A file whose tables are looked at, or of whose project something is drawn. */
export interface ExportFileParams extends FileParams, ExportParams {}

/** How a table of a manuscript compares with what the tags say now. */
export interface ProtocolTableState {
  readonly title: string;
  readonly range: ProtocolRange;
  /** `edited`: it differs, and its author has changed it by hand. `broken`: it cannot be made anew. */
  readonly status: 'current' | 'outdated' | 'edited' | 'broken';
  /** What differs, or what is wrong. */
  readonly detail: string;
  /** What makes it say what the tags say. */
  readonly edits: readonly ProtocolTextEdit[];
}

/** Client to server: the data structure of a file's project as a figure. Params {@link ExportFileParams}, result {@link DataStructureResult}. */
export const DATA_STRUCTURE = 'warrant/dataStructure';

/** A figure, or why there is none; and how much was held back from it. */
export type DataStructureResult = { readonly heldBack: HeldBackResult } & (
  | {
      readonly ok: true;
      readonly svg: string;
      /** What could not be drawn, in sentences without full stops. */
      readonly notes: readonly string[];
    }
  | {
      readonly ok: false;
      readonly message: string;
      /** Whether that is because real names are in it, which may be allowed. */
      readonly hasRealNames?: boolean;
    }
);
