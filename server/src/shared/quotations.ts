/** The request behind *Check All Quotations*, and what it carries; see {@link ./protocol} for the others. */
import type { ProtocolLocation, ProtocolTextEdit } from './protocol';

/** Client to server: what became of the quotations of a file's project. Params `FileParams`, result {@link ProtocolQuotations}. */
export const QUOTATIONS = 'warrant/quotations';

/** The scheme of documents that show the text of a source which no editor opens: of a QDA project, a Word document or a PDF. */
export const SOURCE_TEXT_SCHEME = 'warrant-source';

/**
 * Client to server: the text of a document of the scheme {@link SOURCE_TEXT_SCHEME}. Params `FileParams`, result string, or
 * null where no source of a manuscript that is known here has it.
 */
export const SOURCE_TEXT = 'warrant/sourceText';

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
  /** Whether it was looked up and is not as its source has it. */
  readonly isInDoubt: boolean;
  /** Whether a careful co-author would object. */
  readonly isGrave: boolean;
  /** What differs. */
  readonly detail: string;
  /** Who says it, where, in which source, as far as it is known. */
  readonly whereabouts: string;
  readonly location: ProtocolLocation;
  /** The passage of its source, where the client can show it. */
  readonly passage?: ProtocolLocation;
  /** Of one in doubt: what mends it, best first. */
  readonly fixes: readonly ProtocolQuotationFix[];
}

/** What mends a quotation. */
export interface ProtocolQuotationFix {
  readonly title: string;
  /** By file. */
  readonly changes: Readonly<Record<string, readonly ProtocolTextEdit[]>>;
}
