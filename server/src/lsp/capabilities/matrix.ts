import { matrixCsv } from '../../core/exports/matrix/csv';
import { matrixHtml } from '../../core/exports/matrix/html';
import { matrixMarkdown } from '../../core/exports/matrix/markdown';
import { addLink, removeLink } from '../../core/features/matrix/changeLink';
import { heldBackNotes } from '../../core/features/heldBackNotes';
import { claimEvidenceMatrix } from '../../core/features/matrix/claimEvidenceMatrix';
import type { ClaimEvidenceMatrix } from '../../core/figures';
import type { Place } from '../../core/model';
import { holdBack, normalizeUri, type Project } from '../../core/project';
import type {
  Located,
  MatrixFileParams,
  MatrixLinkParams,
  MatrixParams,
  ProtocolMatrix,
} from '../../shared/matrix';
import type { ExportedText } from '../../shared/exports';
import type { ProtocolTextEdit, RetagResult } from '../../shared/protocol';
import { clientFiles, type ClientFiles, type Context } from '../context';
import { realNamesIn } from '../realNames';
import { toLocation, toTextEdit } from '../toProto';
import type { TrackedProjects } from '../tracked';

const FORMATS = { csv: matrixCsv, markdown: matrixMarkdown, html: matrixHtml } as const;

/** Which claims of a file's project rest on which evidence; null where nothing takes part. */
export async function matrixOf(
  context: Context,
  tracked: TrackedProjects,
  { uri, options }: MatrixParams,
): Promise<ProtocolMatrix | null> {
  const project = await projectFor(context, tracked, uri);
  if (!project) return null;
  const matrix = claimEvidenceMatrix(project, options);
  const files = await clientFiles(context, project, urisIn(project, matrix));
  return {
    ...matrix,
    rows: matrix.rows.map((row) => located(row, files)),
    columns: matrix.columns.map((column) => located(column, files)),
    cells: matrix.cells.map((cell) => ({
      ...cell,
      marks: cell.marks.map((mark) => located(mark, files)),
    })),
  };
}

/** A matrix as the text of a file, without what is held back from its readers. */
export async function matrixFileOf(
  context: Context,
  tracked: TrackedProjects,
  { uri, options, format, include = 'open', allowRealNames = false }: MatrixFileParams,
): Promise<ExportedText | null> {
  const project = await projectFor(context, tracked, uri);
  if (!project) return null;
  const shown = holdBack(project, include);
  const text = FORMATS[format](claimEvidenceMatrix(shown, options));
  const realNames = allowRealNames ? undefined : await realNamesIn(context.workspace, shown, text);
  if (realNames !== undefined) return { realNames };
  return { text, notes: heldBackNotes(shown.heldBack) };
}

/** What making a link or taking it back changes. */
export async function changeMatrixLink(
  context: Context,
  { uri, action, ...link }: MatrixLinkParams,
): Promise<RetagResult> {
  const project = await context.workspace.projectOf(normalizeUri(uri));
  const result = (action === 'link' ? addLink : removeLink)(project, link);
  if (!result.ok) return result;
  const files = await clientFiles(context, project, result.changes.keys());
  const changes: Record<string, ProtocolTextEdit[]> = {};
  for (const [file, edits] of result.changes) {
    const known = files(file);
    if (known) changes[known.uri] = edits.map((edit) => toTextEdit(edit, known.lines));
  }
  return { ok: true, changes, notes: result.notes };
}

async function projectFor(
  { workspace }: Context,
  tracked: TrackedProjects,
  uri: string | undefined,
): Promise<Project | undefined> {
  const candidates =
    uri === undefined ? await tracked.all() : [await workspace.projectOf(normalizeUri(uri))];
  return candidates.find(({ files }) => files.some(({ participates }) => participates));
}

function urisIn(project: Project, { rows, columns, cells }: ClaimEvidenceMatrix): Set<string> {
  const uris = new Set(project.files.map(({ uri }) => uri));
  const marks = cells.flatMap((cell) => cell.marks);
  for (const { place } of [...rows, ...columns, ...marks]) if (place) uris.add(place.uri);
  return uris;
}

function located<T extends { readonly place?: Place }>(
  { place, ...rest }: T,
  files: ClientFiles,
): Located<T> {
  const location = place && toLocation(place, files);
  return { ...rest, ...(location ? { location } : {}) };
}
