import * as vscode from 'vscode';
import type { ManuscriptCounts } from './manuscriptCounts';
import { untaggedText } from './untaggedText';

/** Shows in the status bar what an untagged manuscript in front holds that could be tagged; a click starts a tagging pass. */
export function showUntagged(counts: ManuscriptCounts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'warrant.untagged',
    vscode.StatusBarAlignment.Right,
    89,
  );
  item.name = 'Warrant: suggestions';
  item.command = 'warrant.taggingPass';
  const show = (): void => {
    const { current } = counts;
    const text = current && untaggedText(current);
    if (text === undefined) {
      item.hide();
      return;
    }
    item.text = `$(lightbulb) ${text}`;
    item.tooltip = `Warrant: ${text}.\nClick to start a tagging pass.`;
    item.show();
  };
  return vscode.Disposable.from(item, counts.onDidChange(show));
}
