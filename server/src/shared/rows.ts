/** The requests behind the tree views, and what they carry; see {@link ./protocol} for the others. */
import type { RowRole, RowState } from '../core/features/views/row';
import type { ProtocolElement, ProtocolLocation } from './protocol';

/** Client to server: the rows of the Mechanisms view, of a file's project or of all known projects. Params {@link OutlineParams}, result {@link ProtocolRow}[]. */
export const OUTLINE = 'warrant/outline';

/** What a tree view is to show; without a file, what every project that is known holds. */
export interface RowsParams {
  readonly uri?: string;
}

/** How the Mechanisms view is shown; what is left out is as the first of its choices. */
export interface OutlineParams extends RowsParams {
  readonly groupBy?: 'mechanism' | 'step' | 'file';
  readonly show?: 'all' | 'unsupported' | 'contested' | 'todo';
  /** By the numbers of the steps, as they stand in the text, or by name. */
  readonly sortBy?: 'order' | 'text' | 'name';
  /** Shows only what has all these words in it, and what stands around and below that. */
  readonly text?: string;
}

/** A row of a tree view. */
export interface ProtocolRow {
  readonly role: RowRole;
  readonly label: string;
  /** Shown behind the label, in grey; '' for none. */
  readonly description: string;
  /** What the pointer over the row shows, in plain text; left out, the label. */
  readonly tooltip?: string;
  /** The text that a click reveals. */
  readonly location?: ProtocolLocation;
  readonly element?: ProtocolElement;
  readonly state?: RowState;
  /** How many things are missing in this row and below it. */
  readonly missing: number;
  /** Whether it is folded open at first; left out, the rows at the top are. */
  readonly isOpen?: boolean;
  readonly children: readonly ProtocolRow[];
}

/** Client to server: the rows of the Claims view. Params {@link ClaimsParams}, result {@link ProtocolRow}[]. */
export const CLAIMS = 'warrant/claims';

/** How the Claims view is shown; what is left out is as the first of its choices. */
export interface ClaimsParams extends RowsParams {
  readonly groupBy?: 'section' | 'type' | 'status';
  /** As they stand in the text, by name, or what rests on least first. */
  readonly sortBy?: 'text' | 'name' | 'support';
  readonly show?: 'all' | 'unsupported' | 'contested' | 'gaps';
  /** Shows only what has these words in it. */
  readonly text?: string;
}

/** Client to server: the rows of the Constructs view. Params {@link ConstructsParams}, result {@link ProtocolRow}[]. */
export const CONSTRUCTS = 'warrant/constructs';

/** How the Constructs view is shown; what is left out is as the first of its choices. */
export interface ConstructsParams extends RowsParams {
  readonly groupBy?: 'hierarchy' | 'tier' | 'section' | 'none';
  /** As they stand in the text, by name, or what is used most first. */
  readonly sortBy?: 'text' | 'name' | 'uses';
  readonly show?: 'all' | 'undefined' | 'unused' | 'drifting';
  /** Shows only what has these words in it. */
  readonly text?: string;
}

/** Client to server: the rows of the Sources view. Params {@link SourcesParams}, result {@link ProtocolRow}[]. */
export const SOURCES = 'warrant/sources';

/** How the Sources view is shown; what is left out is as the first of its choices. */
export interface SourcesParams extends RowsParams {
  readonly groupBy?: 'kind' | 'party' | 'informant' | 'none';
  /** As they are declared, by name, or what is used most first. */
  readonly sortBy?: 'text' | 'name' | 'uses';
  readonly show?: 'all' | 'used' | 'unused';
  /** Shows only what has these words in it. */
  readonly text?: string;
}
