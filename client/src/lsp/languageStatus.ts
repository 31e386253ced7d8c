import * as vscode from 'vscode';
import { LANGUAGES } from '../../../server/src/shared/documents';
import type { ServerCondition, ServerState } from './serverState';

/** What is said of each condition, and what a click does about it. */
const SHOWN: Readonly<
  Record<ServerCondition, Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'command'>>
> = {
  starting: { text: 'Warrant', detail: 'the language server is starting', command: undefined },
  running: {
    text: '$(law) Warrant',
    detail: 'the language server is running',
    command: { command: 'warrant.showOutput', title: 'Show Log' },
  },
  stopped: {
    text: '$(error) Warrant',
    detail: 'the language server has stopped',
    command: { command: 'warrant.restartServer', title: 'Restart' },
  },
};

/** Shows in the language status whether the server runs, and how to get it going where it does not. */
export function showLanguageStatus(server: ServerState): vscode.Disposable {
  const selector = LANGUAGES.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('warrant.status', selector);
  item.name = 'Warrant';
  const show = (condition: ServerCondition): void => {
    Object.assign(item, SHOWN[condition]);
    item.busy = condition === 'starting';
    item.severity =
      condition === 'stopped'
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
  };
  show(server.condition);
  return vscode.Disposable.from(item, server.onDidTurn(show));
}
