/** The request behind *Check All Quotations*, and what it carries; see {@link ./protocol} for the others. */
import type { ProtocolLocation } from './protocol';

/** Client to server: what became of the quotations of a file's project. Params `FileParams`, result {@link ProtocolQuotations}. */
export const QUOTATIONS = 'warrant/quotations';

/** All quotations of a manuscript. */
export interface ProtocolQuotations {
  /** "31 quotations: 28 verbatim, 1 lost a not, 2 not found". */
  readonly sum: string;
  /** In the order of the manuscript. */
  readonly quotations: readonly ProtocolQuotation[];
}

/** A quotation, and what became of it in its source. */
export interface ProtocolQuotation {
  readonly text: string;
  /** What became of it, as the sum names it. */
  readonly outcome: string;
  readonly isVerbatim: boolean;
  /** Whether a careful co-author would object. */
  readonly isGrave: boolean;
  /** What differs. */
  readonly detail: string;
  readonly location: ProtocolLocation;
}
