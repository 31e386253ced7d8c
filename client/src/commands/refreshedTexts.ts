import * as vscode from 'vscode';
import type { ProtocolTableState } from '../../../server/src/shared/tables';
import { toRange } from './reveal';

const SCHEME = 'warrant-refreshed';

/** Shows what a manuscript would be with a table brought up to date, beside what it is. */
export class RefreshedTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Opens the differences that refreshing a table would make. */
  async compare(
    document: vscode.TextDocument,
    { title, edits, range }: ProtocolTableState,
  ): Promise<void> {
    const uri = document.uri.with({ scheme: SCHEME });
    const spans = edits.map((edit) => ({ range: toRange(edit.range), newText: edit.newText }));
    let text = document.getText();
    for (const { range: place, newText } of spans.sort((a, b) =>
      b.range.start.compareTo(a.range.start),
    )) {
      const [start, end] = [document.offsetAt(place.start), document.offsetAt(place.end)];
      text = text.slice(0, start) + newText + text.slice(end);
    }
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const { start } = toRange(range);
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      uri,
      `${title}: as it is ↔ as the tags say`,
      { selection: new vscode.Range(start, start), preview: true, preserveFocus: true },
    );
  }

  /** Closes what {@link compare} has opened. */
  async close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const own = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME,
    );
    await vscode.window.tabGroups.close(own);
    this.#texts.clear();
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
