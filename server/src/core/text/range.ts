/** A half-open range of 0-based UTF-16 offsets into one text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly inside `outer` (equal ranges count). */
export function containsRange(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether `offset` lies in `range`; the end counts, as a caret after the last character does. */
export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether the two ranges share at least one character. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
