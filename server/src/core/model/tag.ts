import { isTracking, trackChange, type Change, type Whole } from '../reactive';
import {
  contentText,
  type Attributed,
  type AttributeToken,
  type ClassToken,
  type IdToken,
  type SyntaxDocument,
} from '../syntax';
import type { TextRange } from '../text/range';
import { readAttribute, readTagAttribute, type Attribute } from './attribute';
import { attributeName, type ClassMeaning, type Kind, type Vocabulary } from './vocabulary';

/**
 * A carrier that bears a kind of the vocabulary: one occurrence of an element in the prose. It stays the same object as
 * long as its markup stays the same; its places move with the text.
 */
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
  readonly parent?: Tag | undefined;
  /** The tags of which this one is the parent, in the order of the file. */
  readonly inner: readonly Tag[];
  /** The tagged text as its reader sees it, white space folded. */
  readonly text: string;
  /**
   * The document, for who looks at no more than the block in which the tag stands, and the tag itself: who asks is told
   * when that was scanned again.
   */
  readonly document: SyntaxDocument;
  /** The text up to {@link BEGINNING} units: enough to name it, however long it is. */
  readonly beginning: string;
}

/** How much of a text is its beginning, in UTF-16 units. */
export const BEGINNING = 400;

/** The file of a tag. */
export interface Home extends Whole {
  readonly uri: string;
  /** The document as it stands, without taking note of who asks. */
  readonly current: SyntaxDocument;
}

/** A tag of a file that may be edited. */
export class LiveTag implements Tag {
  readonly home: Home;
  readonly kind: Kind;
  readonly classToken: ClassToken;
  readonly furtherKinds: readonly ClassToken[];
  readonly id?: IdToken;
  readonly attributes: readonly Attribute[];
  readonly foreign: readonly AttributeToken[];
  readonly source: Attributed;
  /** Set when the file is nested. */
  extent: TextRange;
  #children: Set<LiveTag> | undefined;
  #inner: readonly LiveTag[] | undefined;
  #innerChange: Change | undefined;
  #parent: LiveTag | undefined;
  #parentChange: Change | undefined;
  #touched: Change | undefined;
  #textChange: Change | undefined;
  #text: string | undefined;
  #beginning: string | undefined;

  private constructor(
    home: Home,
    source: Attributed,
    { token, meaning }: KindClass,
    vocabulary: Vocabulary,
  ) {
    this.home = home;
    this.kind = meaning.kind;
    this.classToken = token;
    this.furtherKinds = furtherKinds(source, meaning.kind, vocabulary);
    if (source.id) this.id = source.id;
    const definitions = vocabulary.kinds[meaning.kind].attributes;
    const foreign = source.attributes.filter(({ key }) => !definitions[attributeName(key)]);
    this.foreign = foreign.length > 0 ? foreign : NONE;
    this.attributes = readAttributes(home.uri, source, { token, meaning }, vocabulary);
    this.source = source;
    this.extent = source.range;
  }

  /** Reads an element of the syntax as a tag; nothing where no class of it is of the vocabulary. */
  static read(home: Home, source: Attributed, vocabulary: Vocabulary): LiveTag | undefined {
    for (const token of source.classes) {
      const meaning = vocabulary.classes.get(token.name);
      if (meaning) return new LiveTag(home, source, { token, meaning }, vocabulary);
    }
    return undefined;
  }

  get uri(): string {
    return this.home.uri;
  }

  get parent(): LiveTag | undefined {
    this.#parentChange = this.#track(this.#parentChange);
    return this.#parent;
  }

  set parent(parent: LiveTag | undefined) {
    const before = this.#parent;
    if (before === parent) return;
    this.#parent = parent;
    this.#parentChange?.announce();
    if (before) before.#release(this);
    if (parent) parent.#take(this);
  }

