import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  TAG_SUGGESTION,
  type TagSelectionResult,
  type TagSuggestionParams,
} from '../../../server/src/shared/protocol';
import { ask } from '../commands/serverCommands';
import { warn } from '../commands/warn';
import { PassEdits } from './passEdits';
import { PassPrompt } from './passPrompt';
import { otherKinds, type Answer } from './passQuestion';

/** Tags a suggested passage, in one step of undo. Where that cannot be done, the author is told why. */
export async function tagPassage(
  client: BaseLanguageClient,
  params: TagSuggestionParams,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
  const { version } = document;
  const result = await ask<TagSelectionResult>(client, TAG_SUGGESTION, params);
  if (!result) return;
  const refuse = (message: string) => warn(`Warrant: ${message}`);
  if (!result.ok) {
    refuse(result.message);
  } else if (document.version !== version) {
    refuse('the text was changed meanwhile; try again');
  } else {
    const editor = await vscode.window.showTextDocument(document);
    if (!(await new PassEdits().make(editor, result.edits))) refuse('the file cannot be edited');
  }
}

/** Asks as which kind to tag a passage, and tags it. */
export async function tagAsAnotherKind(
  client: BaseLanguageClient,
  { uri, range, kind }: TagSuggestionParams,
): Promise<void> {
  const prompt = new PassPrompt<Answer>({ do: 'stop' });
  try {
    const answer = await prompt.ask(otherKinds({ label: kind, claims: [] }, 'Tag as'));
    if (answer.do !== 'tag') return;
    const { type, supports } = answer;
    await tagPassage(client, {
      uri,
      range,
      kind: answer.kind,
      ...(type === undefined ? {} : { type }),
      ...(supports === undefined ? {} : { supports }),
    });
  } finally {
    prompt.dispose();
  }
}
