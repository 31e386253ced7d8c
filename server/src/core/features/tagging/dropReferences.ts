import type { Attribute, Tag } from '../../model';
import type { Element, Project, ReferenceUse } from '../../project';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { cuts, withSpaceBefore } from './cuts';

/** The places that name an element, by what can be done about them once it is there no more. */
export interface Referrers {
  /** What takes the references in attributes of tags away, by file. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** The references in attributes of tags. */
  readonly removable: readonly ReferenceUse[];
  /** Links, citations, and references in YAML: these are left to the author. */
  readonly others: readonly ReferenceUse[];
}

/** Finds what names an element, other than the tag that introduces it. */
export function referrersOf(project: Project, element: Element): Referrers {
  const own = new Set(element.tag?.attributes);
  const uses = project
    .referencesTo(element)
    .filter(({ attribute }) => attribute === undefined || !own.has(attribute));
  const removable = uses.filter(({ attribute }) => attribute?.origin === 'tag');
  const others = uses.filter((use) => !removable.includes(use));
  return { edits: dropUses(project, removable), removable, others };
}

/** What takes references in attributes of tags away, by file; an attribute that says nothing else goes as a whole. */
export function dropUses(
  project: Project,
  uses: readonly ReferenceUse[],
): ReadonlyMap<string, readonly TextEdit[]> {
  const ranges = new Map<string, TextRange[]>();
  for (const attribute of new Set(uses.flatMap((use) => use.attribute ?? []))) {
    const tag = ownerOf(uses, attribute);
    const text = project.file(attribute.uri)?.facts.document.text;
    if (text === undefined || !tag) continue;
    const naming = uses.filter((use) => use.attribute === attribute);
    const list = ranges.get(attribute.uri) ?? [];
    ranges.set(attribute.uri, [...list, ...partsOf(text, tag, attribute, naming)]);
  }
  return new Map([...ranges].map(([uri, list]) => [uri, cuts(list)] as const));
}

function ownerOf(uses: readonly ReferenceUse[], attribute: Attribute): Tag | undefined {
  const owner = uses.find((use) => use.attribute === attribute)?.owner;
  const tags = [...(owner?.tag ? [owner.tag] : []), ...(owner?.occurrences ?? [])];
  return tags.find(({ attributes }) => attributes.includes(attribute));
}

/** The words of an attribute that name something, or all of it where it says nothing else. */
function partsOf(
  text: string,
  { source }: Tag,
  attribute: Attribute,
  uses: readonly ReferenceUse[],
): TextRange[] {
  const words = uses.flatMap(({ reference }) => {
    const test = attribute.tests.find(({ target }) => target === reference);
    return test?.range ?? reference?.range ?? [];
  });
  const { start, end } = attribute.place.range;
  const rest = cutOut(text, { start, end }, words);
  if (/^[\s,;]*$/.test(rest)) {
    return [withSpaceBefore(text, source.attributeRange, attribute.range)];
  }
  return words.map((word) => withSeparator(text, { start, end }, word));
}

function cutOut(text: string, value: TextRange, words: readonly TextRange[]): string {
  let rest = '';
  let from = value.start;
  for (const { start, end } of [...words].sort((a, b) => a.start - b.start)) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from, value.end);
}

/** A word with what parts it from the one before, or, where it is the first, from the next. */
function withSeparator(text: string, value: TextRange, { start, end }: TextRange): TextRange {
  const before = /[\s,;]*$/.exec(text.slice(value.start, start))?.[0].length ?? 0;
  if (start - before > value.start) return { start: start - before, end };
  const behind = /^[\s,;]*/.exec(text.slice(end, value.end))?.[0].length ?? 0;
  return { start: start - before, end: end + behind };
}
