import type { Source } from '../../config';
import {
  attributeOf,
  elementOfNode,
  nodeKey,
  relativePath,
  type Element,
  type Project,
} from '../../project';
import { evidenceWithoutSource } from '../../rules/evidenceWithoutSource';
import { findingsOn } from '../findingsOn';
import { count, dotted } from '../markdown';
import { capitalise, sourceName } from '../naming';
import { personKeyOf } from '../../sources/pseudonyms';
import { informantOf, triangulationByFile, triangulationOfAll } from '../../sources/triangulation';
import { sidesOf } from '../triangulationWords';
import { compareLabels, hasWords } from './choosing';
import { evidenceRow, isUnused } from './evidenceRow';
import { groupRow, leafRow, missingRow, totalMissing, type Row } from './row';
import { citedWorks, type CitedWork } from './works';

/** How sources can be grouped, sorted and chosen. */
export const SOURCE_CHOICES = {
  groupBy: ['kind', 'party', 'informant', 'none'],
  sortBy: ['text', 'name', 'uses'],
  show: ['all', 'used', 'unused'],
} as const;

/** Which sources are shown, and how. */
export interface SourcesOptions {
  /** By what kind of source they are where left out. */
  readonly groupBy?: (typeof SOURCE_CHOICES.groupBy)[number];
  /** As they are declared where left out; `uses` begins with what is used most. */
  readonly sortBy?: (typeof SOURCE_CHOICES.sortBy)[number];
  /** `unused` shows sources without evidence, and those with evidence on which nothing rests. */
  readonly show?: (typeof SOURCE_CHOICES.show)[number];
  /** Only sources with these words. */
  readonly text?: string;
}

/** A declared source with its row. */
interface Entry {
  readonly source: Source;
  readonly row: Row;
  readonly evidence: readonly Element[];
  readonly unused: number;
}

/**
 * The sources of a project: who says what, how often, and which evidence from them is used; then the works that are cited,
 * and evidence of which nobody says where it comes from. A summary comes first.
 */
export function sourceRows(project: Project, options: SourcesOptions = {}): Row[] {
  const { groupBy = 'kind', sortBy = 'text', show = 'all', text = '' } = options;
  const evidence = project
    .elementsOfKind('evidence')
    .filter(({ place }) => project.file(place.uri)?.participates !== false);
  const bySource = evidenceBySource(project);
  const entries = project.sources.map((source) => entryOf(project, source, bySource, groupBy));
  const cited = citedWorks(project);
  const homeless = evidence.filter((one) => project.linksFrom(one, 'source').length === 0);
  if (entries.length + cited.length + homeless.length === 0) return [];
  const chosen = entries
    .filter((entry) => isShown(entry, show) && hasWords(entry.row, text))
    .sort(SORTS[sortBy]);
  return [
    summaryOf(project, entries, cited, evidence, homeless.length),
    ...grouped(project, chosen, groupBy),
    ...workGroup(cited, sortBy, show, text),
    ...homelessGroup(project, homeless, show, text),
  ];
}

function evidenceBySource(project: Project): ReadonlyMap<string, Element[]> {
  const found = new Map<string, Element[]>();
  for (const { from, to } of project.linksOfKind('source', 'evidence')) {
    const evidence = elementOfNode(from);
    if (!evidence) continue;
    const key = nodeKey(to);
    const known = found.get(key);
    if (known) known.push(evidence);
    else found.set(key, [evidence]);
  }
  return found;
}

