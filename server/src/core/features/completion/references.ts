import type { Target } from '../../model';
import { termOf, type Element, type Project } from '../../project';
import { describeWork, type Work } from '../../sources/bibliography';
import { shorten } from '../markdown';
import { sourceName } from '../naming';
import { fewest } from './choosing';
import type { CompletionItem, CompletionList } from './item';
import { ranked, type Named, type Vantage } from './ranking';

/** How many words of a text stand beside an id, in UTF-16 units. */
const BESIDE = 60;

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
): Pick<CompletionList, 'items' | 'isIncomplete'> {
  const sigil = /^[#@]/.exec(typed)?.[0] ?? '';
  const hash = needsSigil || sigil === '#' ? '#' : '';
  const isWanted = (name: string): boolean => !excluded.has(name);
  function* all(): Iterable<CompletionItem> {
    if (sigil !== '@') {
      const sources = targets.includes('source') ? project.sources : [];
      for (const { id } of sources) if (isWanted(id)) yield sourceItem(project, id, hash, sigil);
      for (const element of ranked(project, targets, vantage, isWanted)) {
        yield elementItem(element, hash, sigil);
      }
    }
    if (sigil === '#' || !targets.includes('citation')) return;
    for (const work of citedFirst(project, works)) {
      if (isWanted(work.key)) yield workItem(work, sigil);
    }
  }
  return fewest(all(), typed.slice(sigil.length));
}

/** The works, those that the text cites already before the others. */
export function citedFirst(project: Project, works: readonly Work[]): readonly Work[] {
  const isCited = ({ key }: Work): boolean => project.isCited(key);
  return [...works.filter(isCited), ...works.filter((work) => !isCited(work))];
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

function elementItem(element: Named, hash: string, sigil: string): CompletionItem {
  const { id, kind } = element;
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
