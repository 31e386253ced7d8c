import * as vscode from 'vscode';
import { COPY_SCHEMES, LANGUAGES } from '../../../server/src/shared/documents';

/** The schemes in which manuscripts are edited: files, new documents, and those of the window's folders. */
function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const used = new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)]);
  return [...used].filter((scheme) => !COPY_SCHEMES.has(scheme));
}

function manuscripts() {
  return schemes().flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
}

/** The documents that the server is told of. */
export function documentSelector() {
  const configurations = schemes().map((scheme) => ({
    scheme,
    pattern: '**/{warrant,_quarto}.{yaml,yml}',
  }));
  return [...manuscripts(), ...configurations];
}

/** Whether a document is a manuscript that the server knows. */
export function isManuscript(document: vscode.TextDocument): boolean {
  return vscode.languages.match(manuscripts(), document) > 0;
}
