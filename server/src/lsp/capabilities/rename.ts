import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameResult,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  prepareRename,
  renameAt,
  type Refusal,
  type RenameEdit,
  type Renameable,
  type Renaming,
} from '../../core/features/renaming/rename';
import { idsInQuarto } from '../../core/features/renaming/linksToId';
import { Workspace, type Project } from '../../core/project';
import { clientFiles, targetOf, type Context, type Target } from '../context';
import { firstAnswer, projectsSharing } from '../sharedProjects';
import { toRange, toVersionedEdit, type Annotations } from '../toProto';

/** What edits of a renaming are about, for a client that shows them before they are made. */
const ANNOTATIONS = {
  id: { label: 'The id itself' },
  reference: { label: 'References in attributes' },
  link: { label: 'Links' },
  citation: { label: 'Cross-references' },
  configuration: { label: 'Entries in YAML' },
} as const satisfies Annotations<RenameEdit['role']>;

/** What would be renamed at a position, or in an error why nothing can be (LSP 3.17 §textDocument/prepareRename). */
export async function prepareRenameAt(
  context: Context,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<PrepareRenameResult | ResponseError> {
  const target = await targetOf(context, textDocument.uri, position);
  if (!target) return refuse(UNREADABLE);
  const { result } = await ask(context, target, (project) =>
    prepareRename(project, target.uri, target.offset),
  );
  if (!result.ok) return refuse(result);
  return { range: toRange(result.range, target.lines), placeholder: result.placeholder };
}

/** Renames the id at a position in all files, open or not (LSP 3.17 §textDocument/rename). */
export async function rename(
  context: Context,
  { textDocument, position, newName }: RenameParams,
): Promise<WorkspaceEdit | ResponseError> {
  const target = await targetOf(context, textDocument.uri, position);
  if (!target) return refuse(UNREADABLE);
  const { uri, offset } = target;
  const sharing = await projectsSharing(context.workspace, target.project);
  const { project, result } = await ask(context, target, (one) =>
    renameAt(
      one,
      uri,
      offset,
      newName,
      sharing.filter((other) => other !== one),
    ),
  );
  if (!result.ok) return refuse(result);
  const projects = [project, ...sharing];
  const changes = new Map([...result.changes, ...(await inQuarto(context, project, result))]);
  const files = await clientFiles(context, projects, changes.keys());
  return toVersionedEdit(changes, files, context, ANNOTATIONS);
}

/** The edits of a `_quarto.yml` beside the manuscript whose addresses lead to what is renamed. */
async function inQuarto(
  { workspace }: Context,
  project: Project,
  { from, to }: Renaming,
): Promise<[string, RenameEdit[]][]> {
  const changes: [string, RenameEdit[]][] = [];
  for (const file of ['_quarto.yml', '_quarto.yaml']) {
    const uri = Workspace.resolve(project.root, file);
    const text = await workspace.textOf(uri).catch(() => undefined);
    if (text === undefined || to === from) continue;
    const places = idsInQuarto(project, { uri, text }, { of: 'id', id: from });
    const edits = places.map((range) => ({ range, newText: to, role: 'configuration' as const }));
    if (edits.length > 0) changes.push([uri, edits]);
  }
  return changes;
}

const UNREADABLE: Refusal = { ok: false, message: 'This file cannot be read' };

type Result = Renameable | Renaming | Refusal;

/** Of a `warrant.yaml` that lists no manuscripts, any of those that share it may know what an entry is. */
async function ask<T extends Result>(
  { workspace }: Context,
  { project, uri }: Target,
  question: (project: Project) => T,
): Promise<{ readonly project: Project; readonly result: T }> {
  const found = await firstAnswer(workspace, project, uri, (one) => {
    const result = question(one);
    return result.ok ? result : undefined;
  });
  return found
    ? { project: found.project, result: found.answer }
    : { project, result: question(project) };
}

function refuse({ message }: Refusal): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
