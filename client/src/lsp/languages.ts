import * as vscode from 'vscode';

/** The languages of manuscripts. */
export const LANGUAGES: readonly string[] = ['markdown', 'quarto', 'rmd'];

/** Schemes whose documents are copies of what stands elsewhere: Git's and the ones that compare or peek. */
const COPIES: ReadonlySet<string> = new Set(['git', 'gitfs', 'output', 'vscode-local-history']);

/** The schemes in which manuscripts are edited: files, new documents, and those of the window's folders. */
function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}

/** The documents that the server is told of. */
export function documentSelector() {
  return schemes().flatMap((scheme) => [
    ...LANGUAGES.map((language) => ({ scheme, language })),
    { scheme, pattern: '**/{warrant,_quarto}.{yaml,yml}' },
  ]);
}

/** Whether a document is a manuscript that the server knows. */
export function isManuscript({ uri, languageId }: vscode.TextDocument): boolean {
  return LANGUAGES.includes(languageId) && !COPIES.has(uri.scheme);
}
