import * as vscode from 'vscode';

const ASKED = 'warrant.askedAboutMarkdownValidation';

/**
 * VS Code's own link validation, where it is switched on, takes bracketed spans, citations and footnotes for broken
 * links. Offers once a workspace to ignore those; nothing is changed unasked.
 */
export async function offerToQuietMarkdownValidation(
  context: vscode.ExtensionContext,
): Promise<void> {
  const validate = vscode.workspace.getConfiguration('markdown.validate');
  const clashes =
    validate.get<boolean>('enabled') === true &&
    validate.get<string>('referenceLinks.enabled') !== 'ignore';
  if (!clashes || context.workspaceState.get<boolean>(ASKED)) return;
  await context.workspaceState.update(ASKED, true);
  const ignore = 'Ignore in This Workspace';
  const answer = await vscode.window.showInformationMessage(
    'VS Code’s Markdown validation reports tags, citations and footnotes as broken reference links. Ignore reference links in this workspace?',
    ignore,
    'No',
  );
  if (answer !== ignore) return;
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await validate.update('referenceLinks.enabled', 'ignore', target);
}
