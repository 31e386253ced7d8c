import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './activate';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** Starts Warrant in a VS Code for the web; the server runs in a web worker, a new one at each start. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  const startWorker = (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script.toString(true));
    return Promise.resolve(worker);
  };
  await activateClient(context, (options) => {
    client = new LanguageClient('warrant', 'Warrant', startWorker, options);
    return client;
  });
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  try {
    await client?.dispose();
  } finally {
    worker?.terminate();
  }
}
