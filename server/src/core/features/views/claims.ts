import { valueOf, type Element, type Project } from '../../project';
import { count } from '../markdown';
import { capitalise } from '../naming';
import { summarise, type Summary } from '../summary';
import { compareLabels, hasWords } from './choosing';
import { claimRow } from './claimRow';
import { isContested, isOpenGap, isUnsupported } from './claimState';
import { groupRow, leafRow, type Row } from './row';
import { inSections, type SectionOf } from './sections';

/** How claims can be grouped, sorted and chosen. */
export const CLAIM_CHOICES = {
  groupBy: ['section', 'type', 'status'],
  sortBy: ['text', 'name', 'support'],
  show: ['all', 'unsupported', 'contested', 'gaps'],
} as const;

/** Which claims are shown, and how. */
export interface ClaimsOptions {
  /** By section of the manuscript where left out. */
  readonly groupBy?: (typeof CLAIM_CHOICES.groupBy)[number];
  /** In the order of the text where left out; `support` begins with what rests on least. */
  readonly sortBy?: (typeof CLAIM_CHOICES.sortBy)[number];
  readonly show?: (typeof CLAIM_CHOICES.show)[number];
  /** Only claims with these words. */
  readonly text?: string;
}

/** A claim with its row. */
interface Shown {
  readonly claim: Element;
  readonly row: Row;
  readonly place: Element['place'];
}

const TESTS: Readonly<
  Record<(typeof CLAIM_CHOICES.show)[number], (project: Project, claim: Element) => boolean>
> = {
  all: () => true,
  unsupported: isUnsupported,
  contested: isContested,
  gaps: isOpenGap,
};

/**
 * The claims of a project, grouped: how each stands, its evidence, premises, warrant and counter-evidence. A summary comes
 * first.
 */
export function claimRows(project: Project, options: ClaimsOptions = {}): Row[] {
  const { groupBy = 'section', sortBy = 'text', show = 'all', text = '' } = options;
  const shown = project
    .elementsOfKind('claim')
    .filter(({ place }) => project.file(place.uri)?.participates !== false)
    .filter((claim) => TESTS[show](project, claim))
    .map((claim) => ({
      claim,
      row: claimRow(project, claim, { hasType: groupBy !== 'type' }),
      place: claim.place,
    }))
    .filter(({ row }) => hasWords(row, text));
  const summary = summarise(project);
  if (summary.claims === 0) return [];
  return [claimSummary(summary), ...GROUPS[groupBy](project, shown, SORTS[sortBy])];
}

/** How many claims there are, and how they stand; by type below. */
function claimSummary(summary: Summary): Row {
  const { claims, supported, unsupported, contested, gaps, types } = summary;
  const description = [
    unsupported > 0 ? `${unsupported} not supported` : '',
    contested > 0 ? `${contested} contested` : '',
    gaps > 0 ? count(gaps, 'admitted gap') : '',
  ].filter((part) => part !== '');
  const children = [...types].sort(byType).map(({ type, claims: all, supported: some }) => {
    const rests = some > 0 || RESTS.has(type) ? `${some} of ${all} supported` : `${all}`;
    return leafRow('summary', typeName(type), rests);
  });
  return groupRow(`${supported} of ${count(claims, 'claim')} supported`, children, {
    role: 'summary',
    description: description.join(' · '),
    isOpen: false,
  });
}

/** Types of claim that are counted as supported or not even where none of them is. */
const RESTS: ReadonlySet<string> = new Set([
  'finding',
  'interpretation',
  'proposition',
  'hypothesis',
  'contribution',
  'background',
]);

type Compare = (a: Shown, b: Shown) => number;

const SORTS: Readonly<Record<(typeof CLAIM_CHOICES.sortBy)[number], Compare | undefined>> = {
  text: undefined,
  name: (a, b) => compareLabels(a.row, b.row),
  support: (a, b) => groundsIn(a.row) - groundsIn(b.row),
};

function groundsIn({ children }: Row): number {
  return children.filter(({ role }) => ['evidence', 'work', 'premise'].includes(role)).length;
}

type Grouping = (project: Project, shown: readonly Shown[], compare: Compare | undefined) => Row[];

const GROUPS: Readonly<Record<(typeof CLAIM_CHOICES.groupBy)[number], Grouping>> = {
  section: (project, shown, compare) =>
    inSections(project, shown).map((section) => sectionRow(section, compare)),
  type: (_, shown, compare) => {
    const groups = grouped(shown, ({ claim }) => valueOf(claim, 'type') ?? '');
    return [...groups]
      .map(([type, own]) => ({ type, own }))
      .sort(byType)
      .map(({ type, own }) => rowOfGroup(typeName(type), own, compare));
  },
  status: (_, shown, compare) => {
    const groups = grouped(shown, statusOf);
    return Object.entries(STATUSES).flatMap(([status, label]) => {
      const own = groups.get(status);
      return own ? [rowOfGroup(label, own, compare)] : [];
    });
  },
};

function sectionRow(section: SectionOf<Shown>, compare: Compare | undefined): Row {
  const { title, role, place, items, sections } = section;
  const children = [
    ...sorted(items, compare).map(({ row }) => row),
    ...sections.map((inner) => sectionRow(inner, compare)),
  ];
  return groupRow(title, children, {
    role,
    description: count(numberIn(section), 'claim'),
    isOpen: true,
    ...(place ? { place } : {}),
  });
}

function numberIn({ items, sections }: SectionOf<Shown>): number {
  return sections.reduce((sum, inner) => sum + numberIn(inner), items.length);
}

function rowOfGroup(label: string, own: readonly Shown[], compare: Compare | undefined): Row {
  const rows = sorted(own, compare).map(({ row }) => row);
  return groupRow(label, rows, { description: count(own.length, 'claim') });
}

function sorted(shown: readonly Shown[], compare: Compare | undefined): readonly Shown[] {
  return compare ? [...shown].sort(compare) : shown;
}

function grouped(shown: readonly Shown[], keyOf: (one: Shown) => string): Map<string, Shown[]> {
  const groups = new Map<string, Shown[]>();
  for (const one of shown) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** The groups by status, in the order in which an author wants to look at them. */
const STATUSES: Readonly<Record<string, string>> = {
  unsupported: 'Not supported',
  contested: 'Contested',
  'admitted-gap': 'Admitted gaps',
  supported: 'Supported',
  other: 'Not to be supported',
  assumed: 'Assumed',
  defeated: 'Given up',
};

function statusOf({ claim, row }: Shown): string {
  const status = valueOf(claim, 'status') ?? '';
  if (status === 'assumed' || status === 'defeated') return status;
  return row.state ?? 'other';
}

/** The types in the order in which a paper comes to them, by their names in the plural; those that a project adds come last. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['question', 'Questions'],
  ['finding', 'Findings'],
  ['interpretation', 'Interpretations'],
  ['proposition', 'Propositions'],
  ['hypothesis', 'Hypotheses'],
  ['contribution', 'Contributions'],
  ['rival', 'Rival explanations'],
  ['limitation', 'Limitations'],
  ['assumption', 'Assumptions'],
  ['background', 'Background'],
  ['method', 'Method'],
]);

function byType(a: { readonly type: string }, b: { readonly type: string }): number {
  return rankOf(a.type) - rankOf(b.type);
}

function rankOf(type: string): number {
  const rank = [...TYPES.keys()].indexOf(type);
  return rank < 0 ? TYPES.size : rank;
}

function typeName(type: string): string {
  return TYPES.get(type) ?? capitalise(type);
}
