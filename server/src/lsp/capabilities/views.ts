import { outline, type OutlineNode } from '../../core/features/outline';
import { summarise } from '../../core/features/summary';
import type { Place } from '../../core/model';
import { isConfigFile, normalizeUri, type Project } from '../../core/project';
import type { OutlineItem, Summary } from '../../shared/protocol';
import type { Context } from '../context';
import { indexLinesOf } from '../diagnostics';
import { toLocation, type Lines } from '../toProto';
import type { TrackedProjects } from '../tracked';

/** How much of an argument the project of a file holds; null for a file that takes no part. */
export async function summaryOf({ workspace }: Context, uri: string): Promise<Summary | null> {
  const known = normalizeUri(uri);
  const project = await workspace.projectOf(known);
  const takesPart = project.file(known)?.participates ?? isConfigFile(known);
  return takesPart ? summarise(project) : null;
}

/** The mechanisms of a file's project; without a file, those of all tracked projects. */
export async function outlineOf(
  { workspace }: Context,
  tracked: TrackedProjects,
  uri: string | undefined,
): Promise<OutlineItem[]> {
  const projects = uri === undefined ? await tracked.all() : [await workspace.projectOf(uri)];
  const items = await Promise.all(
    projects.map(async (project) => {
      const nodes = outline(project);
      const lines = await indexLinesOf(workspace, project, urisOf(project, nodes));
      return nodes.map((node) => toItem(node, (file) => lines.get(file)));
    }),
  );
  return items.flat();
}

function urisOf(project: Project, nodes: readonly OutlineNode[]): Set<string> {
  const uris = new Set(project.files.map(({ uri }) => uri));
  const visit = ({
    place,
    children,
  }: {
    place?: Place;
    children: readonly OutlineNode[];
  }): void => {
    if (place) uris.add(place.uri);
    children.forEach(visit);
  };
  nodes.forEach(visit);
  return uris;
}

function toItem({ place, children, ...rest }: OutlineNode, lines: Lines): OutlineItem {
  const location = place && toLocation(place, lines);
  return {
    ...rest,
    ...(location ? { location } : {}),
    children: children.map((child) => toItem(child, lines)),
  };
}
