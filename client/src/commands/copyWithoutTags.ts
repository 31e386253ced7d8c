import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  WITHOUT_TAGS,
  type PartsParams,
  type ProtocolRange,
} from '../../../server/src/shared/protocol';
import { manuscriptEditor } from './manuscriptEditor';
import { ask } from './serverCommands';

const COMMAND = 'warrant.copyWithoutTags';

/** Registers *Copy without Tags*: what is selected, or all of the manuscript, goes to the clipboard as plain Markdown. */
export function registerCopyWithoutTags(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(COMMAND, async () => {
    const editor = manuscriptEditor('to copy its text');
    if (!editor) return;
    const { document, selections } = editor;
    const selected = selections
      .filter(({ isEmpty }) => !isEmpty)
      .sort((a, b) => a.start.compareTo(b.start));
    const all = new vscode.Range(
      new vscode.Position(0, 0),
      document.lineAt(document.lineCount - 1).range.end,
    );
    const ranges = (selected.length > 0 ? selected : [all]).map(({ start, end }): ProtocolRange => {
      return { start, end };
    });
    const params: PartsParams = { uri: document.uri.toString(), ranges };
    const texts = await ask<string[] | null>(client, WITHOUT_TAGS, params);
    if (!texts) return;
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    await vscode.env.clipboard.writeText(texts.join(eol));
    const what = selected.length > 0 ? 'The selection' : 'The manuscript';
    vscode.window.setStatusBarMessage(`$(check) ${what} was copied without tags`, 3_000);
  });
}
