import type { Source } from '../../config';
import type { Project } from '../../project';
import { capitalise } from '../naming';
import { timeOf, usesOfSources } from './sourceUse';
import { joined, numberCell, type Cell, type Table } from './table';

/** The declared sources by their type: how many, which ones, from when, and how much evidence comes from them. */
export function dataSources(project: Project): Table {
  const uses = usesOfSources(project);
  const groups = new Map<string, Source[]>();
  for (const source of project.sources) {
    const kind = source.kind ?? '';
    groups.set(kind, [...(groups.get(kind) ?? []), source]);
  }
  const hasTimes = timeOf(project.sources) !== '';
  const rows = [...groups].map(([kind, sources]): Cell[] => [
    [kind === '' ? 'Other' : capitalise(kind)],
    numberCell(sources.length),
    joined(distinct(sources.flatMap(describe))),
    ...(hasTimes ? [[timeOf(sources)]] : []),
    numberCell(sources.reduce((sum, { id }) => sum + (uses.get(id)?.size ?? 0), 0)),
  ]);
  return {
    kind: 'sources',
    title: 'Data sources',
    columns: [
      { heading: 'Type', share: 14 },
      { heading: 'Number', share: 10, isNumber: true },
      { heading: 'Sources', share: 44 },
      ...(hasTimes ? [{ heading: 'Time', share: 20 }] : []),
      { heading: 'Evidence', share: 12, isNumber: true },
    ],
    rows,
    notes: [],
  };
}

/** What a source is called; those that may not be shared are counted and not named. */
function describe(source: Source): string[] {
  const { title, informant, role, id, idPlace, kind, withheld } = source;
  if (withheld !== undefined) return title === undefined ? [] : [title];
  // The number of an interview says nothing, and those of a range are no names.
  const isNumbered = idPlace === undefined || kind === 'interview';
  const name = title ?? informant ?? role ?? (isNumbered ? undefined : id);
  return name === undefined ? [] : [name];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
