import * as vscode from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import {
  NEVER_SUGGEST,
  SHOW_PLACES,
  TAG_AS_ANOTHER_KIND,
  TAGGING_PASS,
  WRITE_ATTRIBUTE,
  type InitializationOptions,
} from '../../../server/src/shared/protocol';
import { explainedDiagnostics } from '../commands/explainRule';
import { quietAids } from '../reading/aids';
import type { HiddenMarkup } from '../reading/hiddenMarkup';
import { documentSelector } from './languages';
import { quietCompletion } from './quietCompletion';

/** What the language client needs to know, alike in Node and on the web. */
export function clientOptions(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  hidden: HiddenMarkup,
): LanguageClientOptions {
  const rules = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules.md');
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    rulesDocumentation: rules.toString(),
    commands: [
      'editor.action.triggerSuggest',
      NEVER_SUGGEST,
      SHOW_PLACES,
      TAG_AS_ANOTHER_KIND,
      TAGGING_PASS,
      WRITE_ATTRIBUTE,
    ],
    completesByWord: true,
    ownTokenTypes: true,
    showsSourceTexts: true,
  };
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    // A request that fails is a line in the log, not a message in front of the text.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    middleware: { ...explainedDiagnostics, ...quietCompletion, ...quietAids(hidden) },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
