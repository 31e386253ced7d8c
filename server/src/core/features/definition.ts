import type { Project } from '../project';
import type { TextRange } from '../text/range';
import { distinctPlaces } from './places';
import { introductionsOf, subjectAt, type Introduction } from './subjectAt';

/** Where a thing is introduced, and the words from which the question was asked. */
export interface Definition {
  readonly origin: TextRange;
  readonly targets: readonly Introduction[];
}

/**
 * The places where the thing at an offset is introduced: from a reference, a link, a `ref=` or a plain-text use of a
 * construct. On the introduction itself it gives that place, so that an editor can offer the references instead.
 */
export function definitionAt(
  project: Project,
  uri: string,
  offset: number,
): Definition | undefined {
  const at = subjectAt(project, uri, offset);
  if (!at) return undefined;
  const targets = distinctPlaces(introductionsOf(project, at.subject));
  return targets.length > 0 ? { origin: at.range, targets } : undefined;
}
