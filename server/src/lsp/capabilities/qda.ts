import { escapePandoc } from '../../core/exports/text/pandoc';
import { constructIds, importCodes } from '../../core/features/qda/importCodes';
import { insertEvidence } from '../../core/features/qda/insertEvidence';
import type { Retagging, Refusal } from '../../core/features/tagging/result';
import { attributeOf, normalizeUri } from '../../core/project';
import { qdaOf } from '../../core/sources/qda';
import type { RetagResult } from '../../shared/protocol';
import type { ImportCodesParams, InsertEvidenceParams, QdaOffer } from '../../shared/qda';
import { targetOf, type Context, type Target } from '../context';
import { toTextEdit } from '../toProto';

/** What could be taken from the QDA project of a file, once that is read. */
export async function qdaOffer({ workspace }: Context, uri: string): Promise<QdaOffer> {
  const project = await workspace.projectOf(normalizeUri(uri));
  const qda = await workspace.whenRead(() => qdaOf(project));
  const used = new Set(
    project.elementsWith('qda').flatMap((element) => {
      return qda.index.find(attributeOf(element, 'qda')?.text ?? '');
    }),
  );
  const constructs = constructIds(project);
  const passages = new Map<string, number>();
  for (const { codes } of qda.selections) {
    for (const { id } of codes) passages.set(id, (passages.get(id) ?? 0) + 1);
  }
  return {
    files: qda.files.length,
    faults: qda.files.flatMap(({ entry, reading }) => {
      if (reading.state === 'missing') return [`${entry.path} is not there`];
      if (reading.state !== 'unreadable') return [];
      return [`${entry.path} cannot be read: ${reading.message}`];
    }),
    selections: qda.selections
      .filter(({ text }) => text.trim() !== '')
      .map((selection) => ({
        guid: selection.guid,
        text: selection.text,
        source: selection.source.name,
        place: selection.place ?? '',
        codes: selection.codes.map(({ name }) => name),
        isUsed: used.has(selection),
      })),
    codes: qda.codes.map((code) => ({
      id: code.id,
      name: code.name,
      above: code.path.slice(0, -1),
      description: code.description ?? '',
      passages: passages.get(code.id) ?? 0,
      isUsed: constructs.has(code.id),
    })),
  };
}

/** What puts a coded passage into a file, at a range. */
export function insertEvidenceAt(
  context: Context,
  params: InsertEvidenceParams,
): Promise<RetagResult> {
  return change(context, params, ({ project, uri, offset }) =>
    insertEvidence(project, uri, offset, params.guid, escapePandoc),
  );
}

/** What puts codes into a file as constructs, at a range. */
export function importCodesAt(context: Context, params: ImportCodesParams): Promise<RetagResult> {
  return change(context, params, ({ project, uri, offset }) =>
    importCodes(project, uri, offset, params.codes, escapePandoc),
  );
}

async function change(
  context: Context,
  { uri, range }: Pick<InsertEvidenceParams, 'uri' | 'range'>,
  make: (target: Target) => Retagging | Refusal,
): Promise<RetagResult> {
  const target = await targetOf(context, uri, range.end);
  if (!target) return { ok: false, message: 'This file is no manuscript' };
  await context.workspace.whenRead(() => qdaOf(target.project));
  const result = make(target);
  if (!result.ok) return result;
  const edits = (result.changes.get(target.uri) ?? []).map((edit) =>
    toTextEdit(edit, target.lines),
  );
  return { ok: true, changes: { [uri]: edits }, notes: result.notes };
}
