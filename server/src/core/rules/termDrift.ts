import type { Element, Project } from '../project';
import type { TextRange } from '../text/range';
import type { Finding, Fix, Problem, Rule, WorkspaceEdits } from './rule';
import { driftsOf, type Drift } from './shared/drifts';
import { elementOfFinding, editTag, problemOf } from './shared/fixing';
import { nameOf, quoted } from './shared/naming';
import { addToList } from './shared/tagEdits';

/** Reports wordings that are nearly, but not quite, those of a defined term. */
export const termDrift: Rule = {
  id: 'term-drift',
  severity: 'information',
  scope: 'element',
  kinds: ['construct'],
  documentation: {
    summary:
      'A term that changes its wording on the way makes a reader wonder whether another thing is meant. The rule reports what is nearly the term or an `alias` of a defined construct: a word with a letter too many or too few, another spelling (`-ise` and `-ize`), another preposition, the same words in another order. Plurals, possessives and hyphens make no difference, and quotations are left alone. Use the term as it is defined, or declare the wording as an `alias`.',
    bad: `A _learning platform_ is [a standing forum in which firms change their practice
together]{.construct #k-platform term="learning platform"}. The first learning platform
met monthly. Of the platform learning that followed nobody had thought before.
`,
    good: `A _learning platform_ is [a standing forum in which firms change their practice
together]{.construct #k-platform term="learning platform"}. The first learning platform
met monthly. Of what followed from the learning platform nobody had thought before.
`,
  },
  *check(construct, project) {
    const drifts = new Map<string, Drift>();
    for (const drift of driftsOf(project, construct)) {
      const known = drifts.get(drift.wording);
      if (known) known.places.push(...drift.places);
      else drifts.set(drift.wording, drift);
    }
    for (const drift of drifts.values()) yield report(construct, drift);
  },
  fix: (finding, project) => [...replaceAll(finding, project), ...addAlias(finding, project)],
};

function report(construct: Element, { term, wording, places }: Drift): Problem {
  const [first, ...others] = places;
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more time${others.length === 1 ? '' : 's'})`;
  return problemOf(
    construct,
    `${quoted(wording)}${more} is nearly the defined term ${quoted(term)}; use the term, or declare the wording as an alias of ${nameOf(construct)}`,
    {
      ...(first ? { place: first } : {}),
      related: [
        { message: 'The definition', place: construct.place },
        ...others.map((place) => ({ message: 'Here as well', place })),
      ],
      data: {
        term,
        wording,
        places: places.map(({ uri, range }) => `${range.start} ${range.end} ${uri}`),
      },
    },
  );
}

/** Puts the term in the place of the variant, wherever it stands; a capital and a plural are kept. */
function replaceAll({ data }: Finding, project: Project): Fix[] {
  const { term, places } = data;
  if (typeof term !== 'string' || !Array.isArray(places)) return [];
  const edits = new Map<string, { range: TextRange; newText: string }[]>();
  for (const place of places as readonly string[]) {
    const [start = '', end = '', uri = ''] = place.split(' ');
    const range = { start: Number(start), end: Number(end) };
    const written = project.file(uri)?.facts.document.slice(range.start, range.end) ?? '';
    edits.set(uri, [...(edits.get(uri) ?? []), { range, newText: inCaseOf(written, term) }]);
  }
  const edited: WorkspaceEdits = edits;
  return [{ title: `Change to ${quoted(term)}`, edits: edited, preferred: true }];
}

function inCaseOf(written: string, term: string): string {
  const plural = /[^s]s$/.test(written) && !term.endsWith('s') ? `${term}s` : term;
  return /^\p{Lu}/u.test(written) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural;
}

function addAlias(finding: Finding, project: Project): Fix[] {
  const construct = elementOfFinding(finding, project);
  const { wording } = finding.data;
  if (!construct || typeof wording !== 'string') return [];
  return editTag(project, construct, `Declare ${quoted(wording)} as an alias`, (text, source) =>
    addToList(text, source, 'alias', [wording], '; '),
  );
}