function entryOf(
  project: Project,
  source: Source,
  bySource: ReadonlyMap<string, readonly Element[]>,
  group: string,
): Entry {
  const evidence = bySource.get(nodeKey({ type: 'source', id: source.id })) ?? [];
  const unused = evidence.filter((one) => isUnused(project, one)).length;
  const children = evidence.map((one) => evidenceRow(project, one));
  const label = sourceName(project, source.id);
  const { kind, party, date, period } = source;
  const description = dotted(
    label === source.id ? '' : source.id,
    group === 'kind' ? '' : kind,
    group === 'party' ? '' : party,
    date ?? period,
    evidence.length > 0 ? pieces(evidence.length) : 'no evidence',
    unused > 0 ? `${unused} not used` : '',
  );
  const row: Row = {
    ...leafRow('source', label, description, {
      tooltip: tooltipOf(source, label),
      place: source.idPlace ?? source.place,
      isOpen: false,
      ...(evidence.length === 0 ? { state: 'unused' } : {}),
    }),
    missing: totalMissing(children),
    children,
  };
  return { source, row, evidence, unused };
}

function tooltipOf(source: Source, label: string): string {
  const { id, kind, title, role, party, date, period, lang, access, file } = source;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Kind', kind],
    ['Title', title === label ? undefined : title],
    ['Role', role === label ? undefined : role],
    ['Party', party],
    ['Date', date],
    ['Period', period],
    ['Language', lang],
    ['Access', access],
    ['File', file],
  ];
  const said = fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return [label === id ? id : `${label} (${id})`, ...said].join('\n');
}

function isShown({ evidence, unused }: Entry, show: NonNullable<SourcesOptions['show']>): boolean {
  if (show === 'all') return true;
  return show === 'used' ? evidence.length > 0 : evidence.length === 0 || unused > 0;
}

const SORTS: Readonly<
  Record<(typeof SOURCE_CHOICES.sortBy)[number], (a: Entry, b: Entry) => number>
> = {
  text: () => 0,
  name: (a, b) => compareLabels(a.row, b.row),
  uses: (a, b) => b.evidence.length - a.evidence.length,
};

