import * as vscode from 'vscode';
import type { ProtocolKind } from '../../../server/src/shared/protocol';
import type { Span } from '../commands/spans';
import { chipAt, type KindDecorations, type Shown, type Trouble } from './decorations';
import type { ShownMark } from './shownMarks';
import type { KnownMarks } from './tagMarks';
import type { Troubles } from './troubles';

/** How markup is shown outside the lines in which the author works. */
export type Manner = 'chips' | 'dimmed' | 'plain';

/** One tag in an editor. */
interface Standing {
  readonly mark: ShownMark;
  readonly chip: vscode.Range;
  readonly end: vscode.Range | undefined;
  /** Whether the author works elsewhere than in these lines. */
  readonly rests: { readonly chip: boolean; readonly end: boolean };
  readonly trouble: Trouble | undefined;
}

/**
 * What there is to be shown in an editor.
 * @returns a text that stays the same as long as that only moves with the text, and what makes it
 */
export function shownIn(
  editor: vscode.TextEditor,
  { marks, generation }: KnownMarks,
  manner: Manner,
  troubles: Troubles,
): { readonly state: string; readonly make: () => Shown } {
  const { document } = editor;
  if (manner === 'plain') return { state: 'plain', make: () => NOTHING };
  const troubleIn = troubles.in(document);
  const standing = marks.map((mark): Standing => {
    const chip = rangeOf(document, mark.chip);
    const end = mark.end && rangeOf(document, mark.end);
    const rests = { chip: isResting(editor, chip), end: !!end && isResting(editor, end) };
    return {
      mark,
      chip,
      end,
      rests,
      trouble: manner === 'chips' ? troubleIn(mark.chip) : undefined,
    };
  });
  const flags = standing.map(
    ({ rests, trouble }) => `${rests.chip ? 1 : 0}${rests.end ? 1 : 0}${trouble ?? ''}`,
  );
  return {
    state: [manner, generation, ...flags].join(' '),
    make: () => (manner === 'chips' ? chipsOf(document, standing) : dimmed(standing)),
  };
}

/** What is shown where there is nothing to show. */
export const NOTHING: Shown = { kinds: new Map(), hidden: [], dimmed: [] };

function chipsOf(document: vscode.TextDocument, standing: readonly Standing[]): Shown {
  const hidden: vscode.Range[] = [];
  const kinds = new Map<ProtocolKind, KindDecorations>();
  for (const { mark, chip, end, rests, trouble } of standing) {
    let shown = kinds.get(mark.kind);
    if (!shown) kinds.set(mark.kind, (shown = { words: [], chips: [], ends: [] }));
    if (mark.words) shown.words.push(rangeOf(document, mark.words));
    if (rests.chip) {
      hidden.push(chip);
      shown.chips.push(chipAt(chip, mark.label, trouble));
    }
    if (!end || !rests.end) continue;
    // What closes a block stays, so that its end is seen.
    if (mark.words) hidden.push(end);
    else shown.ends.push(end);
  }
  return { kinds, hidden, dimmed: [] };
}

function dimmed(standing: readonly Standing[]): Shown {
  const ranges = standing.flatMap(({ chip, end, rests }) => [
    ...(rests.chip ? [chip] : []),
    ...(end && rests.end ? [end] : []),
  ]);
  return { ...NOTHING, dimmed: ranges };
}

function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function isResting({ selections }: vscode.TextEditor, { start, end }: vscode.Range): boolean {
  return !selections.some((one) => one.start.line <= end.line && start.line <= one.end.line);
}
