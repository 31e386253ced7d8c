import type { Place } from '../../model';
import type { ClaimEvidenceMatrix } from '../../figures';

/** Where a matrix says that something stands, for who reads it outside the program. */
export interface NamedPlace {
  readonly file: string;
  /** 0-based, UTF-16, as in LSP. */
  readonly line: number;
  readonly character: number;
}

/** Names that hold only while the program runs. */
const PASSING: ReadonlySet<string> = new Set(['key', 'evidence']);

/**
 * A matrix as JSON. Places become files and lines; cells name their rows and columns by index.
 * @param place where something is, as the reader names files
 */
export function matrixJson(
  matrix: ClaimEvidenceMatrix,
  place: (place: Place) => NamedPlace | undefined,
): string {
  const replace = (key: string, value: unknown): unknown =>
    key === 'place' ? place(value as Place) : PASSING.has(key) ? undefined : value;
  return `${JSON.stringify({ version: 1, ...matrix }, replace)}\n`;
}
