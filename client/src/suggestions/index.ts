import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  NEVER_SUGGEST,
  TAG_AS_ANOTHER_KIND,
  TAG_AS_SUGGESTED,
  TAGGING_PASS,
  type ProtocolLocation,
  type TagSuggestionParams,
} from '../../../server/src/shared/protocol';
import { manuscriptEditor } from '../commands/manuscriptEditor';
import { warn } from '../commands/warn';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from '../views/activeManuscript';
import { ManuscriptCounts } from './manuscriptCounts';
import { SuggestionMarks } from './marks';
import { addNever } from './neverPhrases';
import { summaryOf } from './passSummary';
import { tagAsAnotherKind, tagPassage } from './tagPassage';
import { TaggingPass } from './taggingPass';
import { showUntagged } from './untaggedStatusBar';

/** Shows what looks like something to tag, and registers what authors do about it. */
export function registerSuggestions(
  client: BaseLanguageClient,
  server: ServerState,
  manuscript: ActiveManuscript,
): vscode.Disposable {
  const counts = new ManuscriptCounts(client, server, manuscript);
  return vscode.Disposable.from(
    counts,
    showUntagged(counts),
    new SuggestionMarks(client, counts),
    registerTaggingPass(client),
    vscode.commands.registerCommand(NEVER_SUGGEST, async (phrase: string, uri: string) => {
      await addNever(phrase, vscode.Uri.parse(uri));
      vscode.window.setStatusBarMessage(`“${phrase}” leads to no suggestion any more`, 5_000);
    }),
    vscode.commands.registerCommand(TAG_AS_SUGGESTED, (passage: TagSuggestionParams) =>
      tagPassage(client, passage),
    ),
    vscode.commands.registerCommand(TAG_AS_ANOTHER_KIND, (passage: TagSuggestionParams) =>
      tagAsAnotherKind(client, passage),
    ),
  );
}

function registerTaggingPass(client: BaseLanguageClient): vscode.Disposable {
  let running: TaggingPass | undefined;
  const start = async (place?: ProtocolLocation): Promise<void> => {
    if (running) {
      running.focus();
      return;
    }
    const editor = manuscriptEditor('to tag its text');
    if (!editor) return;
    const settings = vscode.workspace.getConfiguration('warrant.suggestions', editor.document.uri);
    if (settings.get<boolean>('enabled') === false) {
      warn('Suggestions are switched off by the setting “warrant.suggestions.enabled”.');
      return;
    }
    const at = place?.range.start;
    const caret = at ? new vscode.Position(at.line, at.character) : editor.selection.start;
    running = new TaggingPass(client, editor);
    try {
      const tally = await running.run(editor.document.offsetAt(caret));
      // Who stops without having tagged anything has seen enough.
      if (tally && (tally.left === 0 || tally.tagged.length > 0)) {
        void vscode.window.showInformationMessage(summaryOf(tally));
      }
    } finally {
      running.dispose();
      running = undefined;
    }
  };
  return vscode.Disposable.from(vscode.commands.registerCommand(TAGGING_PASS, start), {
    dispose: () => running?.dispose(),
  });
}
