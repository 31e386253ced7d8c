import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isManuscript } from '../lsp/languages';
import type { ServerState } from '../lsp/serverState';
import { TagDecorations } from './decorations';
import type { HiddenMarkup } from './hiddenMarkup';
import { shownIn, type Manner } from './shown';
import { TagMarks } from './tagMarks';
import { Troubles } from './troubles';

const TOGGLE = 'warrant.toggleReadingMode';
const ENABLED = 'readingMode.enabled';
const DIMS = 'dimAttributes';

/** Milliseconds after a click until its line opens: the text must not move under a mouse that is being drawn over it. */
const AFTER_CLICK = 200;

/**
 * Reading mode: outside the lines in which the author works, the markup of tags shrinks to chips. Switched off, it stands
 * back. It is off by itself for who has the text read out, and where texts are compared.
 */
export class ReadingMode implements vscode.Disposable {
  readonly #marks: TagMarks;
  readonly #decorations = new TagDecorations();
  readonly #hidden: HiddenMarkup;
  /** It hears of edits before what is shown does. */
  readonly #troubles = new Troubles();
  readonly #shown = new WeakMap<vscode.TextEditor, string>();
  readonly #clicks = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable;

  constructor(client: BaseLanguageClient, server: ServerState, hidden: HiddenMarkup) {
    const { window, workspace, commands } = vscode;
    this.#marks = new TagMarks(client, server);
    this.#hidden = hidden;
    this.#subscriptions = vscode.Disposable.from(
      this.#marks,
      this.#decorations,
      this.#troubles,
      commands.registerCommand(TOGGLE, toggle),
      this.#marks.onDidChange((document) => {
        this.#showAll((editor) => editor.document === document);
      }),
      server.onDidChange(() => {
        const seen = new Set(window.visibleTextEditors.map(({ document }) => document));
        for (const document of seen) if (isManuscript(document)) this.#marks.renew(document);
      }),
      window.onDidChangeVisibleTextEditors(() => {
        this.#showAll();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (isShownIn(textEditor)) this.#marks.want(textEditor.document);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        this.#selected(textEditor, kind === vscode.TextEditorSelectionChangeKind.Mouse);
      }),
      window.onDidChangeTextEditorViewColumn(() => {
        this.#showAll();
      }),
      window.onDidChangeActiveColorTheme(() => {
        this.#showAll();
      }),
      this.#troubles.onDidChange((changed) => {
        this.#showAll(({ document }) => document === changed);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((setting) => event.affectsConfiguration(setting))) this.#showAll();
      }),
    );
    this.#showAll();
  }

  dispose(): void {
    for (const timer of this.#clicks.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  #selected(editor: vscode.TextEditor, isClick: boolean): void {
    clearTimeout(this.#clicks.get(editor));
    this.#clicks.delete(editor);
    if (!isClick) {
      this.#show(editor);
      return;
    }
    const timer = setTimeout(() => {
      this.#clicks.delete(editor);
      this.#show(editor);
    }, AFTER_CLICK);
    this.#clicks.set(editor, timer);
  }

  #showAll(isMeant: (editor: vscode.TextEditor) => boolean = () => true): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (isMeant(editor)) this.#show(editor);
    }
  }

  /** Leaves an editor alone where nothing would change: its decorations have moved with the text. */
  #show(editor: vscode.TextEditor): void {
    const { document } = editor;
    const isMeant = isShownIn(editor);
    if (isMeant) this.#marks.want(document);
    const manner = isMeant ? mannerOf(document) : 'plain';
    const look = () => shownIn(editor, this.#marks.of(document), manner, this.#troubles);
    const { state, make } = look();
    if ((this.#shown.get(editor) ?? 'plain') === state) return;
    this.#shown.set(editor, state);
    this.#decorations.show(editor, make());
    this.#hidden.set(editor, () => look().make().hidden);
  }
}

const SETTINGS = [`warrant.${ENABLED}`, `warrant.${DIMS}`, 'editor.accessibilitySupport'];

/** Editors without a column of their own are the sides of a comparison, or stand within another editor. */
function isShownIn({ document, viewColumn }: vscode.TextEditor): boolean {
  return viewColumn !== undefined && isManuscript(document);
}

function mannerOf({ uri }: vscode.TextDocument): Manner {
  const { getConfiguration } = vscode.workspace;
  const settings = getConfiguration('warrant', uri);
  const isReadOut = getConfiguration('editor').get<string>('accessibilitySupport') === 'on';
  if (!isReadOut && settings.get<boolean>(ENABLED, true)) return 'chips';
  const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  // Who wants contrast does not want less of it.
  const isDimming = kind !== HighContrast && kind !== HighContrastLight;
  return isDimming && settings.get<boolean>(DIMS, true) ? 'dimmed' : 'plain';
}

/** Switches reading mode on or off where it is set, else for all windows. */
async function toggle(): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const configuration = vscode.workspace.getConfiguration('warrant', uri);
  const set = configuration.inspect<boolean>(ENABLED);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const target =
    set?.workspaceFolderValue !== undefined
      ? WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? Workspace
        : Global;
  await configuration.update(ENABLED, !configuration.get<boolean>(ENABLED, true), target);
}
