import type { Diagnostic } from 'vscode-languageserver';

/** Which lines an edit replaced; 0-based, the last ones included. */
export interface ReplacedLines {
  readonly from: number;
  /** The last line in the text before. */
  readonly to: number;
  /** The last line in the text after. */
  readonly newTo: number;
}

/** A file whose diagnostics may have changed. */
export interface ChangedFile {
  /** What the author was last shown of the file as a whole. */
  readonly before: readonly Diagnostic[];
  /** What there is to show now. */
  readonly after: readonly Diagnostic[];
  /** The lines that were edited in between; nothing for a file that was not edited. */
  readonly edited?: ReplacedLines | undefined;
}

/** How many lines around an edit belong to what the author looks at. */
export const NEAR = 12;

/** So many diagnostics that come or go at once, far from the edit, are taken for the work of an unclosed construct. */
const MANY = 8;

/** An edit of everything: nothing is far from it. */
export const WHOLE_TEXT: ReplacedLines = { from: 0, to: Infinity, newTo: Infinity };

/** The lines of edits that follow one another, as one: from the text before the first to that after the last. */
export function joinEdits(first: ReplacedLines | undefined, next: ReplacedLines): ReplacedLines {
  if (!first) return next;
  if (first.newTo === Infinity || next.to === Infinity) return WHOLE_TEXT;
  // What of the next edit lies below the first has not moved by it yet.
  const below = Math.max(0, next.to - first.newTo);
  return {
    from: Math.min(first.from, next.from),
    to: first.to + below,
    newTo: first.newTo + below + (next.newTo - next.to),
  };
}

/** Whether an edit is made somewhere else than those before it. */
export function isElsewhere(edits: ReplacedLines, next: ReplacedLines): boolean {
  return next.to < edits.from - NEAR || next.from > edits.newTo + NEAR;
}

/**
 * Whether so much changes far from the edits that it would catch the eye: an author who opens a fence or a comment has
 * not lost what stands below it, and would see hundreds of squiggles vanish and appear again.
 */
export function holdsBack(files: Iterable<ChangedFile>): boolean {
  let changed = 0;
  for (const file of files) changed += farChanges(file);
  return changed >= MANY;
}

/** What to show meanwhile: what is new near the edits, and what was shown elsewhere, moved with the text. */
export function shownMeanwhile({ before, after, edited }: ChangedFile): readonly Diagnostic[] {
  if (!edited) return before;
  const { from, to, newTo } = edited;
  const near = after.filter((one) => isNear(one, from, newTo));
  const far = before.filter((one) => !isNear(one, from, to));
  const isAbove = (one: Diagnostic) => one.range.start.line < from;
  return [
    ...far.filter(isAbove),
    ...near,
    ...far.filter((one) => !isAbove(one)).map((one) => moved(one, newTo - to)),
  ];
}

/** How many diagnostics far from the edits have come or gone; wherever they stand now. */
function farChanges({ before, after, edited }: ChangedFile): number {
  const counts = new Map<string, number>();
  const count = (list: readonly Diagnostic[], to: number, by: number): void => {
    for (const one of list) {
      if (edited && isNear(one, edited.from, to)) continue;
      const key = JSON.stringify([one.code, one.message]);
      counts.set(key, (counts.get(key) ?? 0) + by);
    }
  };
  count(before, edited?.to ?? 0, -1);
  count(after, edited?.newTo ?? 0, 1);
  let changes = 0;
  for (const difference of counts.values()) changes += Math.abs(difference);
  return changes;
}

function isNear({ range: { start } }: Diagnostic, from: number, to: number): boolean {
  return start.line >= from - NEAR && start.line <= to + NEAR;
}

function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  const { start, end } = diagnostic.range;
  return {
    ...diagnostic,
    range: {
      start: { line: start.line + by, character: start.character },
      end: { line: end.line + by, character: end.character },
    },
  };
}
