import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import {
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { activateClient, type Exports } from './activate';
import type * as Preview from './preview';

let client: LanguageClient | undefined;

/** Starts Warrant in a desktop or remote VS Code; the server runs in a process of its own. */
export function activate(context: vscode.ExtensionContext): Exports {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const createClient = (options: LanguageClientOptions): LanguageClient => {
    client = new LanguageClient(
      'warrant',
      'Warrant',
      { module, transport: TransportKind.stdio },
      options,
    );
    return client;
  };
  return activateClient(context, createClient, loadPreview);
}

/** A bundle of its own: it scans manuscripts, which who opens no preview need not load. */
function loadPreview(): typeof Preview.tagPreview {
  const bundle = createRequire(__filename)('./preview.js') as typeof Preview;
  return bundle.tagPreview;
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}
