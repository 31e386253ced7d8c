import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  Message,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { SCRIPT_ADDRESS, type ScriptParams } from '../../server/src/shared/protocol';
import { activateClient, type Exports } from './activate';
import { tagPreview } from './preview';

let client: LanguageClient | undefined;
let worker: Worker | undefined;
/** Addresses made for the worker's scripts, each of which keeps a script in memory until it is given back. */
let made: string[] = [];

/** Starts Warrant in a VS Code for the web; the server runs in a web worker, a new one at each start. */
export function activate(context: vscode.ExtensionContext): Exports {
  const addressOfScript = (name: string): Promise<string> =>
    addressOf(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
  const startWorker = async (): Promise<MessageTransports> => {
    endWorker();
    worker = new Worker(await addressOfScript('server.js'));
    // Not the worker itself: in VS Code's extension host it is no instance of what is called Worker there.
    return { reader: new BrowserMessageReader(worker), writer: new PlainWriter(worker) };
  };
  const createClient = (options: LanguageClientOptions): LanguageClient => {
    client = new LanguageClient('warrant', 'Warrant', startWorker, options);
    client.onRequest(SCRIPT_ADDRESS, ({ name }: ScriptParams) => addressOfScript(name));
    return client;
  };
  // VS Code for the web loads an extension from one file.
  return activateClient(context, createClient, () => tagPreview);
}

/** Sends positions and addresses of VS Code's own classes as JSON has them: a worker would get their private fields. */
class PlainWriter extends BrowserMessageWriter {
  override write(message: Message): Promise<void> {
    // What else is sent is made by the client's own converter, and may be large.
    const plain = Message.isRequest(message)
      ? (JSON.parse(JSON.stringify(message)) as Message)
      : message;
    return super.write(plain);
  }
}

/** Where a worker finds its script. VS Code starts none from a remote machine, so that the script is brought here. */
async function addressOf(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const bytes = await vscode.workspace.fs.readFile(script);
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }),
  );
  made.push(address);
  return address;
}

function endWorker(): void {
  worker?.terminate();
  for (const address of made) URL.revokeObjectURL(address);
  made = [];
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  try {
    await client?.dispose();
  } finally {
    endWorker();
  }
}
