import type { Attributed, AttributeToken, ClassToken, IdToken, SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';
import { readAttribute, type Attribute } from './attribute';
import { attributeName, type ClassMeaning, type Kind, type Vocabulary } from './vocabulary';

/** A carrier that bears a kind of the vocabulary: one occurrence of an element in the prose. */
export interface Tag {
  readonly uri: string;
  readonly kind: Kind;
  /** The class that makes it a tag, as written (`stage` for a step). */
  readonly classToken: ClassToken;
  /** The classes of further kinds, which are an error. */
  readonly furtherKinds: readonly ClassToken[];
  readonly id?: IdToken;
  readonly attributes: readonly Attribute[];
  /** Attributes that are not of the vocabulary. */
  readonly foreign: readonly AttributeToken[];
  readonly source: Attributed;
  /** What the tag covers: the whole construct, or for a heading its section. */
  readonly extent: TextRange;
  /** The innermost tag of the same file that covers this one. */
  readonly parent?: Tag;
}

/** The tags of a document, in order. */
export function readTags(uri: string, document: SyntaxDocument, vocabulary: Vocabulary): Tag[] {
  const sections = new Map(
    document.headings.map((heading) => [heading.element, heading.sectionRange]),
  );
  const tags: Tag[] = [];
  const open: Tag[] = [];
  document.elements.forEach((source) => {
    const [first, ...others] = kindClasses(source, vocabulary);
    if (!first) return;
    const extent = sections.get(source) ?? source.range;
    while (open.length > 0 && (open[open.length - 1]?.extent.end ?? 0) < extent.end) open.pop();
    const parent = open[open.length - 1];
    const { kind } = first.meaning;
    const furtherKinds = others
      .filter((other) => other.meaning.kind !== kind)
      .map(({ token }) => token);
    const tag: Tag = {
      uri,
      kind,
      classToken: first.token,
      furtherKinds,
      ...(source.id ? { id: source.id } : {}),
      ...readAttributes(uri, source, first, vocabulary),
      source,
      extent,
      ...(parent ? { parent } : {}),
    };
    tags.push(tag);
    open.push(tag);
  });
  return tags;
}

interface KindClass {
  readonly token: ClassToken;
  readonly meaning: ClassMeaning;
}

function kindClasses(source: Attributed, vocabulary: Vocabulary): KindClass[] {
  return source.classes.flatMap((token) => {
    const meaning = vocabulary.classes.get(token.name);
    return meaning ? [{ token, meaning }] : [];
  });
}

function readAttributes(
  uri: string,
  source: Attributed,
  { token, meaning }: KindClass,
  vocabulary: Vocabulary,
): Pick<Tag, 'attributes' | 'foreign'> {
  const definitions = vocabulary.kinds[meaning.kind].attributes;
  const attributes: Attribute[] = [];
  const foreign: AttributeToken[] = [];
  for (const written of source.attributes) {
    const definition = definitions[attributeName(written.key)];
    if (!definition) {
      foreign.push(written);
      continue;
    }
    attributes.push(
      readAttribute(definition, {
        text: written.value,
        place: { uri, range: written.valueRange },
        keyRange: written.keyRange,
        range: written.range,
        origin: 'tag',
      }),
    );
  }
  for (const [name, text] of Object.entries(meaning.defaults)) {
    const definition = definitions[name];
    if (!definition || attributes.some((attribute) => attribute.name === name)) continue;
    const place = { uri, range: token.range };
    attributes.push(
      readAttribute(definition, {
        text,
        place,
        keyRange: token.range,
        range: token.range,
        origin: 'class',
      }),
    );
  }
  return { attributes, foreign };
}
