import { KINDS, type Kind, type Target } from '../../model';
import type { Element, Project } from '../../project';

/** Where the author is, and which elements were named last. */
export interface Vantage {
  readonly uri: string;
  readonly offset: number;
  /** The ids that were referred to last, the latest first. */
  readonly recent: readonly string[];
}

/** So much further down stands what is of the next kind that may be named. */
const NEXT_KIND = 2;

/**
 * The elements that a reference may name, best first: of the kind that is meant in the first place, near to the author or
 * named a short while ago.
 */
export function ranked(
  project: Project,
  targets: readonly Target[],
  vantage: Vantage,
  excluded: ReadonlySet<string>,
): Element[] {
  const scored = targets.flatMap((target, index) =>
    isKind(target)
      ? byNearness(project, target, vantage)
          .filter(({ id }) => id !== undefined && !excluded.has(id))
          .map((element, rank) => ({ element, score: rank + index * NEXT_KIND }))
      : [],
  );
  const recent = new Map(vantage.recent.map((id, rank) => [id, rank]));
  const scoreOf = ({ element: { id = '' }, score }: { element: Element; score: number }) =>
    Math.min(score, (recent.get(id) ?? Infinity) + 0.5);
  return scored
    .map((one) => ({ ...one, score: scoreOf(one) }))
    .sort((a, b) => a.score - b.score)
    .map(({ element }) => element);
}

/** The elements of a kind: those of the same file by their distance, then those of the files beside it. */
function byNearness(project: Project, kind: Kind, { uri, offset }: Vantage): readonly Element[] {
  const ranks = new Map(project.files.map((file, index) => [file.uri, index]));
  const here = ranks.get(uri) ?? 0;
  const elements = project.elementsOfKind(kind).map((element) => {
    const { place } = element;
    const files = Math.abs((ranks.get(place.uri) ?? project.files.length) - here);
    const distance = place.uri === uri ? Math.abs(place.range.start - offset) : 0;
    return { element, files: place.uri === uri ? 0 : Math.max(1, files), distance };
  });
  elements.sort((a, b) => a.files - b.files || a.distance - b.distance);
  return elements.map(({ element }) => element);
}

function isKind(target: Target): target is Kind {
  return KINDS.some((kind) => kind === target);
}
