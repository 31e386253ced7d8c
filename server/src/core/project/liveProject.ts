import type { Config, ConfigProblem, PathEntry, Source } from '../config';
import type { FactsChange, KnownId, Kind, LinkKind, Place, Tag, Vocabulary } from '../model';
import { WITHOUT_PAUSE } from '../ports';
import { isTracking, WatchQueue } from '../reactive';
import type { Citation } from '../syntax';
import { AbstractFinder } from './abstract';
import { FinalAnswers, LiveAnswers, type Answers } from './answers';
import { AttributeIndex } from './attributeIndex';
import { BlockTable } from './blockTable';
import type { Element } from './element';
import { ElementGroups } from './elementGroups';
import { ElementReader, readOnce, type Tables } from './elementReader';
import { ElementTable } from './elementTable';
import type { Externals, FileReader, Reading } from './externalFiles';
import { FinalLeaves } from './finalLeaves';
import { GeneratedTables } from './generatedTables';
import { IdTable } from './idTable';
import type { PlacedLeaf } from './leafIndex';
import { LeafTable, type LeafQuestions } from './leafTable';
import type { Link, Node } from './link';
import { LinkTable } from './linkTable';
import { LoadedFile } from './loadedFile';
import type { LiveElement } from './liveElement';
import { NearNames } from './nearNames';
import { NO_PASSAGE, passageOf, type Passage } from './passage';
import type {
  BlockQuestion,
  Grouping,
  Project,
  ProjectFile,
  ProjectListener,
  ReferenceUse,
  RegistryProblem,
  TextQuestion,
} from './project';
import { citationUse, linkUse } from './references';
import { citationsIn } from './sentences';
import type { Statement } from './statement';
import { TextUses } from './textUses';
import { normalizeUri } from './uris';
import { UseTable } from './useTable';
import { WholeFileReader } from './wholeFileReader';

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
  /** Whether it is not kept up to date: when a file that was read for it changes, it is put together anew. */
  readonly isFinal: boolean;
  /** Whether a file is open in the editor now. */
  readonly isOpen: (uri: string) => boolean;
  /** The files outside the manuscript. */
  readonly external: Externals;
}

/**
 * A project that is kept up to date by difference. What is read of it while something is being derived is noted, so that
 * this is derived again only when something that it has read has changed.
 */
export class LiveProject implements Project {
  readonly root: string;
  readonly kind: Project['kind'];
  readonly files: readonly ProjectFile[];
  readonly vocabulary: Vocabulary;
  readonly config?: Config;
  readonly sources: readonly Source[];
  readonly bibliography: readonly PathEntry[];
  /** See {@link ProjectInput}. */
  readonly isFinal: boolean;

  readonly #input: ProjectInput;
  readonly #isOpen: ProjectInput['isOpen'];
  readonly #files: ReadonlyMap<string, ProjectFile>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #rank: ReadonlyMap<string, number>;
  readonly #inputProblems: readonly ConfigProblem[];
  readonly #elements: ElementTable;
  readonly #tables: Tables;
  readonly #groups: ElementGroups;
  readonly #textUses: TextUses;
  readonly #ids: IdTable;
  readonly #abstracts = new AbstractFinder();
  readonly #generated = new GeneratedTables();
  /** The ids of the elements, once somebody asks for near ones. */
  #names: NearNames | undefined;
  readonly #blocks = new BlockTable(this);
  readonly #byKey = new Map<string, LiveElement>();
  /** What was derived from the project waits here to be brought up to date. */
  readonly #derived = new WatchQueue();
  readonly #leaves: LeafQuestions;
  readonly #answers = new Map<object, Answers>();
  readonly #listeners = new Set<ProjectListener>();