/** The kinds of source in the order of the vocabulary, in the plural; others come last. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['interview', 'Interviews'],
  ['observation', 'Observations'],
  ['fieldnote', 'Field notes'],
  ['document', 'Documents'],
  ['archival', 'Archival records'],
  ['survey', 'Surveys'],
  ['artifact', 'Artifacts'],
  ['media', 'Media'],
  ['literature', 'Literature'],
  ['statistics', 'Statistics'],
]);

function grouped(
  project: Project,
  entries: readonly Entry[],
  group: NonNullable<SourcesOptions['groupBy']>,
): Row[] {
  if (group === 'none') return entries.map(({ row }) => row);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = nameOf(entry.source, group);
    const key = group === 'informant' ? personKeyOf(project)(name) : name;
    const known = groups.get(key);
    if (known) known.push(entry);
    else groups.set(key, [entry]);
  }
  const sorted = [...groups];
  if (group === 'kind') sorted.sort(([a], [b]) => rankOf(a) - rankOf(b));
  return sorted.map(([key, own]) => {
    const rows = own.map(({ row }) => row);
    const [first] = own;
    const name = first ? nameOf(first.source, group) : '';
    const label = key === '' ? UNKNOWN[group] : (KINDS.get(key) ?? capitalise(name));
    return groupRow(label, rows, { description: inNumbers(own) });
  });
}

const UNKNOWN: Readonly<Record<'kind' | 'party' | 'informant', string>> = {
  kind: 'Other sources',
  party: 'Of no party',
  informant: 'Without an informant',
};

function nameOf(source: Source, group: 'kind' | 'party' | 'informant'): string {
  const name = group === 'informant' ? (source.informant ?? source.role) : source[group];
  return name?.trim() ?? '';
}

function rankOf(kind: string): number {
  const rank = [...KINDS.keys()].indexOf(kind);
  return rank < 0 ? KINDS.size + (kind === '' ? 1 : 0) : rank;
}

function workGroup(
  cited: readonly CitedWork[],
  sort: NonNullable<SourcesOptions['sortBy']>,
  show: NonNullable<SourcesOptions['show']>,
  text: string,
): Row[] {
  // A work is cited for many reasons; none is unused for bearing on no claim.
  if (show === 'unused') return [];
  const shown = cited.filter(
    ({ row, isLinked }) => (show === 'all' || isLinked) && hasWords(row, text),
  );
  if (shown.length === 0) return [];
  if (sort === 'name') shown.sort((a, b) => compareLabels(a.row, b.row));
  if (sort === 'uses') shown.sort((a, b) => b.times - a.times);
  const rows = shown.map(({ row }) => row);
  return [groupRow('Cited works', rows, { description: `${shown.length}`, isOpen: false })];
}

function homelessGroup(
  project: Project,
  evidence: readonly Element[],
  show: NonNullable<SourcesOptions['show']>,
  text: string,
): Row[] {
  const rows = evidence
    .filter((one) => show === 'all' || isUnused(project, one) === (show === 'unused'))
    .map((one) => evidenceRow(project, one, missingSource(project, one)))
    .filter((row) => hasWords(row, text));
  if (rows.length === 0) return [];
  return [groupRow('No declared source', rows, { description: pieces(rows.length) })];
}

function missingSource(project: Project, evidence: Element): Row[] {
  if (findingsOn(project, evidence, evidenceWithoutSource).length > 0) {
    return [missingRow('no source', evidence.place)];
  }
  const named = attributeOf(evidence, 'source');
  return named ? [missingRow(`“${named.text}” is not declared`, named.place)] : [];
}

function summaryOf(
  project: Project,
  entries: readonly Entry[],
  cited: readonly CitedWork[],
  evidence: readonly Element[],
  homeless: number,
): Row {
  const used = entries.filter((entry) => entry.evidence.length > 0);
  const unused = evidence.filter((one) => isUnused(project, one)).length;
  const informants = new Set(used.flatMap(({ source }) => informantOf(project, source) ?? []));
  const { parties } = triangulationOfAll(project);
  const kinds = grouped(project, entries, 'kind').map(({ label, description }) =>
    leafRow('summary', label, description),
  );
  const children = [
    ...kinds,
    ...(informants.size > 0 ? [leafRow('summary', 'Informants quoted', `${informants.size}`)] : []),
    ...(parties.length > 0
      ? [leafRow('summary', 'Parties heard', `${parties.length}: ${parties.join(', ')}`)]
      : []),
    ...filesOf(project),
    ...(cited.length > 0 ? [leafRow('summary', 'Cited works', `${cited.length}`)] : []),
  ];
  const label =
    entries.length > 0
      ? `${used.length} of ${count(entries.length, 'source')} used`
      : 'No sources declared';
  return groupRow(label, children, {
    role: 'summary',
    description: dotted(
      pieces(evidence.length),
      unused > 0 ? `${unused} not used` : '',
      homeless > 0 ? `${homeless} of no declared source` : '',
    ),
    isOpen: false,
  });
}

/** Of a manuscript of several files: from how many sides the evidence in each of them comes. */
function filesOf(project: Project): Row[] {
  const files = triangulationByFile(project).map(({ uri, from }) =>
    leafRow(
      'summary',
      relativePath(project.root, uri),
      dotted(pieces(from.evidence), sidesOf(from)),
      {
        place: { uri, range: { start: 0, end: 0 } },
      },
    ),
  );
  if (files.length === 0) return [];
  const description = count(files.length, 'file with evidence', 'files with evidence');
  return [groupRow('By file', files, { role: 'summary', description, isOpen: false })];
}

/** `5 of 12 used, 7 pieces of evidence`. */
function inNumbers(entries: readonly Entry[]): string {
  const used = entries.filter(({ evidence }) => evidence.length > 0).length;
  const all = new Set(entries.flatMap(({ evidence }) => evidence)).size;
  return `${used} of ${entries.length} used, ${pieces(all)}`;
}

function pieces(number: number): string {
  return count(number, 'piece of evidence', 'pieces of evidence');
}
