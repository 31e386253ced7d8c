import type { RegistryEntry } from '../../config';
import {
  attributeName,
  crossReference,
  KINDS,
  readAttribute,
  type Attribute,
  type Place,
} from '../../model';
import type { Project, ProjectFile } from '../../project';
import type { TextRange } from '../../text/range';
import { textIn } from '../places';
import { linksToId } from './linksToId';
import {
  configsOf,
  declarationsOf,
  entriesOf,
  identifiersOf,
  isId,
  isTagged,
  namesIt,
  type Name,
} from './names';

/** A place where a name stands, and nothing but the name. */
export interface Occurrence extends Place {
  readonly role: 'id' | 'reference' | 'link' | 'citation' | 'configuration';
}

/** Where a name is written. */
export interface Occurrences {
  /** In no order, each once. */
  readonly found: readonly Occurrence[];
  /** Places that mean the name and do not hold it as it is: character references, aliases of YAML, labels of cells. */
  readonly obscure: readonly Place[];
}

/** Looks for a name in all files of a project, whether they are open or not. Code and literal text are left alone. */
export function occurrencesOf(project: Project, name: Name): Occurrences {
  const collector = new Collector(project, name);
  for (const { known, uri } of identifiersOf(project, name)) {
    const { kind, range, source } = known;
    if (kind === 'equation' || source?.id) collector.add({ uri, range }, 'id');
    // Whoever links to a name means the tag that has it, not a heading of the same words.
    else if (source === undefined || !isTagged(project, name))
      collector.obscure.push({ uri, range });
  }
  for (const { place } of entriesOf(project, name)) collector.add(place, 'configuration');
  for (const { place, idPlace } of declarationsOf(project, name)) {
    if (idPlace) collector.add(idPlace, 'configuration');
    else collector.obscure.push(place);
  }
  for (const attribute of attributesIn(project, name)) collector.addReferences(attribute);
  // A link to what only a source is called leads to the source.
  if (name.of === 'id' || !isId(project, name.id)) {
    for (const file of project.files) collector.addTextUses(file);
  }
  return { found: [...collector.found.values()], obscure: collector.obscure };
}

/** The attributes in which a name may be referred to: those of tags, and those of `elements:`. */
function* attributesIn(project: Project, { only }: Name): Iterable<Attribute> {
  const isOutside = (uri: string): boolean => only !== undefined && only !== uri;
  for (const { uri, facts, participates } of project.files) {
    if (!participates || isOutside(uri)) continue;
    for (const tag of facts.currentTags) yield* tag.attributes;
  }
  for (const { attributes } of project.elements) {
    for (const attribute of attributes) {
      if (attribute.origin === 'registry' && !isOutside(attribute.place.uri)) yield attribute;
    }
  }
  for (const { uri, elements } of configsOf(project)) {
    if (!isOutside(uri)) for (const entry of elements) yield* unreadAttributes(project, entry);
  }
}

/** What an entry says that is about nothing yet: its kind is not known, but what it refers to is. */
function unreadAttributes(project: Project, { id, written }: RegistryEntry): Attribute[] {
  if (project.element(id)) return [];
  return written.flatMap(({ key, text, place, keyRange }) => {
    const name = attributeName(key);
    const kind = KINDS.find((one) => project.vocabulary.kinds[one].attributes[name]);
    const definition = kind && project.vocabulary.kinds[kind].attributes[name];
    const at = { place, keyRange, range: place.range };
    return definition ? [readAttribute(definition, { text, origin: 'registry', ...at })] : [];
  });
}

class Collector {
  readonly found = new Map<string, Occurrence>();
  readonly obscure: Place[] = [];
  readonly #project: Project;
  readonly #name: Name;

  constructor(project: Project, name: Name) {
    this.#project = project;
    this.#name = name;
  }

  /** Takes in a place that holds the name, perhaps with the sigil or braces that belong to it. */
  add(place: Place, role: Occurrence['role']): void {
    if (!this.#addIfWritten(place, role)) this.obscure.push(place);
  }

  /** Takes in what an attribute says of the name. */
  addReferences(attribute: Attribute): void {
    const { place, references } = attribute;
    const naming = references.filter((one) => namesIt(this.#project, attribute, one, this.#name));
    if (naming.length === 0) return;
    const places = naming.map(({ range }) => ({ uri: place.uri, range }));
    const isExact = places.filter((one) => this.#addIfWritten(one, 'reference')).length;
    if (isExact === places.length) return;
    // Folded line ends make the value shorter than what is written.
    const words = this.#wordsIn(place);
    if (words.length === naming.length) {
      for (const range of words) this.#keep({ uri: place.uri, range }, 'reference');
    } else this.obscure.push(place);
  }

  /** Takes in the links and citations of a file. */
  addTextUses({ uri, facts }: ProjectFile): void {
    const { id, only } = this.#name;
    if (only === undefined || only === uri) {
      for (const { links, citations } of facts.current.blocks) {
        for (const { target, targetRange } of links) {
          if (target === id) this.add({ uri, range: targetRange }, 'link');
        }
        if (!crossReference(id)) continue;
        for (const { key, range } of citations)
          if (key === id) this.add({ uri, range }, 'citation');
      }
    }
    for (const range of linksToId(this.#project, uri, this.#name)) this.add({ uri, range }, 'link');
  }

  #addIfWritten({ uri, range }: Place, role: Occurrence['role']): boolean {
    const { id } = this.#name;
    const [, before, written] = WRITTEN.exec(textIn(this.#project, uri, range)) ?? [];
    if (written !== id) return false;
    const start = range.start + (before?.length ?? 0);
    this.#keep({ uri, range: { start, end: start + id.length } }, role);
    return true;
  }

  #keep(place: Place, role: Occurrence['role']): void {
    this.found.set(`${place.uri} ${place.range.start}`, { ...place, role });
  }

  /** The words of a value that are the name, with or without a sigil and a test. */
  #wordsIn({ uri, range }: Place): TextRange[] {
    const { id } = this.#name;
    return [...textIn(this.#project, uri, range).matchAll(WORD)].flatMap(({ 0: word, index }) => {
      const bare = word.replace(/^[#@]/, '');
      if (bare.replace(TEST, '') !== id && bare !== id) return [];
      const start = range.start + index + word.length - bare.length;
      return [{ start, end: start + id.length }];
    });
  }
}

/** A name, with what may stand around it in a reference or a citation (Pandoc manual, `citations`). */
const WRITTEN = /^((?:-?@\{?|#)?)([^{}]+)\}?$/;

/** A word of a list that runs over lines, in quotes perhaps. */
const WORD = /[^\s,;>"']+/g;

/** The test in `ID:TEST[:pass|fail]`. */
const TEST = /:[a-z-]+(?::(?:pass|fail))?$/;
