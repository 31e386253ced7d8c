import * as vscode from 'vscode';

const SECTION = 'markdown.validate';
const ASKED = 'warrant.askedAboutMarkdownValidation';

/** A check of VS Code's own that takes Pandoc's syntax for faults. */
interface Clash {
  readonly setting: string;
  /** The values with which it finds no fault. */
  readonly quiet: readonly string[];
  /** What it reports, as the question names it. */
  readonly reports: string;
}

/** Tried on VS Code 1.110; unused and duplicate link definitions concern nothing of Pandoc's or ours. */
const CLASHES: readonly Clash[] = [
  {
    setting: 'referenceLinks.enabled',
    quiet: ['ignore'],
    reports: 'tags, citations and footnotes as links without a definition',
  },
  {
    setting: 'fragmentLinks.enabled',
    quiet: ['ignore'],
    reports: 'links to tags and headings with an id as links to nothing',
  },
  {
    // Of the links to other files, it follows the setting above where it is not set itself.
    setting: 'fileLinks.markdownFragmentLinks',
    quiet: ['ignore', 'inherit'],
    reports: 'links to tags in other files as links to nothing',
  },
];

/**
 * VS Code's own validation of Markdown, where it is switched on, takes for faults what Pandoc reads. Offers once a
 * workspace to quiet those of its checks that do; nothing is changed unasked.
 */
export async function offerToQuietMarkdownValidation(
  context: vscode.ExtensionContext,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  // It knows no other language.
  if (document?.languageId !== 'markdown' || context.workspaceState.get<boolean>(ASKED)) return;
  const validate = vscode.workspace.getConfiguration(SECTION, document.uri);
  if (validate.get<boolean>('enabled') !== true) return;
  const clashes = CLASHES.filter(({ setting, quiet }) => {
    const value = validate.get<string>(setting);
    return value !== undefined && !quiet.includes(value);
  });
  if (clashes.length === 0) return;
  await context.workspaceState.update(ASKED, true);
  const ignore = 'Ignore in This Workspace';
  const reports = clashes.map((clash) => clash.reports).join(', and ');
  const answer = await vscode.window.showInformationMessage(
    `VS Code’s own Markdown validation reports ${reports}. Let it ignore these in this workspace?`,
    ignore,
    'No',
  );
  if (answer !== ignore) return;
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  for (const { setting } of clashes) await validate.update(setting, 'ignore', target);
}