  get inner(): readonly LiveTag[] {
    this.#innerChange = this.#track(this.#innerChange);
    return (this.#inner ??= this.#children ? [...this.#children].sort(byStart) : NONE);
  }

  /** The parent, without taking note of who asks. */
  get currentParent(): LiveTag | undefined {
    return this.#parent;
  }

  get text(): string {
    this.#textChange = this.#track(this.#textChange);
    return (this.#text ??= this.#read());
  }

  #read(): string {
    return contentText(this.home.current, this.source);
  }

  get document(): SyntaxDocument {
    this.#touched = this.#track(this.#touched);
    return this.home.current;
  }

  get beginning(): string {
    this.#textChange = this.#track(this.#textChange);
    return (this.#beginning ??= this.#readBeginning());
  }

  #readBeginning(): string {
    const text = this.#text ?? contentText(this.home.current, this.source, BEGINNING);
    return text.slice(0, BEGINNING);
  }

  /** Only an edit of the file changes a tag. */
  #track(change: Change | undefined): Change | undefined {
    return isTracking(this.home) ? trackChange(change) : change;
  }

  #take(child: LiveTag): void {
    (this.#children ??= new Set()).add(child);
    this.#inner = undefined;
    this.#innerChange?.announce();
  }

  #release(child: LiveTag): void {
    this.#children?.delete(child);
    this.#inner = undefined;
    this.#innerChange?.announce();
  }

  /** Says that the text that is tagged, or around it in its block, may be another one. */
  touch(): void {
    this.#touched?.announce();
    const [text, beginning] = [this.#text, this.#beginning];
    this.#text = undefined;
    this.#beginning = undefined;
    if (this.#textChange?.isRead !== true) return;
    if (text !== undefined) this.#text = this.#read();
    if (beginning !== undefined) this.#beginning = this.#readBeginning();
    if (this.#text !== text || this.#beginning !== beginning) this.#textChange.announce();
  }
}

function byStart(a: Tag, b: Tag): number {
  return a.source.range.start - b.source.range.start;
}

const NONE: readonly never[] = [];

interface KindClass {
  readonly token: ClassToken;
  readonly meaning: ClassMeaning;
}

function furtherKinds(
  { classes }: Attributed,
  kind: Kind,
  vocabulary: Vocabulary,
): readonly ClassToken[] {
  if (classes.length < 2) return NONE;
  return classes.filter(({ name }) => {
    const meaning = vocabulary.classes.get(name);
    return meaning !== undefined && meaning.kind !== kind;
  });
}

function readAttributes(
  uri: string,
  source: Attributed,
  { token, meaning }: KindClass,
  vocabulary: Vocabulary,
): readonly Attribute[] {
  const definitions = vocabulary.kinds[meaning.kind].attributes;
  const attributes: Attribute[] = [];
  for (const written of source.attributes) {
    const definition = definitions[attributeName(written.key)];
    if (!definition) continue;
    attributes.push(readTagAttribute(definition, uri, written));
  }
  for (const name of Object.keys(meaning.defaults)) {
    const definition = definitions[name];
    if (!definition || attributes.some((attribute) => attribute.name === name)) continue;
    attributes.push(
      readAttribute(definition, {
        text: meaning.defaults[name] ?? '',
        place: { uri, range: token.range },
        keyRange: token.range,
        range: token.range,
        origin: 'class',
      }),
    );
  }
  return attributes.length > 0 ? attributes.slice() : NONE;
}

/** As deep no author nests tags: deeper ones count as if they stood beside one another. */
const DEEPEST = 64;

/** Tells each of a file's tags, given in their order, which one covers it. `around` covers the first ones. */
export function nestTags(tags: Iterable<LiveTag>, around: readonly LiveTag[] = []): void {
  const open = [...around];
  for (const tag of tags) {
    while (open.length > 0 && (open[open.length - 1]?.extent.end ?? 0) < tag.extent.end) open.pop();
    tag.parent = open[Math.min(open.length, DEEPEST) - 1];
    open.push(tag);
  }
}