  /** What is said by elements is read again when something that it depends on has changed. */
  readonly #queue = new WatchQueue();
  readonly #readers = new Map<LiveElement, ElementReader>();
  /** The readers of closed files, by their URIs; one that is opened while the project is put together stays here until it is edited. */
  readonly #wholeFiles = new Map<string, WholeFileReader>();
  /** Names that may mean something else since these were read. */
  readonly #renamed = new Set<string>();
  /** Whether occurrences may belong to other elements since then. */
  #isReowned = false;
  /** The elements of the file that is being taken in. */
  #filling: LiveElement[] | undefined;
  /** The files that are still to be taken in, while the project is put together. */
  #waiting: Set<ProjectFile> | undefined;
  #added: LiveElement[] = [];
  #removed: LiveElement[] = [];

  private constructor(input: ProjectInput) {
    this.#input = input;
    this.root = input.root;
    this.kind = input.kind;
    this.files = input.files;
    this.vocabulary = input.vocabulary;
    if (input.config) this.config = input.config;
    this.bibliography = input.bibliography;
    this.isFinal = input.isFinal;
    this.#isOpen = input.isOpen;
    this.#inputProblems = input.problems;
    const configs = [
      ...(input.config ? [input.config] : []),
      ...input.files.map(({ frontMatter }) => frontMatter),
    ];
    this.sources = configs.flatMap(({ sources }) => sources);
    this.#waiting = new Set(input.files);
    this.#files = new Map(input.files.map((file) => [file.uri, file]));
    this.#rank = new Map(input.files.map(({ uri }, index) => [uri, index]));
    this.#sources = firstWins(this.sources, ({ id }) => id);
    const rankOf = (uri: string): number => this.#rank.get(uri) ?? input.files.length;
    this.#ids = new IdTable(rankOf);
    this.#textUses = new TextUses(rankOf);
    this.#elements = new ElementTable(
      input.files,
      configs.flatMap(({ elements }) => elements),
      input.vocabulary,
      {
        added: (element) => this.#take(element),
        removed: (element) => this.#letGo(element),
        annotated: (element) => this.#followElement(element),
        renamed: (id) => this.#renamed.add(id),
        reowned: () => (this.#isReowned = true),
      },
    );
    const { compare } = this.#elements;
    const current = (): readonly LiveElement[] => this.#elements.current;
    this.#tables = {
      links: new LinkTable(compare),
      uses: new UseTable(compare),
      attributes: new AttributeIndex(current, compare),
    };
    const queue = input.isFinal ? undefined : this.#derived;
    this.#leaves = input.isFinal ? new FinalLeaves(this) : new LeafTable(this, this.#derived);
    this.#groups = new ElementGroups(this, current, queue, compare);
  }

  /**
   * Puts a project together.
   * @param onBegun told of it before it is complete: from then on {@link update} has to be told of edits
   */
  static async build(
    input: ProjectInput,
    { isDue, pause } = WITHOUT_PAUSE,
    onBegun?: (project: LiveProject) => void,
  ): Promise<LiveProject> {
    const project = new LiveProject(input);
    onBegun?.(project);
    for (const file of input.files) {
      project.#takeIn(file);
      if (isDue()) await pause();
    }
    project.#elements.complete();
    if (project.isFinal) {
      for (const element of project.#elements.current) {
        readOnce(element, project, project.#tables);
        if (isDue()) await pause();
      }
    }
    for (const reader of project.#wholeFiles.values()) {
      reader.read();
      if (!isDue()) continue;
      project.#tables.links.settle();
      await pause();
    }
    while (!project.#queue.flush(isDue)) {
      project.#tables.links.settle();
      await pause();
    }
    project.#waiting = undefined;
    project.#settle();
    return project;
  }

  /** The project as it would be if manuscripts of it had other texts, by their URIs; it is not kept up to date. */
  variant(texts: ReadonlyMap<string, string>): Promise<LiveProject> {
    const files = this.files.map((file): ProjectFile => {
      const text = texts.get(file.uri);
      if (text === undefined) return file;
      const read = new LoadedFile(file.uri, text, false);
      return { ...file, facts: read.factsWith(this.vocabulary), frontMatter: read.frontMatter };
    });
    return LiveProject.build({ ...this.#input, files, isFinal: true });
  }

  #takeIn(file: ProjectFile): void {
    this.#waiting?.delete(file);
    const { uri, facts } = file;
    this.#ids.add(uri, facts.currentIds);
    for (const block of facts.current.blocks) this.#textUses.add(uri, block);
    const elements: LiveElement[] = [];
    this.#filling = elements;
    this.#elements.fill(facts.currentTags);
    this.#filling = undefined;
    if (this.isFinal) return;
    const isWhole = !this.#isOpen(uri) && elements.length <= MOST_READ_TOGETHER;
    if (isWhole) this.#wholeFiles.set(uri, new WholeFileReader(elements, this, this.#tables));
    else for (const element of elements) this.#read(element);
  }

  /** Reads the elements of a file each by itself from now on: it is edited, or about to be. */
  #followFile(uri: string): void {
    for (const element of this.#wholeFiles.get(uri)?.elements ?? []) this.#followElement(element);
    this.#wholeFiles.delete(uri);
  }

  /** Reads an element by itself from now on, if that is not so already. */
  #followElement(element: LiveElement): void {
    const said = this.#wholeFiles.get(element.uri)?.release(element);
    if (said) this.#read(element, said);
  }

  /** Takes over what an edit has changed in a file of the project. */
  update(change: FactsChange): void {
    const file = this.#files.get(change.facts.uri);
    // What waits to be taken in will be read as it stands then.
    if (file?.facts !== change.facts || this.#waiting?.has(file)) return;
    const { uri } = file;
    const { addedBlocks, removedBlocks } = change.syntax;
    this.#followFile(uri);
    this.#ids.update(uri, change);
    for (const { id } of [...change.removedIds, ...change.addedIds]) this.#renamed.add(id);
    for (const block of removedBlocks) this.#textUses.delete(block);
    for (const block of addedBlocks) this.#textUses.add(uri, block);
    this.#abstracts.update(change);
    this.#generated.update(change);
    this.#leaves.update(file.facts, addedBlocks, removedBlocks);
    this.#blocks.update(file, addedBlocks, removedBlocks);
    this.#added = [];
    this.#removed = [];
    this.#elements.update(change);
    this.#settle();
    for (const element of this.#removed) this.#tables.links.drop(element);
    for (const listener of this.#listeners) {
      listener.blocksChanged(file, addedBlocks, removedBlocks);
      listener.tagsChanged(file, change.addedTags, change.removedTags);
      listener.elementsChanged(this.#added, this.#removed);
    }
    this.#removed = [];
  }

  /** Takes note that a file was opened in the editor, or closed. */
  openChanged(uri: string): void {
    const file = this.#files.get(uri);
    if (this.#isOpen(uri)) {
      this.#followFile(uri);
      this.#settle();
    }
    if (file) for (const listener of this.#listeners) listener.openChanged(file);
  }

  settle(isDue?: () => boolean): boolean {
    return this.#derived.isEmpty || this.#derived.flush(isDue);
  }

  /** Who will be told of changes asks when all is settled; anybody else may ask at any time. */
  #settleFor(): void {
    if (!isTracking()) this.settle();
  }

  listen(listener: ProjectListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops following its files; it goes on telling what it knows. */
  dispose(): void {
    for (const listener of this.#listeners) listener.closed();
    for (const reader of this.#readers.values()) reader.stop();
    for (const answers of this.#answers.values()) answers.forget();
    this.#groups.stop();
    this.#leaves.forget();
  }

  #brokenLinks(): readonly ReferenceUse[] {
    return this.remember(BROKEN_LINKS, undefined, () =>
      this.#textUses.links().flatMap(({ uri, link }) => {
        const use = linkUse(uri, link, this);
        return use.resolution ? [] : [use];
      }),
    );
  }

  get problems(): readonly (ConfigProblem | RegistryProblem)[] {
    return [...this.#inputProblems, ...this.#elements.problems];
  }

  get elements(): readonly Element[] {
    return this.#elements.elements;
  }

  get links(): readonly Link[] {
    return this.#tables.links.all();
  }

  get references(): readonly ReferenceUse[] {
    return [
      ...this.#elements.elements.flatMap((element) => this.#tables.uses.of(element)),
      ...this.files.flatMap(({ uri, facts: { document } }) => [
        ...document.links.map((link) => linkUse(uri, link, this)),
        ...document.citations.map((citation) => citationUse(uri, citation, this)),
      ]),
    ];
  }

  file(uri: string): ProjectFile | undefined {
    return this.#files.get(uri);
  }

  isOpen(uri: string): boolean {
    return this.#isOpen(uri);
  }

  elementsIn({ facts }: ProjectFile): readonly LiveElement[] {
    const elements: LiveElement[] = [];
    for (const tag of facts.currentTags) {
      const element = this.#elements.introducedBy(tag);
      if (element) elements.push(element);
    }
    return elements;
  }

  element(id: string): LiveElement | undefined {
    return this.#elements.byId(id);
  }

  elementOf(tag: Tag): LiveElement | undefined {
    return this.#elements.elementOf(tag);
  }

  elementsOfKind(kind: Kind): readonly Element[] {
    return this.#elements.ofKind(kind);
  }

  source(id: string): Source | undefined {
    return this.#sources.get(id);
  }

  linksFrom(element: Element, kind?: LinkKind): readonly Link[] {
    return this.#tables.links.from({ type: 'element', element }, kind);
  }

  linksTo(element: Element, kind?: LinkKind): readonly Link[] {
    return this.#tables.links.to({ type: 'element', element }, kind);
  }

  linksOf(node: Node): readonly Link[] {
    return [...this.#tables.links.from(node), ...this.#tables.links.to(node)];
  }

  linksOfKind(kind: LinkKind, from: Kind): readonly Link[] {
    return this.#tables.links.ofKind(kind, from);
  }

  elementsWith(attribute: string, text?: string): readonly Element[] {
    return this.#tables.attributes.get(attribute, text);
  }

  elementWithKey(key: string): Element | undefined {
    return this.#byKey.get(key);
  }

  tagsWithId(id: string): readonly Tag[] {
    return this.#elements.tagsWithId(id);
  }

  innerTags(tag: Tag): readonly Tag[] {
    return tag.inner;
  }

  knownIds(id: string): readonly { readonly known: KnownId; readonly uri: string }[] {
    return this.#ids.get(id);
  }

  allIds(): Iterable<string> {
    return new Set([...this.#elements.ids(), ...this.#ids.all()]);
  }

  idsNear(name: string, limit?: number): readonly string[] {
    if (!this.#names) {
      this.#names = new NearNames();
      for (const { id } of this.#byKey.values()) if (id !== undefined) this.#names.add(id);
    }
    return this.#names.nearest(name, limit);
  }

  referencesTo(element: Element): readonly ReferenceUse[] {
    const ids = new Set(
      [element, ...element.occurrences].flatMap((named) => {
        const id = typeof named.id === 'object' ? named.id.value : named.id;
        return id !== undefined && this.element(id) === element ? [id] : [];
      }),
    );
    const inText = [...ids].flatMap((id) => this.#textUses.naming(id));
    return [
      ...this.#tables.uses.to(element),
      ...inText.flatMap(({ uri, link, citation }) => {
        if (link) return linkUse(uri, link, this);
        return citation ? citationUse(uri, citation, this) : [];
      }),
    ];
  }

  referencesFrom(element: Element): readonly ReferenceUse[] {
    return this.#tables.uses.of(element);
  }

  brokenReferences(attribute: string): readonly ReferenceUse[] {
    return attribute === '' ? this.#brokenLinks() : this.#tables.uses.broken(attribute);
  }

  isMisspelt(attribute: string, id: string): boolean {
    return this.#tables.uses.isMisspelt(attribute, id);
  }

  isCited(key: string): boolean {
    return this.#textUses.isCited(key);
  }

  firstInAttributes(key: string): ReferenceUse | undefined {
    return this.#tables.uses.firstOfWork(key);
  }

  isQuoted(name: string): boolean {
    return this.files.some(({ facts }) =>
      ['"', "'"].some((quote) => facts.document.text.includes(quote + name + quote)),
    );
  }

  elementsAlike(grouping: Grouping, key: string): readonly Element[] {
    this.#settleFor();
    return this.#groups.get(grouping, key);
  }

  groupOf(grouping: Grouping, element: Element): string | undefined {
    this.#settleFor();
    return this.#groups.keyOf(grouping, element);
  }

  isInBlocks(question: BlockQuestion, key: string): boolean {
    return this.#blocks.holds(question, key);
  }

  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf> {
    this.#settleFor();
    return this.#leaves.leavesWith(question, key);
  }

  citationsInSentence({ uri, range }: Place): readonly Citation[] {
    const facts = this.#files.get(uri)?.facts;
    return facts ? citationsIn(facts.around(range), range, facts.noteOf) : [];
  }

  inAbstract({ uri, range }: Place): boolean {
    const facts = this.#files.get(uri)?.facts;
    return facts !== undefined && this.#abstracts.holds(facts, range);
  }

  inGeneratedTable({ uri, range }: Place): boolean {
    const facts = this.#files.get(uri)?.facts;
    return facts !== undefined && this.#generated.holds(facts, range);
  }

  passage({ uri, range }: Place): Passage {
    const facts = this.#files.get(uri)?.facts;
    return facts ? passageOf(facts.around(range), range) : NO_PASSAGE;
  }

  external<T>(uri: string, reader: FileReader<T>): Reading<T> {
    return this.#input.external.reading(normalizeUri(uri), reader);
  }

  remember<T>(question: object, key: unknown, find: () => T): T {
    this.#settleFor();
    let answers = this.#answers.get(question);
    if (!answers) {
      answers = this.isFinal
        ? new FinalAnswers(() => this.#input.external.pendingAnswers)
        : new LiveAnswers(this.#derived);
      this.#answers.set(question, answers);
    }
    return answers.get(key, find) as T;
  }

  #take(element: LiveElement): void {
    this.#byKey.set(element.key, element);
    if (element.id !== undefined) this.#names?.add(element.id);
    if (this.isFinal) return;
    this.#added.push(element);
    this.#groups.add(element);
    if (this.#filling) this.#filling.push(element);
    else this.#read(element);
  }

  #read(element: LiveElement, statements?: readonly Statement[]): void {
    const reader = new ElementReader(element, this, this.#queue, this.#tables, statements);
    this.#readers.set(element, reader);
  }

  #letGo(element: LiveElement): void {
    this.#removed.push(element);
    // An entry of the registry that is read anew has taken the key already.
    if (this.#byKey.get(element.key) === element) this.#byKey.delete(element.key);
    if (element.id !== undefined) this.#names?.delete(element.id);
    this.#groups.delete(element);
    // Whatever changes in a file that is read as a whole, its elements are followed one by one before that.
    this.#readers.get(element)?.retract();
    this.#readers.delete(element);
  }

  #settle(): void {
    // While it is put together, what is said is read in slices.
    if (!this.#waiting) {
      for (const reader of this.#wholeFiles.values()) {
        if (reader.isOutdated(this.#renamed, this.#isReowned)) reader.read();
      }
      this.#renamed.clear();
      this.#isReowned = false;
      this.#queue.flush();
    }
    this.#tables.links.settle();
  }
}

function firstWins<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}

/** Up to so many elements of a file are read together. */
const MOST_READ_TOGETHER = 200;

const BROKEN_LINKS = {};
