import { argumentMap } from '../../core/features/map/argumentMap';
import { namedMechanisms } from '../../core/features/map/namedMechanisms';
import { heldBackNotes } from '../../core/features/heldBackNotes';
import type { ArgumentMap, MapOptions } from '../../core/figures';
import type { Place } from '../../core/model';
import { holdBack, normalizeUri, type Project } from '../../core/project';
import type { MapParams, MapResult, ProtocolMap, ProtocolMapPart } from '../../shared/map';
import { clientFiles, type ClientFiles, type Context } from '../context';
import { realNamesIn } from '../realNames';
import { toLocation } from '../toProto';
import type { TrackedProjects } from '../tracked';

/** The argument of a file's project as a graph; without a file, that of the first project that has one. */
export async function mapOf(
  context: Context,
  tracked: TrackedProjects,
  { uri, focus, collapsed, ...shown }: MapParams,
): Promise<MapResult> {
  const options = {
    ...shown,
    ...(focus === undefined ? {} : { focus }),
    collapsed: new Set(collapsed),
  };
  for (const project of await candidates(context, tracked, uri)) {
    const map = argumentMap(project, options);
    if (map.nodes.length === 0 && uri === undefined) continue;
    return {
      map: {
        ...(await toMap(context, project, map)),
        ...(await forExport(context, project, map, options)),
      },
      mechanisms: namedMechanisms(project),
    };
  }
  return { map: null, mechanisms: [] };
}

/** What is given away in the place of a map; nothing where it may be as it is, which is mostly so. */
async function forExport(
  { workspace }: Context,
  project: Project,
  map: ArgumentMap,
  options: MapOptions,
): Promise<Pick<ProtocolMap, 'forExport'>> {
  const shown = holdBack(project, 'open');
  const allowed = shown.holdsBack ? argumentMap(shown, options) : map;
  const words = [...allowed.nodes, ...allowed.edges].map(({ label, text }) => `${label}\n${text}`);
  const realNames = await realNamesIn(workspace, project, words.join('\n'));
  const notes = heldBackNotes(shown.heldBack);
  if (notes.length === 0 && realNames === undefined) return {};
  return { forExport: { map: allowed, notes, ...(realNames === undefined ? {} : { realNames }) } };
}

async function candidates(
  { workspace }: Context,
  tracked: TrackedProjects,
  uri: string | undefined,
): Promise<readonly Project[]> {
  return uri === undefined ? tracked.all() : [await workspace.projectOf(normalizeUri(uri))];
}

async function toMap(
  context: Context,
  project: Project,
  { title, nodes, edges }: ArgumentMap,
): Promise<ProtocolMap> {
  const uris = [...nodes, ...edges].flatMap(({ place }) => place?.uri ?? []);
  const files = await clientFiles(context, project, uris);
  return {
    title,
    nodes: nodes.map((node) => toPart(node, files)),
    edges: edges.map((edge) => toPart(edge, files)),
  };
}

function toPart<Part extends { readonly place?: Place }>(
  { place, ...rest }: Part,
  files: ClientFiles,
): ProtocolMapPart<Part> {
  const location = place && toLocation(place, files);
  return { ...rest, ...(location ? { location } : {}) };
}
