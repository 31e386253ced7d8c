import type { Place } from '../model';
import type { PlacedLeaf } from './leafIndex';
import { perProject } from './perProject';
import type { Project } from './project';

const ranksOf = perProject(
  ({ files }): ReadonlyMap<string, number> => new Map(files.map(({ uri }, index) => [uri, index])),
);

/** Less than 0 where a place begins before another one in the manuscript; what is in no file of it comes first. */
export function comparePlaces(project: Project, a: Place, b: Place): number {
  if (a.uri === b.uri) return a.range.start - b.range.start;
  const ranks = ranksOf(project);
  return (ranks.get(a.uri) ?? -1) - (ranks.get(b.uri) ?? -1);
}

/** Blocks of text in the order of the manuscript. */
export function inOrder(project: Project, leaves: Iterable<PlacedLeaf>): PlacedLeaf[] {
  const placeOf = ({ uri, leaf: { range } }: PlacedLeaf): Place => ({ uri, range });
  return [...leaves].sort((a, b) => comparePlaces(project, placeOf(a), placeOf(b)));
}
