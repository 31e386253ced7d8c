import type { Kind } from '../model';
import { isSupported, type Project } from '../project';

/** How much of an argument a project holds. */
export interface Summary {
  readonly claims: number;
  /** The claims that rest on something. */
  readonly supported: number;
  readonly evidence: number;
  readonly mechanisms: number;
  readonly steps: number;
  readonly constructs: number;
}

/**
 * Counts the elements of the files that take part; further occurrences (`ref=`) are not counted again.
 * @param uris counts only what stands in these files; what supports a claim may stand elsewhere.
 */
export function summarise(project: Project, uris?: ReadonlySet<string>): Summary {
  const counted = project.elements.filter(
    ({ place }) =>
      project.file(place.uri)?.participates !== false && (uris?.has(place.uri) ?? true),
  );
  const number = (kind: Kind) => counted.filter((element) => element.kind === kind).length;
  const claims = counted.filter(({ kind }) => kind === 'claim');
  return {
    claims: claims.length,
    supported: claims.filter((claim) => isSupported(project, claim)).length,
    evidence: number('evidence'),
    mechanisms: number('mechanism'),
    steps: number('step'),
    constructs: number('construct'),
  };
}
