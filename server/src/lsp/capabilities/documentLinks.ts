import type { DocumentLink as ProtoLink } from 'vscode-languageserver';
import * as z from 'zod';
import {
  documentLinks as linksOf,
  placeOfTarget,
  type DocumentLink,
} from '../../core/features/documentLinks';
import { isConfigFile, normalizeUri, type Project } from '../../core/project';
import { pathsOfQuarto, targetOf } from '../../core/features/writtenPaths';
import { readQuarto } from '../../core/config';
import { libraryOf } from '../../core/sources/bibliography';
import { clientFiles, linesOf, type Context } from '../context';
import { projectsKnowing } from '../sharedProjects';
import { toRange } from '../toProto';

/** What a link carries until its place is looked up. */
const data = z.object({
  uri: z.string(),
  target: z.object({ type: z.enum(['element', 'source', 'id', 'work']), name: z.string() }),
});

/** The words of a document that lead somewhere (LSP 3.17 §textDocument/documentLink). */
export async function documentLinks(context: Context, uri: string): Promise<ProtoLink[] | null> {
  const { workspace } = context;
  const known = normalizeUri(uri);
  const project = await workspace.projectOf(known);
  const lines = await linesOf(workspace, project, known);
  if (!lines) return null;
  const links = new Map<number, { readonly link: DocumentLink; readonly home: string }>();
  for (const one of await projectsKnowing(workspace, project, known)) {
    const library = await workspace.whenRead(() => libraryOf(one));
    const home = one.files.some((file) => file.uri === known) ? known : one.files[0]?.uri;
    for (const link of linksOf(one, known, (key) => library.has(key))) {
      if (!links.has(link.range.start)) links.set(link.range.start, { link, home: home ?? known });
    }
  }
  for (const link of await quartoLinks(context, project, known)) {
    links.set(link.range.start, { link, home: known });
  }
  return [...links.values()].map(({ link: { range, target }, home }) => ({
    range: toRange(range, lines),
    ...(target.type === 'file' ? { target: target.uri } : { data: { uri: home, target } }),
  }));
}

/** The place to which a link leads, once it is clicked (LSP 3.17 §documentLink/resolve). */
export async function resolveDocumentLink(context: Context, link: ProtoLink): Promise<ProtoLink> {
  const { success, data: carried } = data.safeParse(link.data);
  if (!success) return link;
  const project = await context.workspace.projectOf(carried.uri);
  const place = await context.workspace.whenRead(() => placeOfTarget(project, carried.target));
  const files = await clientFiles(context, project, place ? [place.uri] : []);
  const file = place && files(place.uri);
  if (!file) return link;
  const { line, character } = file.lines.positionAt(place.range.start);
  // Editors read the fragment as 1-based line and column.
  return { ...link, target: `${file.uri}#L${line + 1},${character + 1}` };
}

async function quartoLinks(
  { workspace }: Context,
  { root }: Project,
  uri: string,
): Promise<DocumentLink[]> {
  if (!isConfigFile(uri) || !/\/_quarto\.ya?ml$/.test(uri)) return [];
  const text = await workspace.textOf(uri).catch(() => '');
  const quarto = readQuarto(uri, text);
  const paths = quarto ? pathsOfQuarto(quarto) : [];
  return paths.map((path) => ({
    range: path.range,
    target: { type: 'file', uri: targetOf(path, root) },
  }));
}
