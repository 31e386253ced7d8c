import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient } from './activate';

let client: LanguageClient | undefined;

/** Starts Warrant in a desktop or remote VS Code; the server runs in a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.node.js').fsPath;
  await activateClient(context, (options) => {
    client = new LanguageClient(
      'warrant',
      'Warrant',
      { module, transport: TransportKind.stdio },
      options,
    );
    return client;
  });
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}
