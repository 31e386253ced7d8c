import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './activate';

let client: LanguageClient | undefined;

/** Starts Warrant in a VS Code for the web; the server runs in a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  const worker = new Worker(script.toString(true));
  await activateClient(context, (options) => {
    client = new LanguageClient('warrant', 'Warrant', worker, options);
    return client;
  });
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}
