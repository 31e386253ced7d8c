import type {
  Config,
  ConfigProblem,
  FrontMatterConfig,
  PathEntry,
  RuleSetting,
  Source,
  Stage,
} from '../config';
import type {
  Attribute,
  Kind,
  KnownId,
  LiveFacts,
  LinkKind,
  Place,
  Reference,
  Tag,
  Vocabulary,
} from '../model';
import type { Citation, SyntaxBlock } from '../syntax';
import type { Element } from './element';
import type { FileReader, Reading } from './externalFiles';
import type { PlacedLeaf, Search } from './leafIndex';
import type { Link, Node } from './link';
import type { Passage } from './passage';

/** One file of a project. */
export interface ProjectFile {
  readonly uri: string;
  /** How messages and reports name it: relative to the root, with `/`. */
  readonly path: string;
  readonly facts: LiveFacts;
  readonly frontMatter: FrontMatterConfig;
  /** Whether it takes part; in a file that does not, nothing is reported. */
  readonly participates: boolean;
  readonly stage?: Stage;
  /** Later settings win. */
  readonly rules: readonly RuleSetting[];
  /** Lua filters of the front matter or of `_quarto.yml`. */
  readonly filters: readonly string[];
}

/** What a reference names. */
export type Resolution =
  | { readonly type: 'element'; readonly element: Element }
  | { readonly type: 'source'; readonly source: Source }
  | { readonly type: 'citation'; readonly key: string }
  | { readonly type: 'id'; readonly known: KnownId; readonly uri: string };

/** A place that names something: a word in an attribute, a link, a citation. */
export interface ReferenceUse {
  readonly place: Place;
  readonly target: string;
  readonly by: 'attribute' | 'link' | 'citation';
  /** For `attribute`: who says it, and how. */
  readonly owner?: Element;
  readonly attribute?: Attribute;
  readonly reference?: Reference;
  /** Undefined where nothing has that name. */
  readonly resolution?: Resolution;
}

/** An entry of `elements:` that names nothing, or whose words stand nowhere. */
export interface RegistryProblem {
  readonly rule:
    | 'unknown-id'
    | 'unknown-kind'
    | 'unknown-attribute'
    | 'conflicting-attribute'
    | 'invalid-project';
  readonly message: string;
  readonly place: Place;
  /** What to write instead of the text at `place`, if anything is near. */
  readonly suggestion?: string;
}

/** What elements of a kind may have in common. */
export interface Grouping {
  readonly kind: Kind;
  /** The same for elements of one group; undefined for one that is of none. */
  keyOf(element: Element, project: Project): string | undefined;
}

/** Something that blocks of a file may hold, under a key. */
export interface BlockQuestion {
  /** The keys of what a block holds; it looks at the block and at what is around it only. */
  keysIn(block: SyntaxBlock, file: ProjectFile, project: Project): readonly string[];
}

/** A question to the text of a manuscript: the same object each time. */
export interface TextQuestion<T extends Search = Search> {
  /** What is looked for, as far as the elements of a project say; undefined where there is nothing to look for. */
  searchOf(project: Project): T | undefined;
}

/** Told what comes and goes in a project, after it is up to date. */
export interface ProjectListener {
  elementsChanged(added: readonly Element[], removed: readonly Element[]): void;
  tagsChanged(file: ProjectFile, added: readonly Tag[], removed: readonly Tag[]): void;
  blocksChanged(
    file: ProjectFile,
    added: readonly SyntaxBlock[],
    removed: readonly SyntaxBlock[],
  ): void;
  /** A file was opened in the editor, or closed. */
  openChanged(file: ProjectFile): void;
  /** The project is not kept up to date any more. */
  closed(): void;
}

/**
 * A manuscript with everything that is known of it, kept up to date while it is edited.
 * Elements, tags and files are in the order of the manuscript.
 */
export interface Project {
  /** The folder of `warrant.yaml` or `_quarto.yml`, or the file itself. */
  readonly root: string;
  readonly kind: 'warrant' | 'quarto' | 'file';
  readonly files: readonly ProjectFile[];
  readonly vocabulary: Vocabulary;
  /** `warrant.yaml`, where there is one. */
  readonly config?: Config;
  readonly sources: readonly Source[];
  readonly bibliography: readonly PathEntry[];
  /**
   * Faults of the configuration, of front matter, of `elements:` and of files that could not be read.
   * Each is reported under the rule that it names.
   */
  readonly problems: readonly (ConfigProblem | RegistryProblem)[];
  readonly elements: readonly Element[];
  readonly links: readonly Link[];
  readonly references: readonly ReferenceUse[];

