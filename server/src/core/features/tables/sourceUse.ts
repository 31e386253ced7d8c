import type { Source } from '../../config';
import type { Element, Project } from '../../project';

/** The evidence that names each source, by the id of the source. */
export function usesOfSources(project: Project): ReadonlyMap<string, ReadonlySet<Element>> {
  const uses = new Map<string, Set<Element>>();
  for (const evidence of project.elementsOfKind('evidence')) {
    if (project.file(evidence.place.uri)?.participates === false) continue;
    for (const { to } of project.linksFrom(evidence, 'source')) {
      if (to.type !== 'source') continue;
      const own = uses.get(to.id) ?? new Set();
      uses.set(to.id, own);
      own.add(evidence);
    }
  }
  return uses;
}

/** From when sources are: the first date and the last one, as they are written; '' where none is. */
export function timeOf(sources: readonly Source[]): string {
  const times = sources
    .flatMap(({ date, period }) => date ?? period ?? [])
    .flatMap((time) => time.split('/'))
    .map((time) => time.trim())
    .filter((time) => /^\d/.test(time))
    .sort();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? first : `${first} – ${last}`;
}
