import type { Source } from '../../config';
import type { Project } from '../../project';
import { informantOf } from '../../sources/triangulation';
import { timeOf, usesOfSources } from './sourceUse';
import { numberCell, type Cell, type Table } from './table';

/**
 * Who was asked: how often, when, and in how much evidence they are heard. One who is named twice is one informant. Whose
 * words may not be shared goes by the id of the source.
 */
export function informants(project: Project): Table {
  const uses = usesOfSources(project);
  const groups = new Map<string, Source[]>();
  for (const source of project.sources) {
    const key = informantOf(project, source);
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  const sources = [...groups.values()];
  const hasParties = sources.flat().some(({ party }) => party !== undefined);
  const hasTimes = timeOf(sources.flat()) !== '';
  const rows = sources.map((group): Cell[] => {
    const evidence = new Set(group.flatMap(({ id }) => [...(uses.get(id) ?? [])]));
    const [first] = group;
    return [
      [first?.informant ?? first?.id ?? ''],
      ...(hasParties ? [[first?.party ?? '']] : []),
      numberCell(group.length),
      ...(hasTimes ? [[timeOf(group)]] : []),
      numberCell(evidence.size),
    ];
  });
  return {
    kind: 'informants',
    title: 'Informants',
    columns: [
      { heading: 'Informant', share: 32 },
      ...(hasParties ? [{ heading: 'Party', share: 24 }] : []),
      { heading: 'Times', share: 10, isNumber: true },
      ...(hasTimes ? [{ heading: 'When', share: 22 }] : []),
      { heading: 'Evidence', share: 12, isNumber: true },
    ],
    rows,
    notes: [],
  };
}
