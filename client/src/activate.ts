import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerExplainRule } from './commands/explainRule';
import { reveal } from './commands/reveal';
import { registerServerCommands, startOrSay } from './commands/serverCommands';
import { registerTagCommands } from './commands/tagSelection';
import { clientOptions } from './lsp/clientOptions';
import { registerFileBridge } from './lsp/fileBridge';
import { showLanguageStatus } from './lsp/languageStatus';
import { offerToQuietMarkdownValidation } from './lsp/markdownValidation';
import { ServerState } from './lsp/serverState';
import { ActiveManuscript } from './views/activeManuscript';
import { MechanismsView } from './views/mechanismsView';
import { showSummary } from './views/summaryStatusBar';

/** Makes a language client on this platform. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and shows what it computes: the composition root of the client. */
export async function activateClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
): Promise<void> {
  const output = vscode.window.createOutputChannel('Warrant', { log: true });
  const client = createClient(clientOptions(context, output));
  const server = new ServerState(client);
  const manuscript = new ActiveManuscript();
  context.subscriptions.push(
    output,
    server,
    manuscript,
    registerFileBridge(client),
    showLanguageStatus(server),
    showSummary(client, server, manuscript, () => void offerToQuietMarkdownValidation(context)),
    new MechanismsView(client, server, manuscript),
    registerTagCommands(client),
    registerExplainRule(context),
    registerServerCommands(client, output),
    vscode.commands.registerCommand('warrant.reveal', reveal),
  );
  await startOrSay(client);
}
