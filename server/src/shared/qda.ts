/** The requests behind evidence and constructs that are taken from a QDA project; see {@link ./protocol} for the others. */
import type { RangeParams } from './protocol';

/** Client to server: what could be taken from the QDA project of a file. Params {@link FileParams}, result {@link QdaOffer}. */
export const QDA_OFFER = 'warrant/qdaOffer';

/** What the QDA files of a manuscript have to offer. */
export interface QdaOffer {
  /** How many files stand under `qda:`. */
  readonly files: number;
  /** Why some of them could not be read, one sentence each. */
  readonly faults: readonly string[];
  readonly selections: readonly ProtocolSelection[];
  readonly codes: readonly ProtocolCode[];
}

/** A coded passage. */
export interface ProtocolSelection {
  readonly guid: string;
  readonly text: string;
  readonly source: string;
  readonly place: string;
  /** Names of its codes; empty for a passage that is only annotated. */
  readonly codes: readonly string[];
  /** Whether evidence of the manuscript names it already. */
  readonly isUsed: boolean;
}

/** A code of the codebook. */
export interface ProtocolCode {
  readonly id: string;
  readonly name: string;
  /** The names above it, from the top. */
  readonly above: readonly string[];
  readonly description: string;
  /** How many passages have it. */
  readonly passages: number;
  /** Whether a construct of the manuscript names it already. */
  readonly isUsed: boolean;
}

/** Client to server: what puts a coded passage into a file. Params {@link InsertEvidenceParams}, result {@link RetagResult}. */
export const INSERT_EVIDENCE = 'warrant/insertEvidence';

/** Which passage is to be put where. */
export interface InsertEvidenceParams extends RangeParams {
  readonly guid: string;
}

/** Client to server: what puts codes into a file as constructs. Params {@link ImportCodesParams}, result {@link RetagResult}. */
export const IMPORT_CODES = 'warrant/importCodes';

/** Which codes are to be put where. */
export interface ImportCodesParams extends RangeParams {
  readonly codes: readonly string[];
}
