import { outline, type OutlineNode } from '../../core/features/outline';
import { summarise } from '../../core/features/summary';
import type { Place } from '../../core/model';
import { isConfigFile, normalizeUri, type Project } from '../../core/project';
import type { OutlineItem, Summary } from '../../shared/protocol';
import { clientFiles, type ClientFiles, type Context } from '../context';
import { toLocation } from '../toProto';
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
  context: Context,
  tracked: TrackedProjects,
  uri: string | undefined,
): Promise<OutlineItem[]> {
  const projects =
    uri === undefined ? await tracked.all() : [await context.workspace.projectOf(uri)];
  const items = await Promise.all(
    projects.map(async (project) => {
      const nodes = outline(project);
      const files = await clientFiles(context, project, urisOf(project, nodes));
      return nodes.map((node) => toItem(node, files));
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

function toItem({ place, children, ...rest }: OutlineNode, files: ClientFiles): OutlineItem {
  const location = place && toLocation(place, files);
  return {
    ...rest,
    ...(location ? { location } : {}),
    children: children.map((child) => toItem(child, files)),
  };
}
