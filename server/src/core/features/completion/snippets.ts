import { KINDS, type Kind } from '../../model';
import { attributeOf, type Project } from '../../project';
import { isShown, type SyntaxDocument } from '../../syntax';
import { freeId } from './freeIds';
import { choice, placeholder, type CompletionItem, type CompletionList } from './item';
import type { NearText } from './nearText';
import { first, ranked, type Vantage } from './ranking';

/** How an author asks for a tag in the midst of prose. */
export interface Asking {
  /** Whether completion was asked for, and not just a letter typed. */
  readonly isAsked: boolean;
  /** Whether a word that begins like the name of a kind counts as asking, and not only one behind a slash. */
  readonly byWord: boolean;
}

const WORD = /(?:^|[\s([>"“‘'—–-])(\/?[a-z]*)$/;

/**
 * Tags to be filled in, where the author has typed a slash at the beginning of a word, or asks for them at an empty place
 * or at the beginning of a name. Never for a word that is just being typed: `claim` and `step` are ordinary words.
 */
export function snippets(
  project: Project,
  document: SyntaxDocument,
  near: NearText,
  vantage: Vantage,
  { isAsked, byWord }: Asking,
): CompletionList | undefined {
  const { text, at, base } = near;
  const typed = WORD.exec(text.slice(0, at))?.[1];
  if (typed === undefined) return undefined;
  const isSlash = typed.startsWith('/');
  if (!isSlash && !(isAsked && (typed === '' || byWord))) return undefined;
  if (!isProse(document, near, typed)) return undefined;
  const start = base + at - typed.length;
  const line = lineBefore(near, typed);
  const slash = isSlash ? '/' : '';
  const place: Place = { project, document, vantage: { ...vantage, offset: start } };
  const spans = KINDS.map((kind) => span(place, kind, slash));
  const divs = line === undefined ? [] : KINDS.map((kind) => div(place, kind, slash, line));
  const items = [...spans, ...divs].filter(
    ({ filterText }) => isSlash || filterText.startsWith(typed),
  );
  return { items, word: { start, end: base + at }, isIncomplete: false };
}

interface Place {
  readonly project: Project;
  readonly document: SyntaxDocument;
  readonly vantage: Vantage;
}

/** What each kind tags, in the words that hold its place. */
const WORDS: Readonly<Record<Kind, string>> = {
  claim: 'what you claim',
  evidence: 'what was said, seen or recorded',
  mechanism: 'the mechanism',
  step: 'what happens',
  construct: 'the term',
};

function span(place: Place, kind: Kind, slash: string): CompletionItem {
  const id = freeId(place.project, kind, '');
  const attributes = attributesOf(place, kind, 3);
  return {
    label: `${slash}${kind}`,
    suffix: ` […]{.${kind} #${id}}`,
    description: `tag words as ${withArticle(kind)}`,
    role: 'snippet',
    filterText: `${slash}${kind}`,
    newText: `[${WORDS[kind]}]{.${kind} #${id}}`,
    snippet: `[${placeholder(1, WORDS[kind])}]{.${kind} #${placeholder(2, id)}${attributes}}$0`,
    subject: { type: 'kind', name: kind },
  };
}

/** A tag on whole paragraphs (Pandoc manual, `fenced_divs`), with what its lines begin with. */
function div(place: Place, kind: Kind, slash: string, { prefix, needsGap }: Line): CompletionItem {
  const id = freeId(place.project, kind, '');
  const gap = needsGap ? `\n${prefix}` : '';
  const lines = (open: string, content: string, end: string) =>
    `${gap}::: {${open}}\n${prefix}${content}\n${prefix}:::${end}`;
  const attributes = attributesOf(place, kind, 2);
  return {
    label: `${slash}${kind} block`,
    suffix: ` ::: {.${kind} #${id}}`,
    description: `tag paragraphs as ${withArticle(kind)}`,
    role: 'snippet',
    filterText: `${slash}${kind} block`,
    newText: lines(`.${kind} #${id}`, WORDS[kind], ''),
    snippet: lines(
      `.${kind} #${placeholder(1, id)}${attributes}`,
      placeholder(9, WORDS[kind]),
      '$0',
    ),
    subject: { type: 'kind', name: kind },
  };
}

/** What is known of a tag from where it stands: the claim beside it, the mechanism of which it is a step. */
function attributesOf({ project, vantage }: Place, kind: Kind, stop: number): string {
  const around = project.file(vantage.uri)?.facts.tagsAround({
    start: vantage.offset,
    end: vantage.offset,
  });
  const outer = new Set([...(around ?? [])].map((tag) => tag.kind));
  const near = (target: Kind) =>
    first(ranked(project, [target], vantage), MOST).map(({ id }) => id);
  switch (kind) {
    case 'claim':
      return '';
    case 'evidence': {
      // What stands inside a claim or a step supports it.
      if (outer.has('claim') || outer.has('step')) return '';
      const claims = near('claim');
      return claims.length > 0 ? ` supports=${choice(stop, claims)}` : '';
    }
    case 'mechanism':
      return ` trigger="$${stop}" outcome="$${stop + 1}"`;
    case 'step': {
      const mechanisms = outer.has('mechanism') ? [] : near('mechanism');
      const of = mechanisms.length > 0 ? ` of=${choice(stop, mechanisms)}` : '';
      return `${of} n=${placeholder(stop + 1, String(nextNumber(project, vantage)))}`;
    }
    case 'construct':
      return ` def="$${stop}"`;
  }
}

/** More than these are too many to choose from. */
const MOST = 8;

/** The number that follows that of the step before. */
function nextNumber(project: Project, { uri, offset }: Vantage): number {
  const before = project
    .elementsOfKind('step')
    .findLast(({ place }) => place.uri === uri && place.range.start < offset);
  const number = before && attributeOf(before, 'n')?.text;
  return number === undefined ? 1 : (Number.parseInt(number, 10) || 0) + 1;
}

/** What stands before the word on its line. */
interface Line {
  /** What the lines of a block begin with there: the marks of quotations and the indentation. */
  readonly prefix: string;
  /** Whether a blank line has to come between. */
  readonly needsGap: boolean;
}

function lineBefore({ text, at }: NearText, typed: string): Line | undefined {
  const start = at - typed.length;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const prefix = text.slice(from, start);
  if (!/^[ \t]*(?:>[ \t]?)*$/.test(prefix)) return undefined;
  const behind = text.slice(at).split('\n', 1)[0] ?? '';
  if (behind.trim() !== '') return undefined;
  return { prefix: prefix.includes('>') ? prefix : '', needsGap: from > 0 };
}

/** Whether a paragraph may hold what is written at the caret: no code, math, comment or raw text does. */
function isProse(document: SyntaxDocument, { text, at, base }: NearText, typed: string): boolean {
  const caret = base + at;
  if (typed !== '') return isShown(document, { start: caret - typed.length, end: caret });
  const before = text.slice(0, at).trimEnd();
  if (before !== '' && !/^[\s>]*$/.test(before)) {
    return isShown(document, { start: base + before.length - 1, end: base + before.length });
  }
  // A line of its own stands between blocks, or in one that is no text.
  const block = document.blockAt(caret);
  const [head, tail] = [
    block.text.slice(0, caret - block.start),
    block.text.slice(caret - block.start),
  ];
  return head.trim() === '' || tail.trim() === '';
}

function withArticle(kind: Kind): string {
  return kind === 'evidence' ? kind : `a ${kind}`;
}
