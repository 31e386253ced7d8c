import type { Place } from '../../model';
import {
  attributeOf,
  definitionsOf,
  elementOfNode,
  termOf,
  valueOf,
  wordingsOf,
  type Definition,
  type Element,
  type Project,
} from '../../project';
import type { Problem } from '../../rules';
import { termDrift } from '../../rules/termDrift';
import { undefinedConstruct } from '../../rules/undefinedConstruct';
import { unusedConstruct } from '../../rules/unusedConstruct';
import { findingsOn, problemsOf } from '../findingsOn';
import { count, dotted, inQuotes, shorten } from '../markdown';
import { usesOf } from '../uses';
import { compareLabels, hasWords } from './choosing';
import { elementRow, groupRow, leafRow, missingRow, type Row } from './row';
import { inSections, type SectionOf } from './sections';

/** How constructs can be grouped, sorted and chosen. */
export const CONSTRUCT_CHOICES = {
  groupBy: ['hierarchy', 'tier', 'section', 'none'],
  sortBy: ['text', 'name', 'uses'],
  show: ['all', 'undefined', 'unused', 'drifting'],
} as const;

/** Which constructs are shown, and how. */
export interface ConstructsOptions {
  /** Each under what is broader where left out. */
  readonly groupBy?: (typeof CONSTRUCT_CHOICES.groupBy)[number];
  /** In the order of the text where left out; `uses` begins with what is used most. */
  readonly sortBy?: (typeof CONSTRUCT_CHOICES.sortBy)[number];
  readonly show?: (typeof CONSTRUCT_CHOICES.show)[number];
  /** Only constructs with these words. */
  readonly text?: string;
}

/** How much of a definition a row shows, and the pointer over it. */
const SHORT = 80;
const LONG = 600;

/** Nobody orders concepts deeper than this; what lies deeper is shown at the top. */
const MAX_DEPTH = 32;

/** What is to be said of a construct. */
interface Entry {
  readonly construct: Element;
  readonly row: Row;
  readonly place: Place;
  readonly uses: number;
  readonly drifts: number;
  readonly isDefined: boolean;
  readonly isUsed: boolean;
}

const TESTS: Readonly<Record<(typeof CONSTRUCT_CHOICES.show)[number], (entry: Entry) => boolean>> =
  {
    all: () => true,
    undefined: ({ isDefined }) => !isDefined,
    unused: ({ isUsed }) => !isUsed,
    drifting: ({ drifts }) => drifts > 0,
  };

type Compare = (a: Entry, b: Entry) => number;

const SORTS: Readonly<Record<(typeof CONSTRUCT_CHOICES.sortBy)[number], Compare>> = {
  text: () => 0,
  name: (a, b) => compareLabels(a.row, b.row),
  uses: (a, b) => b.uses - a.uses,
};

/**
 * The glossary of a project: each construct with its definition, where and how often it is used, and wordings that are
 * nearly its own. A summary comes first.
 */
export function constructRows(project: Project, options: ConstructsOptions = {}): Row[] {
  const { groupBy = 'hierarchy', sortBy = 'text', show = 'all', text = '' } = options;
  const entries = project
    .elementsOfKind('construct')
    .filter(({ place }) => project.file(place.uri)?.participates !== false)
    .map((construct) => entryOf(project, construct));
  if (entries.length === 0) return [];
  const sorted = [...entries].sort(SORTS[sortBy]);
  const chosen = sorted.filter((entry) => TESTS[show](entry) && hasWords(entry.row, text));
  return [summaryOf(entries), ...GROUPS[groupBy](project, sorted, new Set(chosen))];
}

function entryOf(project: Project, construct: Element): Entry {
  const uses = usesOf(project, { type: 'element', element: construct });
  const definitions = definitionsOf(construct);
  const [definition] = definitions;
  const drifts = findingsOn(project, construct, termDrift);
  const isDefined = findingsOn(project, construct, undefinedConstruct).length === 0;
  const isUsed = problemsOf(project, construct, unusedConstruct).length === 0;
  const children = [
    ...(isDefined ? definitionRows(definitions) : [missingRow('defined nowhere', construct.place)]),
    ...wordingRows(construct),
    ...(isUsed ? useRows(project, uses) : []),
    ...drifts.map(driftRow),
  ];
  const description = [
    valueOf(construct, 'tier') ?? '',
    valueOf(construct, 'level') ?? '',
    isDefined ? '' : 'defined nowhere',
    definitions.length > 1 ? count(definitions.length, 'definition') : '',
    isUsed ? (uses.length > 0 ? count(uses.length, 'use') : '') : 'not used',
    drifts.length > 0 ? count(drifts.length, 'near-variant') : '',
  ];
  const name =
    construct.id === undefined ? termOf(construct) : `${termOf(construct)} (#${construct.id})`;
  const row = elementRow('construct', construct, description, children, {
    tooltip: definition ? `${name}\n${shorten(definition.text, LONG)}` : name,
    isOpen: false,
    ...(isUsed ? {} : { state: 'unused' }),
  });
  const { place } = construct;
  return { construct, row, place, uses: uses.length, drifts: drifts.length, isDefined, isUsed };
}

function definitionRows(definitions: readonly Definition[]): Row[] {
  return definitions.map(({ text, place }) =>
    leafRow('definition', shorten(text, SHORT), 'definition', {
      place,
      tooltip: shorten(text, LONG),
    }),
  );
}

/** What the construct is called besides its term. */
function wordingRows(construct: Element): Row[] {
  const term = termOf(construct).toLowerCase();
  const others = wordingsOf(construct).filter((wording) => wording.toLowerCase() !== term);
  if (others.length === 0) return [];
  const place = attributeOf(construct, 'alias')?.place ?? construct.place;
  return [leafRow('definition', others.join('; '), 'also called', { place })];
}

