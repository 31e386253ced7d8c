import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGES } from './languages';

/** Shows in the language status whether the server runs, and how to get at its log where it does not. */
export function showLanguageStatus(client: BaseLanguageClient): vscode.Disposable {
  const selector = LANGUAGES.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('warrant.status', selector);
  item.name = 'Warrant';
  item.command = { command: 'warrant.showOutput', title: 'Show log' };
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    const stopped = state === State.Stopped;
    item.severity = stopped
      ? vscode.LanguageStatusSeverity.Error
      : vscode.LanguageStatusSeverity.Information;
    item.text = stopped ? '$(error) Warrant' : '$(law) Warrant';
    item.detail = stopped
      ? 'the language server has stopped'
      : state === State.Starting
        ? 'the language server is starting'
        : 'the language server is running';
    if (stopped) item.command = { command: 'warrant.restartServer', title: 'Restart' };
    else item.command = { command: 'warrant.showOutput', title: 'Show log' };
  };
  show(client.state);
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => {
      show(newState);
    }),
  );
}
