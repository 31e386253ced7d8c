import * as vscode from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import {
  NEVER_SUGGEST,
  TAG_AS_ANOTHER_KIND,
  TAGGING_PASS,
  type InitializationOptions,
} from '../../../server/src/shared/protocol';
import { explainedDiagnostics } from '../commands/explainRule';
import { documentSelector } from './languages';
import { quietCompletion } from './quietCompletion';

/** What the language client needs to know, alike in Node and on the web. */
export function clientOptions(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClientOptions {
  const rules = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules.md');
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    rulesDocumentation: rules.toString(),
    commands: ['editor.action.triggerSuggest', NEVER_SUGGEST, TAG_AS_ANOTHER_KIND, TAGGING_PASS],
    completesByWord: true,
  };
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    // A request that fails is a line in the log, not a message in front of the text.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    middleware: { ...explainedDiagnostics, ...quietCompletion },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
