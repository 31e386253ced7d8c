import * as vscode from 'vscode';

const SETTING = 'never';

/**
 * Keeps a phrase, or the beginning of a sentence, in the settings, so that it never leads to a suggestion again: in those of the workspace, where there is
 * one, since each manuscript has its own way of speaking.
 */
export async function addNever(phrase: string, uri: vscode.Uri): Promise<void> {
  const phrases = current(uri);
  if (!phrases.includes(phrase)) await write([...phrases, phrase], uri);
}

/** Takes a phrase out of the settings again. */
export async function removeNever(phrase: string, uri: vscode.Uri): Promise<void> {
  const phrases = current(uri);
  if (phrases.includes(phrase))
    await write(
      phrases.filter((one) => one !== phrase),
      uri,
    );
}

function current(uri: vscode.Uri): readonly string[] {
  return configuration(uri).get<readonly string[]>(SETTING) ?? [];
}

async function write(phrases: readonly string[], uri: vscode.Uri): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await configuration(uri).update(SETTING, phrases.length > 0 ? phrases : undefined, target);
}

function configuration(uri: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('warrant.suggestions', uri);
}
