import type { Config, RegistryEntry } from '../config';
import {
  attributeName,
  readAttribute,
  type Attribute,
  type Kind,
  type Place,
  type Tag,
  type Vocabulary,
  nearest,
} from '../model';
import { visibleText } from '../syntax';
import { findQuote } from './anchor';
import type { Element } from './element';
import type { ProjectFile, RegistryProblem } from './project';

/** The elements of a project and what each tag belongs to. */
export interface ElementTable {
  readonly elements: readonly Element[];
  readonly byId: ReadonlyMap<string, Element>;
  readonly byTag: ReadonlyMap<Tag, Element>;
  readonly problems: readonly RegistryProblem[];
}

interface Draft {
  readonly kind: Kind;
  readonly id?: string;
  readonly key: string;
  readonly tag?: Tag;
  readonly place: Place;
  readonly text: string;
  readonly entries: RegistryEntry[];
  readonly registry: Attribute[];
  readonly occurrences: Tag[];
}

/** Collects the elements of all files and of `elements:`; a tag with `ref=` is an occurrence of its element. */
export function buildElements(
  files: readonly ProjectFile[],
  configs: readonly Config[],
  vocabulary: Vocabulary,
): ElementTable {
  const drafts: Draft[] = [];
  const byId = new Map<string, Draft>();
  const byTag = new Map<Tag, Draft>();
  const documents = new Map(files.map((file) => [file.uri, file.facts.document]));

  const add = (draft: Draft): Draft => {
    drafts.push(draft);
    if (draft.id !== undefined && !byId.has(draft.id)) byId.set(draft.id, draft);
    return draft;
  };
  const introduce = (tag: Tag): void => {
    const id = tag.id?.value;
    const document = documents.get(tag.uri);
    const draft = add({
      kind: tag.kind,
      ...(id === undefined ? {} : { id }),
      key: id === undefined || byId.has(id) ? `${tag.uri}#${tag.source.range.start}` : id,
      tag,
      place: placeOfTag(tag),
      text: document ? visibleText(document, tag.source.contentRange).text.trim() : '',
      entries: [],
      registry: [],
      occurrences: [],
    });
    byTag.set(tag, draft);
  };

  const tags = files.flatMap((file) => file.facts.tags);
  const occurrences = tags.filter((tag) => occurrenceTarget(tag) !== undefined);
  for (const tag of tags) if (occurrenceTarget(tag) === undefined) introduce(tag);
  const problems = attachRegistry(files, configs, vocabulary, byId, add);
  attachOccurrences(occurrences, byId, byTag, introduce);

  const elements = new Map(drafts.map((draft) => [draft, finish(draft)]));
  const finished = <K>(table: ReadonlyMap<K, Draft>): Map<K, Element> =>
    new Map(
      [...table].flatMap(([key, draft]): [K, Element][] => {
        const element = elements.get(draft);
        return element ? [[key, element]] : [];
      }),
    );
  const order = new Map(files.map((file, index) => [file.uri, index]));
  const rank = ({ place }: Element) => order.get(place.uri) ?? files.length;
  return {
    elements: [...elements.values()].sort(
      (a, b) => rank(a) - rank(b) || a.place.range.start - b.place.range.start,
    ),
    byId: finished(byId),
    byTag: finished(byTag),
    problems,
  };
}

/** Where a finding about a tag stands: the tagged words; for a div or a table the attributes, since its text is long. */
export function placeOfTag({ uri, source }: Tag): Place {
  const long =
    source.carrier === 'div' || source.carrier === 'table' || source.carrier === 'codeblock';
  const empty = source.contentRange.start === source.contentRange.end;
  if (long || empty) return { uri, range: source.attributeRange ?? source.range };
  return { uri, range: source.contentRange };
}

/** The id that a tag is another occurrence of. */
export function occurrenceTarget(tag: Tag): string | undefined {
  const reference = tag.attributes.find(({ name }) => name === 'ref')?.references[0];
  return reference?.kind === 'id' ? reference.target : undefined;
}

