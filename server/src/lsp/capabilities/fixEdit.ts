import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Project } from '../../core/project';
import type { Fix } from '../../core/rules';
import { clientFiles, type Context } from '../context';
import { toTextEdit, toWorkspaceEdit } from '../toProto';

/** An attribute whose value is to be filled in. */
const EMPTY = '=""';

/**
 * The edits of a fix as the client takes them. Where the author has to fill in a value and the client can help with
 * that, the caret is put into it (LSP 3.18 §SnippetTextEdit).
 * @param uri the document in front of the author, in the spelling of the core
 */
export async function toFixEdit(
  context: Context,
  project: Project,
  { edits, unfinished = false }: Fix,
  uri: string,
): Promise<WorkspaceEdit> {
  const { support, version } = context;
  const files = await clientFiles(context, project, edits.keys());
  const asks = unfinished && edits.size === 1 && edits.get(uri)?.length === 1;
  const file = files(uri);
  const [edit] = edits.get(uri) ?? [];
  if (!asks || !file || !edit?.newText.includes(EMPTY) || !support.snippetEdits) {
    return toWorkspaceEdit(edits, files);
  }
  const { range } = toTextEdit(edit, file.lines);
  const change: TextDocumentEdit = {
    textDocument: { uri: file.uri, version: version(uri) ?? null },
    edits: [{ range, snippet: { kind: 'snippet', value: snippetOf(edit.newText) } }],
  };
  return { documentChanges: [change] };
}

/** A text with a place to fill in inside each empty value (LSP 3.18 §Snippet Syntax). */
function snippetOf(text: string): string {
  let stop = 0;
  const pieces = text.split(EMPTY).map((piece) => piece.replace(/[\\$}]/g, '\\$&'));
  return pieces.reduce((snippet, piece) => `${snippet}="$${++stop}"${piece}`);
}
