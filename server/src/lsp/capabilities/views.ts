import { elementsAt } from '../../core/features/elementsAt';
import { summarise } from '../../core/features/summary';
import type { Row } from '../../core/features/views/row';
import { sourceRows, type SourcesOptions } from '../../core/features/views/sources';
import { usesOf } from '../../core/features/uses';
import { isConfigFile, normalizeUri, type Project } from '../../core/project';
import type {
  PositionParams,
  ProtocolElementAt,
  ProtocolLocation,
  Summary,
  UsesParams,
} from '../../shared/protocol';
import type { ProtocolRow } from '../../shared/rows';
import { clientFiles, targetOf, type ClientFiles, type Context } from '../context';
import { toLocation } from '../toProto';
import type { TrackedProjects } from '../tracked';

/** How much of an argument the project of a file holds; null for a file that takes no part. */
export async function summaryOf({ workspace }: Context, uri: string): Promise<Summary | null> {
  const known = normalizeUri(uri);
  const project = await workspace.projectOf(known);
  const takesPart = project.file(known)?.participates ?? isConfigFile(known);
  return takesPart ? summarise(project) : null;
}

/** The elements that hold a position, innermost first. */
export async function elementsAtPosition(
  context: Context,
  { uri, position }: PositionParams,
): Promise<ProtocolElementAt[]> {
  const target = await targetOf(context, uri, position);
  if (!target) return [];
  const { project, offset } = target;
  const elements = elementsAt(project, target.uri, offset);
  const uris = elements.map(({ place }) => place.uri);
  const files = await clientFiles(context, project, uris);
  return elements.map(({ key, kind, id, place }) => {
    const location = toLocation(place, files);
    return { key, kind, ...(id === undefined ? {} : { id }), ...(location ? { location } : {}) };
  });
}

/** The rows of a tree view, for a file's project; without a file, those of all tracked projects. */
export async function rowsOf(
  context: Context,
  tracked: TrackedProjects,
  uri: string | undefined,
  find: (project: Project) => readonly Row[] | Promise<readonly Row[]>,
): Promise<ProtocolRow[]> {
  const projects =
    uri === undefined ? await tracked.all() : [await context.workspace.projectOf(uri)];
  const rows = await Promise.all(
    projects.map(async (project) => {
      const found = await find(project);
      const files = await clientFiles(context, project, urisIn(found, new Set()));
      return found.map((row) => toRow(row, files));
    }),
  );
  return rows.flat();
}

/** The rows of the Sources view, once the bibliography has been read that names works. */
export async function sourceRowsOf(
  { workspace }: Context,
  project: Project,
  options: SourcesOptions,
): Promise<Row[]> {
  return workspace.whenRead(() => sourceRows(project, options));
}

/** The places that name an element, or use the term of a construct; none where it is gone. */
export async function usesOfElement(
  context: Context,
  { uri, element: key }: UsesParams,
): Promise<ProtocolLocation[]> {
  const project = await context.workspace.projectOf(normalizeUri(uri));
  const element = project.elementWithKey(key);
  if (!element) return [];
  const places = usesOf(project, { type: 'element', element });
  const files = await clientFiles(context, project, new Set(places.map((place) => place.uri)));
  return places.flatMap((place) => toLocation(place, files) ?? []);
}

function urisIn(rows: readonly Row[], uris: Set<string>): Set<string> {
  for (const { place, children } of rows) {
    if (place) uris.add(place.uri);
    urisIn(children, uris);
  }
  return uris;
}

function toRow({ place, children, ...rest }: Row, files: ClientFiles): ProtocolRow {
  const location = place && toLocation(place, files);
  return {
    ...rest,
    ...(location ? { location } : {}),
    children: children.map((child) => toRow(child, files)),
  };
}
