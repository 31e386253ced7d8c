import type { ProtocolKind } from '../../../server/src/shared/protocol';
import type { Span } from '../commands/spans';

/** A tag as it is shown, with 0-based UTF-16 offsets of the document as it stands. */
export interface ShownMark {
  readonly kind: ProtocolKind;
  readonly label: string;
  readonly words?: Span;
  readonly chip: Span;
  readonly end?: Span;
}

/** A replacement, with the offsets of the text before it. */
export interface Replacement extends Span {
  readonly newLength: number;
}

/**
 * The marks once replacements are made, one after the other. One whose markup is changed is left out: what has become of
 * it only the server knows, and until it says so the author sees what he types.
 */
export function moveMarks(
  marks: readonly ShownMark[],
  replacements: readonly Replacement[],
): readonly ShownMark[] {
  return replacements.reduce<readonly ShownMark[]>(
    (moved, replacement) => moved.flatMap((mark) => moveMark(mark, replacement) ?? []),
    marks,
  );
}

function moveMark(mark: ShownMark, replacement: Replacement): ShownMark | undefined {
  const { words, chip, end } = mark;
  // Most stand before it.
  if (last(mark) <= replacement.start) return mark;
  const movedChip = move(chip, replacement);
  const movedEnd = end && move(end, replacement);
  const movedWords = words && (move(words, replacement) ?? stretch(words, replacement));
  if (!movedChip || (end && !movedEnd) || (words && !movedWords)) return undefined;
  return {
    ...mark,
    chip: movedChip,
    ...(movedEnd ? { end: movedEnd } : {}),
    ...(movedWords ? { words: movedWords } : {}),
  };
}

function last({ words, chip, end }: ShownMark): number {
  return Math.max(chip.end, words?.end ?? 0, end?.end ?? 0);
}

/** Spans of any kind once replacements are made, one after the other; one within which something is changed is left out. */
export function moveSpans<T extends Span>(
  spans: readonly T[],
  replacements: readonly Replacement[],
): readonly T[] {
  return replacements.reduce<readonly T[]>(
    (moved, replacement) =>
      moved.flatMap((span) => {
        const place = move(span, replacement);
        return place ? { ...span, ...place } : [];
      }),
    spans,
  );
}

/** Where a span stands; what is inserted at either end stays outside. */
function move(span: Span, { start, end, newLength }: Replacement): Span | undefined {
  if (start >= span.end) return span;
  if (end > span.start) return undefined;
  const by = newLength - (end - start);
  return { start: span.start + by, end: span.end + by };
}

/** A span within which something is replaced. */
function stretch(span: Span, { start, end, newLength }: Replacement): Span | undefined {
  if (start < span.start || end > span.end) return undefined;
  return { start: span.start, end: span.end + newLength - (end - start) };
}

/** Whether two lists hold the same marks at the same places. */
export function areAlike(some: readonly ShownMark[], others: readonly ShownMark[]): boolean {
  return (
    some.length === others.length &&
    some.every((mark, index) => {
      const other = others[index];
      return (
        mark.kind === other?.kind &&
        mark.label === other.label &&
        isSame(mark.chip, other.chip) &&
        isSame(mark.words, other.words) &&
        isSame(mark.end, other.end)
      );
    })
  );
}

function isSame(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
