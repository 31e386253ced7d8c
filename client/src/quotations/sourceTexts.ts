import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SOURCE_TEXT, SOURCE_TEXT_SCHEME } from '../../../server/src/shared/quotations';
import { ask } from '../commands/serverCommands';
import type { ServerState } from '../lsp/serverState';

/** Shows the texts of sources that VS Code cannot open: those in QDA projects, of Word documents and of PDFs. They are read-only. */
export function showSourceTexts(
  client: BaseLanguageClient,
  server: ServerState,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    // What is open is asked for again; VS Code does nothing where the text is the same.
    server.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (uri.scheme === SOURCE_TEXT_SCHEME) changed.fire(uri);
      }
    }),
    vscode.workspace.registerTextDocumentContentProvider(SOURCE_TEXT_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) =>
        (await ask<string | null>(client, SOURCE_TEXT, { uri: uri.toString() })) ?? '',
    }),
  );
}
