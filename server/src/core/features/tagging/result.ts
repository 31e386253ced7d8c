import type { WorkspaceEdits } from '../../rules';
import type { TextEdit } from '../../text/textEdit';

/** Why something cannot be done, in a sentence for the author. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
}

/** Edits that change what is tagged, or how. */
export interface Retagging {
  readonly ok: true;
  /** By file; those of one file do not overlap. */
  readonly changes: WorkspaceEdits;
  /** What the author should know of them, in sentences without full stops. */
  readonly notes: readonly string[];
}

/** A refusal for a reason. */
export function refuse(message: string): Refusal {
  return { ok: false, message };
}

/** Edits of one or more files; a file may be named several times. */
export function retagging(
  edits: Iterable<readonly [uri: string, edits: readonly TextEdit[]]>,
  notes: readonly string[] = [],
): Retagging {
  const changes = new Map<string, TextEdit[]>();
  for (const [uri, list] of edits) {
    if (list.length > 0) changes.set(uri, [...(changes.get(uri) ?? []), ...list]);
  }
  return { ok: true, changes, notes };
}
