import type { CodeLens, Command } from 'vscode-languageserver';
import * as z from 'zod';
import {
  LENS_PARTS,
  lensDetail,
  lensesOf,
  type LensDetail,
} from '../../core/features/reading/lenses';
import { normalizeUri, type Element } from '../../core/project';
import type { LineIndex } from '../../core/text/lineIndex';
import { OPEN_PLACE, SHOW_PLACES, WRITE_ATTRIBUTE } from '../../shared/protocol';
import { clientFiles, projectSoon, type ClientFiles, type Context } from '../context';
import type { Refreshes } from '../refreshes';
import { toLocation } from '../toProto';

/** What a lens carries until it comes into view. */
const data = z.object({
  uri: z.string(),
  key: z.string(),
  part: z.enum(LENS_PARTS),
  name: z.string().optional(),
});

/** What stands above the tags of a document (LSP 3.17 §textDocument/codeLens); what it says is looked up by the next. */
export async function codeLenses(
  { workspace, support }: Context,
  refreshes: Refreshes,
  uri: string,
): Promise<CodeLens[]> {
  const known = normalizeUri(uri);
  const { project, isWhole } = support.refreshesLenses
    ? await projectSoon(workspace, known)
    : { project: await workspace.projectOf(known), isWhole: true };
  const lines = project.file(known)?.facts.current.lines;
  // What a part of the project does not know of would be said to be missing; it is asked for again when all is read.
  const lenses = lines && isWhole ? lensesOf(project, known) : [];
  refreshes.noteLenses(known, lenses);
  if (!lines) return [];
  const lineOf = (at: { readonly start: number }): number => lines.positionAt(at.start).line;
  const owners = new Map<number, Set<Element>>();
  for (const { at, element } of lenses) {
    const line = lineOf(at);
    owners.set(line, (owners.get(line) ?? new Set()).add(element));
  }
  let before: Element | undefined;
  return lenses.map(({ element, part, at, name }) => {
    const { line, character } = lines.positionAt(at.start);
    const isCrowded = (owners.get(line)?.size ?? 0) > 1;
    const isFirst = element !== before;
    before = element;
    const place = { line, character };
    return {
      range: { start: place, end: place },
      data: { uri, key: element.key, part, ...(isCrowded && isFirst ? { name } : {}) },
    };
  });
}

/** What a lens says and does, once it comes into view (LSP 3.17 §codeLens/resolve). */
export async function resolveCodeLens(context: Context, lens: CodeLens): Promise<CodeLens> {
  const { success, data: carried } = data.safeParse(lens.data);
  if (!success) return lens;
  const { project } = await projectSoon(context.workspace, normalizeUri(carried.uri));
  const element = project.elementWithKey(carried.key);
  if (!element) return { ...lens, command: { title: '', command: OPEN_PLACE, arguments: [[]] } };
  const detail = lensDetail(project, element, carried.part);
  const title = carried.name === undefined ? detail.title : `${carried.name}: ${detail.title}`;
  const files = await clientFiles(context, project, [
    element.place.uri,
    ...detail.places.map((place) => place.uri),
  ]);
  const lines = project.file(element.place.uri)?.facts.current.lines;
  const command =
    (lines && writing(context, element, detail, lines)) ?? showing(context, element, detail, files);
  return { ...lens, command: { ...command, title } };
}

type Action = Omit<Command, 'title'>;

/** What is missing is written down by the author. */
function writing(
  { support, spelling }: Context,
  { tag }: Element,
  { missing }: LensDetail,
  lines: LineIndex,
): Action | undefined {
  const { attributeRange, form } = tag?.source ?? {};
  if (!missing || !tag || !attributeRange || form === 'html') return undefined;
  if (!support.commands.has(WRITE_ATTRIBUTE)) return undefined;
  const uri = spelling(tag.uri);
  // What stands there without being of use is filled in; written twice, only one of both would count.
  const written = tag.attributes.find(({ name, origin }) => name === missing && origin === 'tag');
  if (written) {
    const position = lines.positionAt(written.place.range.end);
    return { command: WRITE_ATTRIBUTE, arguments: [uri, position] };
  }
  const position = lines.positionAt(attributeRange.end - 1);
  return { command: WRITE_ATTRIBUTE, arguments: [uri, position, missing] };
}

function showing(
  { support }: Context,
  element: Element,
  { places }: LensDetail,
  files: ClientFiles,
): Action {
  const locations = places.flatMap((place) => toLocation(place, files) ?? []);
  if (!support.commands.has(SHOW_PLACES)) return { command: OPEN_PLACE, arguments: [locations] };
  const origin = toLocation(element.place, files);
  return { command: SHOW_PLACES, arguments: [origin, locations] };
}
