import { dataStructureSvg } from '../../core/exports/dataStructure/svg';
import { pipeTable } from '../../core/exports/text/pipeTable';
import { dataStructure } from '../../core/features/dataStructure/dataStructure';
import { heldBackNotes } from '../../core/features/heldBackNotes';
import { emptyReason, insertTable } from '../../core/features/tables/insertTable';
import { makeTable } from '../../core/features/tables/makeTable';
import { tableStates } from '../../core/features/tables/refreshTables';
import { TABLE_KINDS } from '../../core/features/tables/table';
import { holdBack, normalizeUri } from '../../core/project';
import type { RetagResult } from '../../shared/protocol';
import type {
  DataStructureResult,
  ExportFileParams,
  InsertTableParams,
  ProtocolTable,
  ProtocolTableState,
} from '../../shared/tables';
import { targetOf, type Context } from '../context';
import { realNamesIn } from '../realNames';
import { toRange, toTextEdit } from '../toProto';

/** The tables that could be put into a file. */
export async function tablesOf({ workspace }: Context, uri: string): Promise<ProtocolTable[]> {
  const project = await workspace.projectOf(normalizeUri(uri));
  return TABLE_KINDS.map((kind) => {
    const table = makeTable(project, kind);
    const { title, rows, notes } = table;
    const detail = rows.length === 0 ? emptyReason(table) : notes.join('; ');
    return { kind, title, rows: rows.length, detail };
  });
}

/** What puts a table into a file, at a range. */
export async function insertTableAt(
  context: Context,
  { uri, range, table, include }: InsertTableParams,
): Promise<RetagResult> {
  const target = await targetOf(context, uri, range.end);
  if (!target) return { ok: false, message: 'This file is no manuscript' };
  const { project, lines, offset } = target;
  const made = makeTable(project, table, include);
  const result = insertTable(project, target.uri, offset, made, pipeTable);
  if (!result.ok) return result;
  const edits = (result.changes.get(target.uri) ?? []).map((edit) => toTextEdit(edit, lines));
  return { ok: true, changes: { [uri]: edits }, notes: result.notes };
}

/** The tables of a file that were made from the tags, and what would bring them up to date. */
export async function tableStatesOf(
  context: Context,
  { uri, include }: ExportFileParams,
): Promise<ProtocolTableState[]> {
  const target = await targetOf(context, uri, { line: 0, character: 0 });
  if (!target) return [];
  const { project, lines } = target;
  return tableStates(project, target.uri, pipeTable, include).map(({ range, edits, ...rest }) => ({
    ...rest,
    range: toRange(range, lines),
    edits: edits.map((edit) => toTextEdit(edit, lines)),
  }));
}

/** The data structure of the project of a file, as SVG. */
export async function dataStructureOf(
  { workspace }: Context,
  { uri, include = 'open', allowRealNames = false }: ExportFileParams,
): Promise<DataStructureResult> {
  const shown = holdBack(await workspace.projectOf(normalizeUri(uri)), include);
  const { boxes, notes: own } = dataStructure(shown);
  const { evidence: heldBack } = shown.heldBack;
  const notes = [...own, ...heldBackNotes(shown.heldBack)];
  if (boxes.length === 0) {
    const message = 'There is no data structure: no construct has a tier or a parent';
    return { ok: false, message, heldBack };
  }
  const svg = dataStructureSvg(boxes);
  const realNames = allowRealNames ? undefined : await realNamesIn(workspace, shown, svg);
  return realNames === undefined
    ? { ok: true, svg, notes, heldBack }
    : { ok: false, message: realNames, hasRealNames: true, heldBack };
}
