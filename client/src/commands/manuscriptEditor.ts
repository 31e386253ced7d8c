import * as vscode from 'vscode';
import { isManuscript } from '../lsp/languages';
import { warn } from './warn';

/**
 * The manuscript in front, for a command; where there is none, the author is told to open one.
 * @param purpose what the command is for, such as `to tag its text`
 */
export function manuscriptEditor(purpose: string): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor && isManuscript(editor.document)) return editor;
  warn(`Open a Markdown, Quarto or R Markdown file ${purpose}.`);
  return undefined;
}
