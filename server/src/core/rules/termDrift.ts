import type { Place } from '../model';
import {
  definitionsOf,
  mentionsOf,
  valueOf,
  wordingsOf,
  wordsOf,
  wordsOfText,
  type Element,
  type Project,
  type ProjectFile,
} from '../project';
import type { Leaf } from '../syntax';
import { containsRange, overlaps, type TextRange } from '../text/range';
import type { Finding, Fix, Problem, Rule, WorkspaceEdits } from './rule';
import { elementOfFinding, editTag, problemOf } from './shared/fixing';
import { nameOf, quoted } from './shared/naming';
import { addToList } from './shared/tagEdits';
import { VariantFinder, type Term } from './shared/variantFinder';

/** Reports wordings that are nearly, but not quite, those of a defined term. */
export const termDrift: Rule = {
  id: 'term-drift',
  severity: 'information',
  scope: 'project',
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
  *check(project) {
    const terms = termsOf(project);
    if (terms.isEmpty) return;
    const drifts = new Map<string, Drift>();
    for (const file of project.files) {
      if (!file.participates) continue;
      for (const found of driftsIn(project, file, terms)) {
        const key = `${found.construct.key} ${found.wording}`;
        const known = drifts.get(key);
        if (known) known.places.push(...found.places);
        else drifts.set(key, found);
      }
    }
    for (const drift of drifts.values()) yield report(drift);
  },
  fix: (finding, project) => [...replaceAll(finding, project), ...addAlias(finding, project)],
};

interface Drift {
  readonly construct: Element;
  readonly term: string;
  /** In lower case. */
  readonly wording: string;
  readonly places: Place[];
}

/** The wordings of the defined constructs that can be told from other words. */
function termsOf(project: Project): VariantFinder<Element> {
  const terms: Term<Element>[] = [];
  for (const construct of project.elements) {
    if (construct.kind !== 'construct' || valueOf(construct, 'match') === 'tagged') continue;
    if (definitionsOf(construct).length === 0) continue;
    for (const wording of wordingsOf(construct)) {
      const words = wordsOfText(wording).map(({ stem }) => stem);
      terms.push({ owner: construct, wording, words });
    }
  }
  return new VariantFinder(terms);
}

function* driftsIn(
  project: Project,
  file: ProjectFile,
  terms: VariantFinder<Element>,
): Iterable<Drift> {
  const { document } = file.facts;
  const uses = new Map<Leaf, TextRange[]>();
  for (const { leaf, place } of mentionsOf(project).inFile(file.uri)) {
    uses.set(leaf, [...(uses.get(leaf) ?? []), place.range]);
  }
  for (const leaf of document.leaves) {
    if (leaf.kind === 'metadata') continue;
    const words = wordsOf(document, leaf);
    const taken = [...(uses.get(leaf) ?? []), ...quotationsIn(document.text, leaf.range)];
    for (const { term, range } of terms.find(words)) {
      if (taken.some((other) => overlaps(other, range)) || isTagged(project, file, term, range)) {
        continue;
      }
      taken.push(range);
      const wording = words
        .flatMap((word) => (overlaps(word.range, range) ? word.stem : []))
        .join(' ');
      const places = [{ uri: file.uri, range }];
      yield { construct: term.owner, term: term.wording, wording, places };
    }
  }
}

/** What stands between double quotation marks: somebody else's words. */
function quotationsIn(text: string, { start, end }: TextRange): TextRange[] {
  return [...text.slice(start, end).matchAll(/“[^”]{1,2000}”|(?<![=\w])"[^"]{1,2000}"/g)].map(
    ({ 0: match, index }) => ({ start: start + index, end: start + index + match.length }),
  );
}

/** Whether words are tagged as the construct already, or stand in the words of an informant. */
function isTagged(
  project: Project,
  { facts }: ProjectFile,
  term: Term<Element>,
  range: TextRange,
): boolean {
  return facts.tags.some(
    (tag) =>
      containsRange(tag.source.range, range) &&
      (tag.kind === 'evidence' ||
        (tag.kind === 'construct' && project.elementOf(tag) === term.owner)),
  );
}

function report({ construct, term, wording, places }: Drift): Problem {
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
    const written = project.file(uri)?.facts.document.text.slice(range.start, range.end) ?? '';
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
