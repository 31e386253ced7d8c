import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SUMMARY, type Summary } from '../../../server/src/shared/protocol';
import type { ServerChanges } from '../lsp/changes';
import type { ActiveManuscript } from './activeManuscript';

/** Shows in the status bar how many claims the manuscript makes and how many are supported. */
export function showSummary(
  client: BaseLanguageClient,
  changes: ServerChanges,
  manuscript: ActiveManuscript,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'warrant.summary',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = 'Warrant: claims';
  item.command = 'warrant.mechanisms.focus';
  let asked = 0;
  const update = async (): Promise<void> => {
    const mine = ++asked;
    const uri = manuscript.uri?.toString();
    const summary =
      uri !== undefined && client.isRunning()
        ? await client.sendRequest<Summary | null>(SUMMARY, { uri }).catch(() => null)
        : null;
    if (mine !== asked) return;
    if (!summary) {
      item.hide();
      return;
    }
    item.text = `$(law) ${count(summary.claims, 'claim')}, ${summary.supported} supported`;
    item.tooltip = tooltip(summary);
    item.show();
  };
  void update();
  return vscode.Disposable.from(
    item,
    manuscript.onDidChange(() => void update()),
    changes.onDidChange(() => void update()),
  );
}

function tooltip(summary: Summary): string {
  return [
    `${count(summary.claims, 'claim')}, ${summary.supported} of them supported`,
    count(summary.evidence, 'piece of evidence', 'pieces of evidence'),
    `${count(summary.mechanisms, 'mechanism')}, ${count(summary.steps, 'step')}`,
    count(summary.constructs, 'construct'),
  ].join('\n');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