  /** The file with a URI. */
  file(uri: string): ProjectFile | undefined;
  /** Whether a file is open in the editor; who asks is not told when it is not any more. */
  isOpen(uri: string): boolean;
  /** The elements that the tags of a file introduce, in their order; who asks is not told of others. */
  elementsIn(file: ProjectFile): readonly Element[];
  /** The element with an id; the first one, where an id is doubled. */
  element(id: string): Element | undefined;
  /** The element that a tag is an occurrence of. */
  elementOf(tag: Tag): Element | undefined;
  source(id: string): Source | undefined;
  /** Links that start at an element, of one kind or of all. */
  linksFrom(element: Element, kind?: LinkKind): readonly Link[];
  /** Links that end at an element, of one kind or of all. */
  linksTo(element: Element, kind?: LinkKind): readonly Link[];
  /** Links that start or end at a work or a source. */
  linksOf(node: Node): readonly Link[];
  /** The links of one kind that start at elements of a kind, in the order in which they are declared. */
  linksOfKind(kind: LinkKind, from: Kind): readonly Link[];
  /** The elements of a kind, in the manuscript's order. */
  elementsOfKind(kind: Kind): readonly Element[];
  /** The elements that have an attribute, in the manuscript's order; with a text, those that have it with just that. */
  elementsWith(attribute: string, text?: string): readonly Element[];
  /** The group of an element of the kind that a grouping is about. */
  groupOf(grouping: Grouping, element: Element): string | undefined;
  /** The elements of a group, in the manuscript's order. */
  elementsAlike(grouping: Grouping, key: string): readonly Element[];
  /** Whether some block of a file that takes part holds what a question asks for under a key. */
  isInBlocks(question: BlockQuestion, key: string): boolean;
  /** The element with a key. */
  elementWithKey(key: string): Element | undefined;
  /** The tags with an id in files that take part, in the manuscript's order. */
  tagsWithId(id: string): readonly Tag[];
  /** The tags whose innermost tag around them is this one, in the manuscript's order. */
  innerTags(tag: Tag): readonly Tag[];
  /** The identifiers with a name: elements', headings', labels'. */
  knownIds(id: string): readonly { readonly known: KnownId; readonly uri: string }[];
  /** Every identifier that a reference may name. */
  allIds(): Iterable<string>;
  /** The ids of elements that are nearest to a misspelt one, nearest first; see `nearest` for the limit. */
  idsNear(name: string, limit?: number): readonly string[];
  /** The references that name an element, wherever they are written. */
  referencesTo(element: Element): readonly ReferenceUse[];
  /** The references that the attributes of an element hold, those of its occurrences and their `ref` included. */
  referencesFrom(element: Element): readonly ReferenceUse[];
  /** The references in attributes of one name that lead nowhere, in the manuscript's order; for an empty name, the links. */
  brokenReferences(attribute: string): readonly ReferenceUse[];
  /** Whether a reference in attributes of one name that leads nowhere seems to mean an id. */
  isMisspelt(attribute: string, id: string): boolean;
  /** Whether the text of a manuscript, or its `nocite`, cites a work; `*` stands for all works. */
  isCited(key: string): boolean;
  /** The first place where an attribute names a work. */
  firstInAttributes(key: string): ReferenceUse | undefined;
  /** Whether the text of a file has a name between straight quotes, as an anchor in raw HTML has it. */
  isQuoted(name: string): boolean;
  /** The citations of a file that stand in the sentence of a range, or directly after it. */
  citationsInSentence(place: Place): readonly Citation[];
  /** The blocks of text in which what a question asks for under a key may stand, in no order; see `Search`. */
  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf>;
  /** Whether a range stands in the abstract. */
  inAbstract(place: Place): boolean;
  /** Whether a range stands in a table that was made from the tags, which repeats what the manuscript says. */
  inGeneratedTable(place: Place): boolean;
  /** The text of a range and around it. */
  passage(place: Place): Passage;
  /**
   * What a reader makes of a file outside the manuscript, which is read when somebody first asks for it. Who asks while
   * something is derived is asked again when that changes; while the file is read again, the old reading stands.
   * @param reader the same object each time
   */
  external<T>(uri: string, reader: FileReader<T>): Reading<T>;
  /**
   * What was found out about a key before, else what `find` finds out now; kept until what it has read changes.
   * @param question what is asked about the key: the same object each time
   */
  remember<T>(question: object, key: unknown, find: () => T): T;
  /**
   * Brings up to date what has been derived of it; who is told of changes asks it to before he asks anything else. Who is
   * not need not.
   * @param isDue when to stop
   * @returns whether all is up to date
   */
  settle(isDue?: () => boolean): boolean;
  /** Asks to be told what comes and goes, until the function that is given back is called. */
  listen(listener: ProjectListener): () => void;
}