/** Occurrences may name other occurrences; those that lead nowhere become elements, so that their ids are known. */
function attachOccurrences(
  occurrences: readonly Tag[],
  byId: Map<string, Draft>,
  byTag: Map<Tag, Draft>,
  introduce: (tag: Tag) => void,
): void {
  let waiting = occurrences;
  while (waiting.length > 0) {
    const left = waiting.filter((tag) => {
      const draft = byId.get(occurrenceTarget(tag) ?? '');
      if (draft?.kind !== tag.kind) return true;
      draft.occurrences.push(tag);
      byTag.set(tag, draft);
      const id = tag.id?.value;
      if (id !== undefined && !byId.has(id)) byId.set(id, draft);
      return false;
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
  waiting.forEach(introduce);
}

function attachRegistry(
  files: readonly ProjectFile[],
  configs: readonly Config[],
  vocabulary: Vocabulary,
  byId: ReadonlyMap<string, Draft>,
  add: (draft: Draft) => Draft,
): RegistryProblem[] {
  const problems: RegistryProblem[] = [];
  for (const entry of configs.flatMap(({ elements }) => elements)) {
    const known = byId.get(entry.id);
    const draft = known ?? addFromRegistry(entry, files, vocabulary, byId, add, problems);
    if (!draft) continue;
    if (known) problems.push(...kindProblems(entry, known, vocabulary));
    draft.entries.push(entry);
    draft.registry.push(...readEntry(entry, draft.kind, vocabulary, problems));
  }
  return problems;
}

/** What is wrong with the `is:` of an entry whose id stands in the prose: the tag says already what it is. */
function kindProblems(
  { id, is }: RegistryEntry,
  { kind }: Draft,
  vocabulary: Vocabulary,
): RegistryProblem[] {
  if (!is) return [];
  const meaning = vocabulary.classes.get(is.text);
  if (!meaning) return [unknownKind(is, vocabulary)];
  if (meaning.kind === kind) return [];
  const message = `${id} is called ${is.text} here, but ${kind} where it stands first, which counts`;
  return [{ rule: 'conflicting-attribute', message, place: is.place, suggestion: kind }];
}

function unknownKind(
  { text, place }: NonNullable<RegistryEntry['is']>,
  { classes }: Vocabulary,
): RegistryProblem {
  const [suggestion] = nearest(text, classes.keys());
  const hint = suggestion
    ? `did you mean ${suggestion}?`
    : `the kinds are ${[...classes.keys()].join(', ')}`;
  return {
    rule: 'unknown-kind',
    message: `“${text}” is not a kind; ${hint}`,
    place,
    ...(suggestion ? { suggestion } : {}),
  };
}

function addFromRegistry(
  entry: RegistryEntry,
  files: readonly ProjectFile[],
  vocabulary: Vocabulary,
  byId: ReadonlyMap<string, Draft>,
  add: (draft: Draft) => Draft,
  problems: RegistryProblem[],
): Draft | undefined {
  if (!entry.is) {
    const [suggestion] = nearest(entry.id, byId.keys());
    const hint = suggestion ? `did you mean ${suggestion}?` : 'say what it is with is:';
    problems.push({
      rule: 'unknown-id',
      message: `No tag in the manuscript has the id ${entry.id}; ${hint}`,
      place: entry.place,
      ...(suggestion ? { suggestion } : {}),
    });
    return undefined;
  }
  const meaning = vocabulary.classes.get(entry.is.text);
  if (!meaning) {
    problems.push(unknownKind(entry.is, vocabulary));
    return undefined;
  }
  const anchor = entry.quote ? findQuote(files, entry.quote.text, entry.file?.text) : undefined;
  if (entry.quote && !anchor) {
    problems.push({
      rule: 'invalid-project',
      message: `the words of ${entry.id} stand nowhere in ${entry.file?.text ?? 'the manuscript'}; quote them exactly`,
      place: entry.quote.place,
    });
  }
  return add({
    kind: meaning.kind,
    id: entry.id,
    key: entry.id,
    place: anchor ?? entry.place,
    text: entry.quote?.text ?? '',
    entries: [],
    registry: [],
    occurrences: [],
  });
}

function readEntry(
  entry: RegistryEntry,
  kind: Kind,
  vocabulary: Vocabulary,
  problems: RegistryProblem[],
): Attribute[] {
  const definitions = vocabulary.kinds[kind].attributes;
  return entry.written.flatMap(({ key, text, place, keyRange }) => {
    const name =
      key === 'cites' ? (kind === 'evidence' ? 'source' : 'evidence') : attributeName(key);
    const definition = definitions[name];
    if (!definition) {
      const [suggestion] = nearest(key, Object.keys(definitions));
      const hint = suggestion
        ? `did you mean ${suggestion}?`
        : `known are ${Object.keys(definitions).join(', ')}`;
      problems.push({
        rule: 'unknown-attribute',
        message: `“${key}” is not an attribute of a ${kind}; ${hint}`,
        place: { uri: place.uri, range: keyRange },
        ...(suggestion ? { suggestion } : {}),
      });
      return [];
    }
    return readAttribute(definition, {
      text,
      place,
      keyRange,
      range: place.range,
      origin: 'registry',
    });
  });
}

function finish(draft: Draft): Element {
  const { tag, entries, registry, occurrences, ...rest } = draft;
  const [entry] = entries;
  const further = occurrences.flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name !== 'ref'),
  );
  return {
    ...rest,
    ...(tag ? { tag } : {}),
    ...(entry ? { entry } : {}),
    occurrences,
    attributes: [...(tag?.attributes ?? []), ...registry, ...further],
  };
}
