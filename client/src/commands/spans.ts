/** A stretch of a text, as 0-based UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The replacement of a span; offsets are those of the text before any of the edits. */
export interface SpanEdit extends Span {
  readonly newText: string;
}

/** Where a span stands once edits are made that do not overlap it; what is inserted at its start goes before it. */
export function shift({ start, end }: Span, edits: readonly SpanEdit[]): Span {
  const before = (offset: number, edit: SpanEdit): number =>
    edit.end <= offset ? edit.newText.length - (edit.end - edit.start) : 0;
  const by = (offset: number): number =>
    edits.reduce((sum, edit) => sum + before(offset, edit), offset);
  return { start: by(start), end: by(end) };
}
