import type * as vscode from 'vscode';
import type { Summary } from '../../../server/src/shared/protocol';
import type { ManuscriptSummary } from './manuscriptSummary';

/** Shows on a view, and so in the activity bar, how many claims of the manuscript rest on nothing. */
export function showBadge(
  view: Pick<vscode.TreeView<unknown>, 'badge'>,
  summary: ManuscriptSummary,
): vscode.Disposable {
  return summary.onDidChange(() => {
    view.badge = summary.current ? badgeOf(summary.current) : undefined;
  });
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
