import type { Config, ConfigProblem, PathEntry, Source } from '../config';
import type { KnownId, LinkKind, Place, Tag, Vocabulary } from '../model';
import type { Citation } from '../syntax';
import { inAbstract } from './abstract';
import { buildElements, type ElementTable } from './buildElements';
import { buildLinks } from './buildLinks';
import { buildReferences } from './buildReferences';
import type { Element } from './element';
import { idsOf, LinkIndex, listsOf, usesOf, type Lists, type Uses } from './indexes';
import { LeafIndex, type PlacedLeaf, type TextQuestion } from './leafIndex';
import { nodeKey, type Link, type Node } from './link';
import { NO_PASSAGE, passageOf, type Passage } from './passage';
import type { Project, ProjectFile, ReferenceUse, RegistryProblem } from './project';
import { citationsIn } from './sentences';

/** What a project is built from; all of it has been read. */
export interface ProjectInput {
  readonly root: string;
  readonly kind: Project['kind'];
  /** In the order of the manuscript. */
  readonly files: readonly ProjectFile[];
  readonly vocabulary: Vocabulary;
  readonly config?: Config;
  readonly bibliography: readonly PathEntry[];
  readonly problems: readonly ConfigProblem[];
}

/** Joins the facts of all files to one snapshot. A pure function of its input. */
export function buildProject(input: ProjectInput): Project {
  return new Snapshot(input);
}

class Snapshot implements Project {
  readonly root: string;
  readonly kind: Project['kind'];
  readonly files: readonly ProjectFile[];
  readonly vocabulary: Vocabulary;
  readonly config?: Config;
  readonly sources: readonly Source[];
  readonly bibliography: readonly PathEntry[];
  readonly problems: readonly (ConfigProblem | RegistryProblem)[];
  readonly elements: readonly Element[];
  readonly links: readonly Link[];
  readonly references: readonly ReferenceUse[];

  readonly #table: ElementTable;
  readonly #files: ReadonlyMap<string, ProjectFile>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #ids: ReadonlyMap<string, readonly { known: KnownId; uri: string }[]>;
  readonly #from: LinkIndex;
  readonly #to: LinkIndex;
  readonly #answers = new Map<object, Map<unknown, unknown>>();

  constructor(input: ProjectInput) {
    this.root = input.root;
    this.kind = input.kind;
    this.files = input.files;
    this.vocabulary = input.vocabulary;
    if (input.config) this.config = input.config;
    this.bibliography = input.bibliography;
    const configs = [
      ...(input.config ? [input.config] : []),
      ...input.files.map(({ frontMatter }) => frontMatter),
    ];
    this.sources = configs.flatMap(({ sources }) => sources);
    this.#files = new Map(input.files.map((file) => [file.uri, file]));
    this.#sources = firstWins(this.sources, ({ id }) => id);
    this.#table = buildElements(input.files, configs, input.vocabulary);
    this.elements = this.#table.elements;
    this.problems = [...input.problems, ...this.#table.problems];
    this.#ids = idsOf(input.files);
    this.links = buildLinks(this.elements, this);
    this.#from = new LinkIndex(this.links, ({ from }) => from);
    this.#to = new LinkIndex(this.links, ({ to }) => to);
    this.references = buildReferences(input.files, this.elements, this);
  }

  file(uri: string): ProjectFile | undefined {
    return this.#files.get(uri);
  }

  element(id: string): Element | undefined {
    return this.#table.byId.get(id);
  }

  elementOf(tag: Tag): Element | undefined {
    return this.#table.byTag.get(tag);
  }

  source(id: string): Source | undefined {
    return this.#sources.get(id);
  }

  linksFrom(element: Element, kind?: LinkKind): readonly Link[] {
    return this.#from.of(element, kind);
  }

  linksTo(element: Element, kind?: LinkKind): readonly Link[] {
    return this.#to.of(element, kind);
  }

  linksOf(node: Node): readonly Link[] {
    const key = node.type === 'element' ? node.element : nodeKey(node);
    return [...this.#from.of(key), ...this.#to.of(key)];
  }

  linksOfKind(kind: LinkKind): readonly Link[] {
    return this.#lists().links.get(kind) ?? [];
  }

  elementsWith(attribute: string, text?: string): readonly Element[] {
    const key = text === undefined ? attribute : `${attribute}=${text}`;
    return this.#lists().having.get(key) ?? [];
  }

  elementWithKey(key: string): Element | undefined {
    return this.#lists().byKey.get(key);
  }

  tagsWithId(id: string): readonly Tag[] {
    return this.#lists().tags.get(id) ?? [];
  }

  innerTags(tag: Tag): readonly Tag[] {
    return this.#lists().inner.get(tag) ?? [];
  }

  knownIds(id: string): readonly { readonly known: KnownId; readonly uri: string }[] {
    return this.#ids.get(id) ?? [];
  }

  allIds(): Iterable<string> {
    return new Set([...this.#table.byId.keys(), ...this.#ids.keys()]);
  }

  idsNear(name: string, limit?: number): readonly string[] {
    return this.#lists().names.nearest(name, limit);
  }

  referencesTo(element: Element): readonly ReferenceUse[] {
    return this.#uses().to.get(element) ?? [];
  }

  referencesFrom(element: Element): readonly ReferenceUse[] {
    return this.#uses().from.get(element) ?? [];
  }

  brokenReferences(attribute: string): readonly ReferenceUse[] {
    return this.#uses().broken.get(attribute) ?? [];
  }

  isCited(key: string): boolean {
    return this.#uses().cited.has(key);
  }

  firstInAttributes(key: string): ReferenceUse | undefined {
    return this.#uses().named.get(key);
  }

  isQuoted(name: string): boolean {
    return this.files.some(({ facts }) =>
      ['"', "'"].some((quote) => facts.document.text.includes(quote + name + quote)),
    );
  }

  citationsInSentence({ uri, range }: Place): readonly Citation[] {
    const document = this.file(uri)?.facts.document;
    return document ? citationsIn(document, range) : [];
  }

  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf> {
    return this.remember(question, 'leaves', () => this.#leafIndex(question))?.leavesOf(key) ?? [];
  }

  #leafIndex(question: TextQuestion): LeafIndex | undefined {
    const search = question.searchOf(this);
    if (!search) return undefined;
    const index = new LeafIndex(search);
    for (const { uri, facts } of this.files) {
      for (const leaf of facts.document.leaves) index.add(uri, facts.document, leaf);
    }
    return index;
  }

  inAbstract({ uri, range }: Place): boolean {
    const document = this.file(uri)?.facts.document;
    return document !== undefined && inAbstract(document, range);
  }

  passage({ uri, range }: Place): Passage {
    const document = this.file(uri)?.facts.document;
    return document ? passageOf(document, range) : NO_PASSAGE;
  }

  remember<T>(question: object, key: unknown, find: () => T): T {
    let answers = this.#answers.get(question);
    if (!answers) this.#answers.set(question, (answers = new Map()));
    if (!answers.has(key)) answers.set(key, find());
    return answers.get(key) as T;
  }

  #lists(): Lists {
    return this.remember(listsOf, undefined, () => listsOf(this));
  }

  #uses(): Uses {
    return this.remember(usesOf, undefined, () => usesOf(this.references));
  }
}

function firstWins<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}
