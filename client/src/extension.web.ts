import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { activateClient, type Exports } from './activate';
import { tagPreview } from './preview';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** Starts Warrant in a VS Code for the web; the server runs in a web worker, a new one at each start. */
export function activate(context: vscode.ExtensionContext): Exports {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  const startWorker = (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script.toString(true));
    return Promise.resolve(worker);
  };
  const createClient = (options: LanguageClientOptions): LanguageClient => {
    client = new LanguageClient('warrant', 'Warrant', startWorker, options);
    return client;
  };
  // VS Code for the web loads an extension from one file.
  return activateClient(context, createClient, () => tagPreview);
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  try {
    await client?.dispose();
  } finally {
    worker?.terminate();
  }
}
