import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerExplainRule } from './commands/explainRule';
import { reveal } from './commands/reveal';
import { registerTagCommands } from './commands/tagSelection';
import { ServerChanges } from './lsp/changes';
import { clientOptions } from './lsp/clientOptions';
import { registerFileBridge } from './lsp/fileBridge';
import { showLanguageStatus } from './lsp/languageStatus';
import { offerToQuietMarkdownValidation } from './lsp/markdownValidation';
import { ActiveManuscript } from './views/activeManuscript';
import { MechanismsView } from './views/mechanismsView';
import { showSummary } from './views/summaryStatusBar';

/** Makes a language client on this platform. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and shows what it computes: the composition root of the client. */
export async function activateClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
): Promise<BaseLanguageClient> {
  const output = vscode.window.createOutputChannel('Warrant', { log: true });
  const client = createClient(clientOptions(context, output));
  const changes = new ServerChanges(client);
  const manuscript = new ActiveManuscript();
  context.subscriptions.push(
    output,
    changes,
    manuscript,
    registerFileBridge(client),
    showLanguageStatus(client),
    showSummary(client, changes, manuscript),
    new MechanismsView(client, changes, manuscript),
    registerTagCommands(client),
    registerExplainRule(context),
    vscode.commands.registerCommand('warrant.reveal', reveal),
    vscode.commands.registerCommand('warrant.showOutput', () => {
      output.show();
    }),
    vscode.commands.registerCommand('warrant.restartServer', async () => {
      if (client.needsStop()) await client.stop();
      await client.start();
    }),
  );
  await client.start();
  void offerToQuietMarkdownValidation(context);
  return client;
}
