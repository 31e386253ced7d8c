import * as vscode from 'vscode';
import type { Summary } from '../../../server/src/shared/protocol';
import type { ActiveManuscript } from './activeManuscript';
import type { ManuscriptSummary } from './manuscriptSummary';

/**
 * Shows in the status bar how many claims the manuscript makes and how many are supported, while it stands in front.
 * @param onTagged called when the author looks at a manuscript that takes part
 */
export function showSummary(
  summary: ManuscriptSummary,
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
  const subscription = summary.onDidChange(() => {
    const shown = manuscript.isInFront ? summary.current : null;
    if (shown) onTagged();
    const isTagged = shown !== null && !isEmpty(shown);
    // The titles of editors offer what draws the argument where there is one.
    void vscode.commands.executeCommand('setContext', 'warrant.isTagged', isTagged);
    if (!isTagged) {
      item.hide();
      return;
    }
    item.text = `$(law) ${count(shown.claims, 'claim')}, ${shown.supported} supported`;
    item.tooltip = tooltip(shown);
    item.show();
  });
  return vscode.Disposable.from(item, subscription);
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
