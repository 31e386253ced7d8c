import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SUMMARY, type Summary } from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';

/**
 * Shows in the status bar how many claims the manuscript makes and how many are supported, while it stands in front.
 * @param onTagged called when the author looks at a manuscript that takes part
 */
export function showSummary(
  client: BaseLanguageClient,
  server: ServerState,
  manuscript: ActiveManuscript,
  onTagged: () => void,
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
    const uri = manuscript.isInFront ? manuscript.uri?.toString() : undefined;
    const summary =
      uri !== undefined && server.condition === 'running'
        ? await client.sendRequest<Summary | null>(SUMMARY, { uri }).catch(() => null)
        : null;
    if (mine !== asked) return;
    if (summary) onTagged();
    const isTagged = summary !== null && !isEmpty(summary);
    // The titles of editors offer what draws the argument where there is one.
    void vscode.commands.executeCommand('setContext', 'warrant.isTagged', isTagged);
    if (!isTagged) {
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
    server.onDidChange(() => void update()),
  );
}

/** Of a manuscript without tags, the status bar says elsewhere what could be tagged. */
function isEmpty({ claims, evidence, mechanisms, steps, constructs }: Summary): boolean {
  return claims + evidence + mechanisms + steps + constructs === 0;
}

function tooltip(summary: Summary): string {
  return [
    `In the whole manuscript: ${count(summary.claims, 'claim')}, ${summary.supported} of them supported`,
    count(summary.evidence, 'piece of evidence', 'pieces of evidence'),
    `${count(summary.mechanisms, 'mechanism')}, ${count(summary.steps, 'step')}`,
    count(summary.constructs, 'construct'),
  ].join('\n');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
