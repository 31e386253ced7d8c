import type { Attribute, Kind, Tag } from '../model';
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
  const drafts: Draft[] = [];
  for (const tag of facts.tags) {
    const element = project.elementOf(tag);
    if (!element) continue;
    const { range, contentRange, carrier } = tag.source;
    const selectionRange = carrier === 'heading' ? range : contentRange;
    drafts.push(draft(labelOfTag(tag, element), element.kind, tag.extent, selectionRange));
  }
  return drafts;
}

/** What is read of a tag in a list. */
type Label = Pick<DocumentSymbol, 'name' | 'detail'>;

/** A label, and what it was made from. */
interface KnownLabel extends Label {
  readonly element: Element;
  readonly attributes: readonly Attribute[];
  readonly text: string;
  readonly isAgain: boolean;
}

/** Of thousands of tags, an edit gives few another label. */
const LABELS = new WeakMap<Tag, KnownLabel>();

function labelOfTag(tag: Tag, element: Element): Label {
  const { text } = tag;
  const { attributes } = element;
  const isAgain = element.tag !== tag;
  const known = LABELS.get(tag);
  if (
    known?.element === element &&
    known.attributes === attributes &&
    known.text === text &&
    known.isAgain === isAgain
  ) {
    return known;
  }
  // A further occurrence is listed by its own words.
  const label = isAgain ? labelOf(under(element, tag), 'again') : labelOf(element, '');
  LABELS.set(tag, { ...label, element, attributes, text, isAgain });
  return label;
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
    .map((element) => {
      const { range } = element.place;
      return draft(labelOf(element, ''), element.kind, range, range);
    });
}

function labelOf(element: Element, mark: string): Label {
  const type = element.kind === 'claim' ? valueOf(element, 'type') : undefined;
  const kind = element.kind === 'evidence' ? attributeOf(element, 'kind')?.text : undefined;
  const id = element.id === undefined ? undefined : `#${element.id}`;
  const detail = [mark, type ?? kind, id].filter(Boolean).join(' · ');
  return { name: titleOf(element), detail };
}

function draft(
  { name, detail }: Label,
  kind: Kind,
  range: TextRange,
  selectionRange: TextRange,
): Draft {
  return {
    name,
    detail,
    kind,
    range: still(range),
    selectionRange: still(selectionRange),
    children: [],
  };
}

/** A range as it is now, which is quicker to compare than one that moves with the text. */
function still({ start, end }: TextRange): TextRange {
  return { start, end };
}
