import type { Target } from '../../model';
import { termOf, type Element, type Project } from '../../project';
import { shorten } from '../markdown';
import { sourceName } from '../naming';
import type { CompletionItem } from './item';
import { ranked, type Vantage } from './ranking';
import { describeWork, type Work } from './works';

/** How many words of a text stand beside an id, in UTF-16 units. */
const BESIDE = 60;

/** More than these nobody reads through; who types on gets others. */
const MOST = 200;

/** What a reference may name, and what is not wanted in its place. */
export interface Wanted {
  readonly targets: readonly Target[];
  /** What the author has typed of it, sigil included. */
  readonly typed: string;
  /** Whether an id needs its `#`, or else would be text. */
  readonly needsSigil: boolean;
  /** Ids and keys that stand in the list already, and that of the tag itself. */
  readonly excluded: ReadonlySet<string>;
}

/** Where references may lead. */
export interface Known {
  readonly project: Project;
  readonly vantage: Vantage;
  readonly works: readonly Work[];
}

/** What a reference may name, best first, and whether that is all. */
export function referenceItems(
  { project, vantage, works }: Known,
  { targets, typed, needsSigil, excluded }: Wanted,
): { readonly items: CompletionItem[]; readonly isIncomplete: boolean } {
  const sigil = /^[#@]/.exec(typed)?.[0] ?? '';
  const hash = needsSigil || sigil === '#' ? '#' : '';
  const sources = targets.includes('source') && sigil !== '@' ? project.sources : [];
  const elements = sigil === '@' ? [] : ranked(project, targets, vantage, excluded);
  const cited = targets.includes('citation') && sigil !== '#' ? works : [];
  const all = [
    ...sources
      .filter(({ id }) => !excluded.has(id))
      .map(({ id }) => ({ id, make: () => sourceItem(project, id, hash, sigil) })),
    ...elements.map((element) => ({
      id: element.id ?? '',
      make: () => elementItem(element, hash, sigil),
    })),
    ...cited
      .filter(({ key }) => !excluded.has(key))
      .map((work) => ({ id: work.key, make: () => workItem(work, sigil) })),
  ];
  if (all.length <= MOST) return { items: all.map(({ make }) => make()), isIncomplete: false };
  const word = typed.slice(sigil.length).toLowerCase();
  const items: CompletionItem[] = [];
  for (const { make } of all) {
    const item = make();
    if (isSubsequence(word, item.filterText.toLowerCase())) items.push(item);
    if (items.length === MOST) break;
  }
  return { items, isIncomplete: true };
}

/** The words by which an element is known beside its id. */
export function wordsOf(element: Element): string {
  const isNamed = element.kind === 'construct' || element.kind === 'mechanism';
  return shorten(isNamed ? termOf(element) : element.beginning, BESIDE);
}

/** An entry of the bibliography after an `@`. */
export function workItem(work: Work, sigil = '@'): CompletionItem {
  const description = describeWork(work);
  return {
    label: `@${work.key}`,
    ...(description === '' ? {} : { description: shorten(description, BESIDE) }),
    role: 'work',
    filterText: filterText(`${sigil === '@' ? '@' : ''}${work.key}`, description),
    newText: `@${work.key}`,
    subject: { type: 'work', name: work.key },
  };
}

function elementItem(element: Element, hash: string, sigil: string): CompletionItem {
  const { id = '', kind } = element;
  const words = wordsOf(element);
  return {
    label: hash + id,
    description: words === '' || words === id ? kind : words,
    role: 'element',
    // Who knows the words but not the id finds it as well.
    filterText: filterText((sigil === '#' ? '#' : '') + id, words),
    newText: hash + id,
    subject: { type: 'element', name: id },
  };
}

function sourceItem(project: Project, id: string, hash: string, sigil: string): CompletionItem {
  const name = sourceName(project, id);
  const kind = project.source(id)?.kind ?? 'source';
  return {
    label: hash + id,
    description: name === id ? kind : name,
    role: 'source',
    filterText: filterText((sigil === '#' ? '#' : '') + id, name),
    newText: hash + id,
    subject: { type: 'source', name: id },
  };
}

function filterText(name: string, words: string): string {
  return words === '' || words === name ? name : `${name} ${words}`;
}

function isSubsequence(word: string, text: string): boolean {
  let at = 0;
  for (const character of word) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
