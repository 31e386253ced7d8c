import * as vscode from 'vscode';
import type { ProtocolKind } from '../../../server/src/shared/protocol';

/** Where the tagged words of a kind stand, and a chip for its markup. */
export interface KindDecorations {
  readonly words: vscode.Range[];
  readonly chips: vscode.DecorationOptions[];
  /** What closes a block. */
  readonly ends: vscode.Range[];
}

/** What is to be shown in an editor. */
export interface Shown {
  readonly kinds: ReadonlyMap<ProtocolKind, KindDecorations>;
  readonly hidden: readonly vscode.Range[];
  readonly dimmed: readonly vscode.Range[];
}

/** Lines of different kinds differ, so that nothing hangs on colour alone; the preview has the same. */
const LINES = {
  claim: 'solid',
  evidence: 'dashed',
  mechanism: 'double',
  step: 'dotted',
  construct: 'solid',
} as const satisfies Record<ProtocolKind, string>;

/**
 * Takes markup out of sight. It keeps its place in the line, so that squiggles which end at it are drawn. What the
 * decoration API does not offer rides on a property that it passes on as it is.
 */
const NO_ROOM = 'none; font-size: 0; letter-spacing: 0; opacity: 0';

const KINDS = Object.keys(LINES) as readonly ProtocolKind[];

/** The decorations of tags; they take their colours from the theme. */
export class TagDecorations implements vscode.Disposable {
  readonly #hidden = vscode.window.createTextEditorDecorationType({
    textDecoration: NO_ROOM,
    // In lines that hold nothing strange, VS Code counts letters in place of measuring them.
    before: { contentText: '' },
  });
  readonly #dimmed = vscode.window.createTextEditorDecorationType({ opacity: '0.75' });
  readonly #kinds = new Map(KINDS.map((kind) => [kind, typesOf(kind)]));

  /** Shows tags in an editor in place of what was shown there. */
  show(editor: vscode.TextEditor, { kinds, hidden, dimmed }: Shown): void {
    editor.setDecorations(this.#hidden, hidden);
    editor.setDecorations(this.#dimmed, dimmed);
    for (const [kind, { words, chip, end }] of this.#kinds) {
      const shown = kinds.get(kind);
      editor.setDecorations(words, shown?.words ?? []);
      editor.setDecorations(chip, shown?.chips ?? []);
      editor.setDecorations(end, shown?.ends ?? []);
    }
  }

  dispose(): void {
    this.#hidden.dispose();
    this.#dimmed.dispose();
    for (const types of this.#kinds.values()) {
      for (const type of Object.values(types)) type.dispose();
    }
  }
}

function typesOf(kind: ProtocolKind) {
  const foreground = new vscode.ThemeColor(`warrant.${kind}Foreground`);
  const backgroundColor = new vscode.ThemeColor(`warrant.${kind}Background`);
  const colour = `var(--vscode-warrant-${kind}Foreground)`;
  const { createTextEditorDecorationType } = vscode.window;
  return {
    words: createTextEditorDecorationType({
      textDecoration: `underline ${LINES[kind]} 1px ${colour}; text-underline-offset: 0.25em`,
    }),
    chip: createTextEditorDecorationType({
      before: {
        color: foreground,
        backgroundColor,
        border: '1px solid',
        borderColor: foreground,
        margin: '0 0.15em 0 0.3em',
        fontStyle: 'normal',
        textDecoration:
          'none; font-size: 0.72em; padding: 0 0.4em; border-radius: 0.6em; vertical-align: 0.1em',
      },
    }),
    end: createTextEditorDecorationType({ color: foreground, opacity: '0.7' }),
  };
}

/** What is wrong within markup that a chip hides. */
export type Trouble = 'error' | 'warning';

/** The chip that stands for markup. */
export function chipAt(
  range: vscode.Range,
  label: string,
  trouble: Trouble | undefined,
): vscode.DecorationOptions {
  if (!trouble) return { range, renderOptions: { before: { contentText: label } } };
  const name = trouble === 'error' ? 'editorError.foreground' : 'editorWarning.foreground';
  const before = { contentText: `${label} !`, borderColor: new vscode.ThemeColor(name) };
  return { range, renderOptions: { before } };
}
