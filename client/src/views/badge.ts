import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SUMMARY, type Summary } from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';

/** Shows on a view, and so in the activity bar, how many claims of the manuscript rest on nothing. */
export function showBadge(
  view: Pick<vscode.TreeView<unknown>, 'badge'>,
  client: BaseLanguageClient,
  server: ServerState,
  manuscript: ActiveManuscript,
): vscode.Disposable {
  let asked = 0;
  const update = async (): Promise<void> => {
    const mine = ++asked;
    const uri = manuscript.uri?.toString();
    const summary =
      uri !== undefined && server.condition === 'running'
        ? await client.sendRequest<Summary | null>(SUMMARY, { uri }).catch(() => null)
        : null;
    if (mine !== asked) return;
    view.badge = summary ? badgeOf(summary) : undefined;
  };
  void update();
  return vscode.Disposable.from(
    manuscript.onDidChange(() => void update()),
    server.onDidChange(() => void update()),
  );
}

function badgeOf({ unsupported, gaps, contested }: Summary): vscode.ViewBadge | undefined {
  if (unsupported === 0) return undefined;
  const tooltip = [
    unsupported === 1 ? '1 claim rests on nothing' : `${unsupported} claims rest on nothing`,
    gaps > 0 ? `${gaps} admitted ${gaps === 1 ? 'gap' : 'gaps'}` : '',
    contested > 0 ? `${contested} contested` : '',
  ].filter((part) => part !== '');
  return { value: unsupported, tooltip: tooltip.join(', ') };
}
