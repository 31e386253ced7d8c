import type { Config, ConfigProblem, PathEntry, Source } from '../config';
import type { KnownId, LinkKind, Place, Tag, Vocabulary } from '../model';
import type { Citation } from '../syntax';
import { inAbstract } from './abstract';
import { buildElements, type ElementTable } from './buildElements';
import { buildLinks } from './buildLinks';
import { buildReferences } from './buildReferences';
import type { Element } from './element';
import { elementNodeKey, nodeKey, type Link, type Node } from './link';
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
  readonly #from: ReadonlyMap<string, readonly Link[]>;
  readonly #to: ReadonlyMap<string, readonly Link[]>;
  readonly #uses: ReadonlyMap<Element, readonly ReferenceUse[]>;

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
    this.#ids = groupBy(
      input.files.flatMap(({ uri, facts }) => facts.ids.map((known) => ({ known, uri }))),
      ({ known }) => known.id,
    );
    this.links = buildLinks(this.elements, this);
    this.#from = groupBy(this.links, ({ from }) => nodeKey(from));
    this.#to = groupBy(this.links, ({ to }) => nodeKey(to));
    this.references = buildReferences(input.files, this.elements, this);
    this.#uses = groupBy(
      this.references.filter(({ resolution }) => resolution?.type === 'element'),
      ({ resolution }) => (resolution?.type === 'element' ? resolution.element : undefined),
    );
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
    return ofKind(this.#from.get(elementNodeKey(element)), kind);
  }

  linksTo(element: Element, kind?: LinkKind): readonly Link[] {
    return ofKind(this.#to.get(elementNodeKey(element)), kind);
  }

  linksOf(node: Node): readonly Link[] {
    const key = nodeKey(node);
    return [...(this.#from.get(key) ?? []), ...(this.#to.get(key) ?? [])];
  }

  knownIds(id: string): readonly { readonly known: KnownId; readonly uri: string }[] {
    return this.#ids.get(id) ?? [];
  }

  allIds(): Iterable<string> {
    return new Set([...this.#table.byId.keys(), ...this.#ids.keys()]);
  }

  referencesTo(element: Element): readonly ReferenceUse[] {
    return this.#uses.get(element) ?? [];
  }

  citationsInSentence({ uri, range }: Place): readonly Citation[] {
    const document = this.file(uri)?.facts.document;
    return document ? citationsIn(document, range) : [];
  }

  inAbstract({ uri, range }: Place): boolean {
    const document = this.file(uri)?.facts.document;
    return document !== undefined && inAbstract(document, range);
  }
}

function ofKind(links: readonly Link[] = [], kind?: LinkKind): readonly Link[] {
  return kind === undefined ? links : links.filter((link) => link.kind === kind);
}

function firstWins<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}

function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
