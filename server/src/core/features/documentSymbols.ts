import type { Kind, Tag } from '../model';
import { attributeOf, valueOf, type Element, type Project, type ProjectFile } from '../project';
import { containsRange, type TextRange } from '../text/range';
import { titleOf } from './naming';

/** A heading or tag of a file, with what stands in it. */
export interface DocumentSymbol {
  readonly name: string;
  /** The id and, for a claim, its type; '' where there is nothing to say. */
  readonly detail: string;
  readonly kind: Kind | 'section';
  /** All of it: of a heading, its section. */
  readonly range: TextRange;
  /** The words to select; inside `range`. */
  readonly selectionRange: TextRange;
  readonly children: readonly DocumentSymbol[];
}

interface Draft extends DocumentSymbol {
  readonly children: Draft[];
}

/** The headings and tags of a file as a tree, in the order of the text; none for a file that takes no part. */
export function documentSymbols(project: Project, uri: string): DocumentSymbol[] {
  const file = project.file(uri);
  if (!file?.participates) return [];
  const symbols = [...sections(file), ...tags(project, file), ...anchored(project, uri)];
  return nest(symbols.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end));
}

function nest(sorted: readonly Draft[]): Draft[] {
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const symbol of sorted) {
    let outer = open.at(-1);
    while (outer && !containsRange(outer.range, symbol.range)) {
      open.pop();
      outer = open.at(-1);
    }
    (outer?.children ?? roots).push(symbol);
    open.push(symbol);
  }
  return roots;
}

/** The headings that bear no tag; one that does is listed as its tag. */
function sections({ facts }: ProjectFile): Draft[] {
  const tagged = new Set(facts.tags.map(({ source }) => source));
  return facts.document.headings
    .filter(({ element }) => !tagged.has(element))
    .map(({ text, sectionRange, range, id }) => ({
      name: text === '' ? `#${id}` : text,
      detail: '',
      kind: 'section',
      range: still(sectionRange),
      selectionRange: still(range),
      children: [],
    }));
}

function tags(project: Project, { facts }: ProjectFile): Draft[] {
  return facts.tags.flatMap((tag) => {
    const element = project.elementOf(tag);
    if (!element) return [];
    const { range, contentRange } = tag.source;
    const again = element.tag !== tag;
    // A further occurrence is listed by its own words.
    const own = again ? under(element, tag) : element;
    const selectionRange = tag.source.carrier === 'heading' ? range : contentRange;
    return draft(own, tag.extent, selectionRange, again ? 'again' : '');
  });
}

/** An element as it is worded elsewhere. */
function under(element: Element, { text, beginning }: Tag): Element {
  const { key, kind, id, occurrences, attributes, place } = element;
  const named = { key, kind, ...(id === undefined ? {} : { id }), occurrences, attributes, place };
  return { ...named, text, beginning };
}

/** The entries of `elements:` that annotate words of this file. */
function anchored(project: Project, uri: string): Draft[] {
  return project.elements
    .filter(({ tag, place }) => !tag && place.uri === uri)
    .map((element) => draft(element, element.place.range, element.place.range, ''));
}

function draft(element: Element, range: TextRange, selectionRange: TextRange, mark: string): Draft {
  const type = element.kind === 'claim' ? valueOf(element, 'type') : undefined;
  const kind = element.kind === 'evidence' ? attributeOf(element, 'kind')?.text : undefined;
  const id = element.id === undefined ? undefined : `#${element.id}`;
  const detail = [mark, type ?? kind, id].filter(Boolean).join(' · ');
  return {
    name: titleOf(element),
    detail,
    kind: element.kind,
    range: still(range),
    selectionRange: still(selectionRange),
    children: [],
  };
}

/** A range as it is now, which is quicker to compare than one that moves with the text. */
function still({ start, end }: TextRange): TextRange {
  return { start, end };
}
