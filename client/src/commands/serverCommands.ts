import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import { documentSelector } from '../lsp/languages';

const RESTART = 'warrant.restartServer';
const SHOW_OUTPUT = 'warrant.showOutput';

/** Registers the commands that look after the server. */
export function registerServerCommands(
  client: BaseLanguageClient,
  output: vscode.OutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SHOW_OUTPUT, () => {
      output.show();
    }),
    vscode.commands.registerCommand(RESTART, () => restart(client)),
    vscode.workspace.onDidChangeWorkspaceFolders(async () => {
      // A folder of another file system brings documents of a scheme that the client does not follow yet.
      const selector = documentSelector();
      const isKnown =
        JSON.stringify(selector) === JSON.stringify(client.clientOptions.documentSelector);
      if (isKnown) return;
      client.clientOptions.documentSelector = selector;
      await restart(client);
    }),
  );
}

async function restart(client: BaseLanguageClient): Promise<void> {
  try {
    if (client.needsStop()) await client.stop();
  } catch {
    // One that does not answer any more is left behind.
  }
  await startOrSay(client);
}

/** Starts the server. Where it does not start, the author is told, and the rest of the extension stays usable. */
export async function startOrSay(client: BaseLanguageClient): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    client.error('The language server did not start', error, false);
    void offer('Warrant’s language server did not start.', {
      'Reload Window': 'workbench.action.reloadWindow',
    });
  }
}

/** Asks the server on behalf of a command. Where it does not answer, the author is told what to do about it. */
export async function ask<T>(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<T | undefined> {
  try {
    return await sendAgain<T>(client, method, params);
  } catch (error) {
    client.error(`${method} failed`, error, false);
    void offer('Warrant’s language server does not answer.', { Restart: RESTART });
    return undefined;
  }
}

/** Asks anew where the text was another one meanwhile, as it is while the server hears of a document for the first time. */
async function sendAgain<T>(
  client: BaseLanguageClient,
  method: string,
  params: object,
  tries = 3,
): Promise<T> {
  try {
    return await client.sendRequest<T>(method, params);
  } catch (error) {
    const isOutdated =
      error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
    if (!isOutdated || tries <= 1) throw error;
    return sendAgain(client, method, params, tries - 1);
  }
}

/** Tells of a failure and offers commands, by title, and the log. */
async function offer(message: string, commands: Readonly<Record<string, string>>): Promise<void> {
  const all: Readonly<Record<string, string>> = { ...commands, 'Show Log': SHOW_OUTPUT };
  const answer = await vscode.window.showErrorMessage(message, ...Object.keys(all));
  const command = answer === undefined ? undefined : all[answer];
  if (command !== undefined) await vscode.commands.executeCommand(command);
}
