import type { TextRange } from '../../text/range';
import type { Milestone } from '../texts';

/** What a source of a QDA project is, after the elements of REFI-QDA; `table` for one that a spreadsheet names. */
export type QdaSourceKind = 'text' | 'pdf' | 'audio' | 'video' | 'picture' | 'table';

/** A document, recording or picture that was coded. */
export interface QdaSource {
  /** As {@link canonicalGuid} writes it; sources of a spreadsheet have none. */
  readonly guid?: string;
  readonly name: string;
  readonly kind: QdaSourceKind;
  /** The path of its text or file as the project writes it. */
  readonly path?: string;
  /** Its text, without byte order mark; absent where the project file does not hold it. */
  readonly text?: string;
  /** Where the minutes of a recording begin in its transcript, as far as the two are tied. */
  readonly minutes?: readonly Milestone[];
  readonly memos: readonly string[];
}

/** A code of the codebook. */
export interface QdaCode {
  /** Unique in the project: its GUID, else its path. */
  readonly id: string;
  readonly guid?: string;
  readonly name: string;
  /** The names from the top of the hierarchy down to its own. */
  readonly path: readonly string[];
  /** The code above it. */
  readonly parent?: QdaCode;
  readonly description?: string;
  readonly memos: readonly string[];
  /** Whether text can be coded with it; one that only groups others cannot. */
  readonly isCodable: boolean;
}

/** A passage that was selected in a source, coded or annotated. */
export interface QdaSelection {
  /** As {@link canonicalGuid} writes it; for a row of a spreadsheet that has none, made from its source and words. */
  readonly guid: string;
  readonly source: QdaSource;
  /** 0-based UTF-16 offsets into the source's text; absent where there is no text or the place lies outside it. */
  readonly range?: TextRange;
  /** The words; empty for what is no text. */
  readonly text: string;
  /** Where it stands, as `loc=` has it: `min 12`, `p. 4`, `l. 33`. */
  readonly place?: string;
  readonly codes: readonly QdaCode[];
  /** The cases (persons, organizations) that it is assigned to. */
  readonly cases: readonly string[];
  readonly memos: readonly string[];
  /** Who coded it. */
  readonly user?: string;
  /** When it was coded, as written. */
  readonly date?: string;
}

/** A QDA project, a codebook, or codings kept in a spreadsheet. */
export interface QdaProject {
  readonly name: string;
  /** The program that wrote it, as it calls itself. */
  readonly origin?: string;
  readonly sources: readonly QdaSource[];
  /** In the order of the codebook, each code before those below it. */
  readonly codes: readonly QdaCode[];
  /** By source, in the order of the text. */
  readonly selections: readonly QdaSelection[];
  /** Whether it holds more than was read, so that what is not found may be there all the same. */
  readonly isCut?: boolean;
  /** Whether quotation marks of a table do not match, so that a cell may hold rows that follow it. */
  readonly hasJoinedRows?: boolean;
  /** What could not be read, one sentence each, without a full stop. What is not named here was read. */
  readonly problems: readonly string[];
}
