import type { Place } from '../model';
import {
  definitionsOf,
  mentionsOf,
  singularsOf,
  valueOf,
  wordingsOf,
  wordsOf,
  wordsOfText,
  type Element,
  type Project,
  type ProjectFile,
  type Word,
} from '../project';
import type { Leaf } from '../syntax';
import { containsRange, overlaps, type TextRange } from '../text/range';
import type { Finding, Fix, Problem, Rule, WorkspaceEdits } from './rule';
import { elementOfFinding, editTag, problemOf } from './shared/fixing';
import { nameOf, quoted } from './shared/naming';
import { addToList } from './shared/tagEdits';
import { isPhrase, isReordered, isSlip, isVariantWord } from './shared/variants';

/** A single word must be as long as this before another one that differs in a letter is likely to be meant as the same. */
const MIN_SINGLE = 8;

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
    if (terms.size === 0) return;
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

interface Term {
  readonly construct: Element;
  readonly wording: string;
  readonly words: readonly string[];
}

interface Drift {
  readonly construct: Element;
  readonly term: string;
  /** In lower case. */
  readonly wording: string;
  readonly places: Place[];
}

/** The wordings of the defined constructs, by each of their words; a single word by its first letter. */
function termsOf(project: Project): Map<string, Term[]> {
  const terms = new Map<string, Term[]>();
  for (const construct of project.elements) {
    if (construct.kind !== 'construct' || valueOf(construct, 'match') === 'tagged') continue;
    if (definitionsOf(construct).length === 0) continue;
    for (const wording of wordingsOf(construct)) {
      const words = wordsOfText(wording).map(({ stem }) => stem);
      const [first = ''] = words;
      if (words.length === 1 && first.length < MIN_SINGLE) continue;
      const keys = words.length === 1 ? [initial(first)] : new Set(words);
      for (const key of keys) {
        const known = terms.get(key) ?? [];
        terms.set(key, known);
        known.push({ construct, wording, words });
      }
    }
  }
  return terms;
}

function initial(word: string): string {
  return `${word.slice(0, 1)}…`;
}

function* driftsIn(
  project: Project,
  file: ProjectFile,
  terms: ReadonlyMap<string, readonly Term[]>,
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
    for (const { term, range } of variants(words, terms)) {
      if (taken.some((other) => overlaps(other, range)) || isTagged(project, file, term, range)) {
        continue;
      }
      taken.push(range);
      const wording = words
        .flatMap((word) => (overlaps(word.range, range) ? word.stem : []))
        .join(' ');
      const places = [{ uri: file.uri, range }];
      yield { construct: term.construct, term: term.wording, wording, places };
    }
  }
}

function* variants(
  words: readonly Word[],
  terms: ReadonlyMap<string, readonly Term[]>,
): Iterable<{ readonly term: Term; readonly range: TextRange }> {
  for (const [index, word] of words.entries()) {
    for (const term of terms.get(initial(word.stem)) ?? []) {
      const [meant = ''] = term.words;
      const forms = [word.stem, ...singularsOf(word.stem)];
      if (word.afterHyphen || forms.includes(meant) || singularsOf(meant).includes(word.stem))
        continue;
      if (forms.some((form) => isSlip(form, meant))) yield { term, range: word.range };
    }
    for (const term of terms.get(word.stem) ?? []) {
      for (const length of lengthsOf(term)) {
        for (let first = Math.max(0, index - length + 1); first <= index; first++) {
          const phrase = words.slice(first, first + length);
          if (phrase.length !== length || !isPhrase(phrase) || !isVariant(phrase, term)) continue;
          const start = phrase[0]?.range.start ?? 0;
          yield { term, range: { start, end: phrase.at(-1)?.range.end ?? start } };
        }
      }
    }
  }
}

/** How many words a variant may have: as many as the term, or without its preposition one less. */
function lengthsOf({ words }: Term): number[] {
  return words.length > 2 ? [words.length, words.length - 1] : [words.length];
}

function isVariant(phrase: readonly Word[], { words }: Term): boolean {
  const written = phrase.map(({ stem }) => stem);
  const last = written.length - 1;
  const forms = [
    written,
    ...singularsOf(written[last] ?? '').map((form) => written.with(last, form)),
  ];
  return forms.some((form) => isReordered(form, words) || hasOneSlip(form, words));
}

function hasOneSlip(written: readonly string[], meant: readonly string[]): boolean {
  if (written.length !== meant.length) return false;
  const different = written.flatMap((word, index) =>
    word === meant[index] ? [] : [{ word, meant: meant[index] ?? '' }],
  );
  const [slip] = different;
  return slip !== undefined && different.length === 1 && isVariantWord(slip.word, slip.meant);
}

/** What stands between double quotation marks: somebody else's words. */
function quotationsIn(text: string, { start, end }: TextRange): TextRange[] {
  return [...text.slice(start, end).matchAll(/“[^”]{1,2000}”|(?<![=\w])"[^"]{1,2000}"/g)].map(
    ({ 0: match, index }) => ({ start: start + index, end: start + index + match.length }),
  );
}

/** Whether words are tagged as the construct already, or stand in the words of an informant. */
function isTagged(project: Project, { facts }: ProjectFile, term: Term, range: TextRange): boolean {
  return facts.tags.some(
    (tag) =>
      containsRange(tag.source.range, range) &&
      (tag.kind === 'evidence' ||
        (tag.kind === 'construct' && project.elementOf(tag) === term.construct)),
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