/** How often a construct is used in each section; a click leads to the first use there. */
function useRows(project: Project, uses: readonly Place[]): Row[] {
  const rowsIn = (section: SectionOf<{ readonly place: Place }>, around: string): Row[] => {
    const { title, items, sections } = section;
    const name = around === '' ? title : `${around} › ${title}`;
    const [first] = items;
    const own = first
      ? [leafRow('use', name, count(items.length, 'use'), { place: first.place })]
      : [];
    return [...own, ...sections.flatMap((inner) => rowsIn(inner, name))];
  };
  const places = uses.map((place) => ({ place }));
  return inSections(project, places).flatMap((section) => rowsIn(section, ''));
}

function driftRow({ data, place }: Problem): Row {
  const wording = String(data?.['wording'] ?? '');
  const places = data?.['places'];
  const times = Array.isArray(places) ? places.length : 1;
  return {
    ...leafRow('drift', inQuotes(wording), `${count(times, 'time')}, nearly the term`, {
      tooltip: `${inQuotes(wording)} is nearly ${inQuotes(String(data?.['term'] ?? ''))}`,
      place,
    }),
    missing: 1,
  };
}

function summaryOf(entries: readonly Entry[]): Row {
  const number = (test: (entry: Entry) => boolean) => entries.filter(test).length;
  const lacking = number(({ isDefined }) => !isDefined);
  const unused = number(({ isUsed }) => !isUsed);
  const drifts = entries.reduce((sum, entry) => sum + entry.drifts, 0);
  const tiers = ['dimension', 'theme', 'concept', 'facet'].flatMap((tier) => {
    const own = number(({ construct }) => valueOf(construct, 'tier') === tier);
    return own > 0 ? [leafRow('summary', TIERS[tier] ?? tier, `${own}`)] : [];
  });
  return groupRow(
    `${entries.length - lacking} of ${count(entries.length, 'construct')} defined`,
    tiers,
    {
      role: 'summary',
      description: dotted(
        unused > 0 ? `${unused} not used` : '',
        drifts > 0 ? count(drifts, 'near-variant') : '',
      ),
      isOpen: false,
    },
  );
}

const TIERS: Readonly<Record<string, string>> = {
  dimension: 'Aggregate dimensions',
  theme: 'Second-order themes',
  concept: 'First-order concepts',
  facet: 'Facets',
};

type Grouping = (project: Project, entries: readonly Entry[], chosen: ReadonlySet<Entry>) => Row[];

const GROUPS: Readonly<Record<(typeof CONSTRUCT_CHOICES.groupBy)[number], Grouping>> = {
  hierarchy: inHierarchy,
  tier: (_, entries, chosen) => {
    const shown = entries.filter((entry) => chosen.has(entry));
    const groups = [...Object.keys(TIERS), undefined].map((tier) => ({
      label: tier === undefined ? 'On no tier' : (TIERS[tier] ?? tier),
      rows: shown
        .filter(({ construct }) => {
          const own = valueOf(construct, 'tier');
          return tier === undefined
            ? own === undefined || !Object.hasOwn(TIERS, own)
            : own === tier;
        })
        .map(({ row }) => row),
    }));
    return groups.flatMap(({ label, rows }) =>
      rows.length > 0
        ? [groupRow(label, rows, { description: count(rows.length, 'construct') })]
        : [],
    );
  },
  section: (project, entries, chosen) => {
    const rank = new Map(entries.map((entry, index) => [entry, index]));
    const sectionRow = ({ title, role, place, items, sections }: SectionOf<Entry>): Row =>
      groupRow(
        title,
        [
          ...[...items]
            .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
            .map(({ row }) => row),
          ...sections.map(sectionRow),
        ],
        { role, isOpen: true, ...(place ? { place } : {}) },
      );
    return inSections(project, chosen).map(sectionRow);
  },
  none: (_, entries, chosen) => entries.filter((entry) => chosen.has(entry)).map(({ row }) => row),
};

/** Each construct under what is broader; of one that has several broader ones, what it holds is shown once. */
function inHierarchy(
  project: Project,
  entries: readonly Entry[],
  chosen: ReadonlySet<Entry>,
): Row[] {
  const byKey = new Map(entries.map((entry) => [entry.construct.key, entry]));
  const narrower = new Map<Entry, Entry[]>();
  const tops: Entry[] = [];
  for (const entry of entries) {
    const broader = project.linksFrom(entry.construct, 'broader').flatMap(({ to }) => {
      const parent = elementOfNode(to);
      return (parent && byKey.get(parent.key)) ?? [];
    });
    if (broader.length === 0) tops.push(entry);
    for (const parent of broader) {
      const known = narrower.get(parent);
      if (known) known.push(entry);
      else narrower.set(parent, [entry]);
    }
  }
  const shown = new Set<Entry>();
  const show = (entry: Entry, depth: number): Row[] => {
    const isAgain = shown.has(entry);
    shown.add(entry);
    const inner =
      isAgain || depth >= MAX_DEPTH
        ? []
        : (narrower.get(entry) ?? []).flatMap((child) => show(child, depth + 1));
    if (inner.length === 0) return chosen.has(entry) ? [entry.row] : [];
    const children = [...entry.row.children, ...inner];
    const missing = children.reduce((sum, row) => sum + row.missing, 0);
    return [{ ...entry.row, children, missing, isOpen: true }];
  };
  const rows = tops.flatMap((entry) => show(entry, 1));
  // Constructs that are broader than themselves have no top; none may be lost for it.
  for (const entry of entries) if (!shown.has(entry)) rows.push(...show(entry, 1));
  return rows;
}
