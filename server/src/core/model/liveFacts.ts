import { Change, isTracking, KeyedSignals, Signal } from '../reactive';
import type {
  Attributed,
  DocumentChange,
  Heading,
  Label,
  SyntaxBlock,
  SyntaxDocument,
} from '../syntax';
import type { LineIndex } from '../text/lineIndex';
import { containsRange, touches, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import type { FileFacts, KnownId } from './facts';
import { idOfElement, idOfLabel } from './knownIds';
import { LiveTag, nestTags, type Home } from './tag';
import type { Vocabulary } from './vocabulary';

/** What an edit has changed in the facts of a file. */
export interface FactsChange {
  readonly facts: LiveFacts;
  readonly removedTags: readonly LiveTag[];
  /** In the order of the file. */
  readonly addedTags: readonly LiveTag[];
  readonly removedIds: readonly KnownId[];
  readonly addedIds: readonly KnownId[];
  /** Whether a heading, its text or its section may be another one. */
  readonly headingsChanged: boolean;
  readonly syntax: DocumentChange;
}

/** The facts of a file that may be edited. What has not changed stays the same object. */
export class LiveFacts implements FileFacts, Home {
  /** What is said elsewhere about the elements of the file. */
  readonly parts = new Change();
  readonly uri: string;
  readonly #vocabulary: Vocabulary;
  #document: SyntaxDocument;
  /** No signal, which would keep the document before, and with it all blocks that it had, until it is read again. */
  readonly #documentChange = new Change();
  #tags: LiveTag[] = [];
  readonly #tagsChange = new Change();
  readonly #tagOf = new Map<Attributed, LiveTag>();
  readonly #idOf = new Map<Attributed | Label, KnownId>();
  readonly #idsChange = new Change();
  /** For blocks that were asked about: told when they are scanned again. Of most files nobody asks. */
  #rescans: WeakMap<SyntaxBlock, Change> | undefined;
  #labels: WeakMap<SyntaxBlock, string> | undefined;
  readonly #noteBlocks = new Map<string, Set<SyntaxBlock>>();
  readonly #notes = new KeyedSignals<string, SyntaxBlock | undefined>((label) => {
    const blocks = [...(this.#noteBlocks.get(label) ?? [])];
    return blocks.sort((a, b) => b.start - a.start)[0];
  });
  #divs: readonly Attributed[] | undefined;
  readonly #divsChange = new Change();
  readonly #headingsChange = new Change();
  /** The tags with something that is not to be published, in the order of the file. */
  #privateTags: readonly LiveTag[] = [];
  readonly #privateChange = new Change();
  #plainlyOurs = 0;
  readonly #tagged: Signal<boolean>;

  constructor(uri: string, document: SyntaxDocument, vocabulary: Vocabulary) {
    this.uri = uri;
    this.#vocabulary = vocabulary;
    this.#document = document;
    for (const source of document.elements) this.#addElement(source, this.#tags);
    for (const label of document.labels) this.#idOf.set(label, idOfLabel(label));
    for (const block of document.blocks) this.#addNote(block);
    this.#privateTags = this.#tags.filter(isPrivate);
    this.#nestAll();
    this.#tagged = new Signal(this.#plainlyOurs > 0);
  }

  get document(): SyntaxDocument {
    this.#documentChange.track();
    return this.#document;
  }

  /** The document as it stands, without taking note of who asks. */
  get current(): SyntaxDocument {
    return this.#document;
  }

  /** The document, for who looks at a range and at the blocks around it only, and need not hear of edits elsewhere. */
  around(range: TextRange): SyntaxDocument {
    const document = this.current;
    if (!isTracking(this)) return document;
    // The block behind as well: what stands there may be asked about, and may come to belong to this one.
    const rescans = (this.#rescans ??= new WeakMap<SyntaxBlock, Change>());
    for (const block of document.blocksAround(range)) {
      let rescan = rescans.get(block);
      if (!rescan) rescans.set(block, (rescan = new Change()));
      rescan.track();
    }
    return document;
  }

  /** The divs, in the order of the file. Who asks is told when a fence, a div or what it holds has changed. */
  get divs(): readonly Attributed[] {
    this.#divsChange.track();
    return (this.#divs ??= this.current.elements.filter(({ carrier }) => carrier === 'div'));
  }

  /** The tags with attributes that are not to be published, in the order of the file. */
  get privateTags(): readonly LiveTag[] {
    this.#privateChange.track();
    return this.#privateTags;
  }

  /** The headings, in order. Who asks is told when one of them, its text or its section is another. */
  get headings(): readonly Heading[] {
    this.#headingsChange.track();
    return this.current.headings;
  }

  /** The tags whose text, marks or attributes hold a range, innermost first. Who asks is told when they are others. */
  *tagsAround(range: TextRange): Iterable<LiveTag> {
    if (isTracking(this)) {
      this.around(range);
      this.#divsChange.track();
    }
    // Whatever holds the range holds the last tag that begins before it, too.
    let tag = this.#tags[firstFrom(this.#tags, range.start + 1, startOf) - 1];
    for (; tag; tag = tag.currentParent) {
      if (containsRange(tag.source.range, range)) yield tag;
    }
  }

  /** The tags whose text, marks or attributes hold an offset or end at it, innermost first. */
  tagsAt(offset: number): LiveTag[] {
    const found = new Set<LiveTag>();
    // What ends there stands beside what begins there.
    for (const at of [offset, offset - 1]) {
      for (const tag of this.tagsAround({ start: at, end: at })) {
        if (touches(tag.source.range, offset)) found.add(tag);
      }
    }
    return [...found].sort((a, b) => startOf(b) - startOf(a));
  }

  /** The block of a footnote, by its label (Pandoc manual, `footnotes`); the last one, where there are several. */
  readonly noteOf = (label: string): SyntaxBlock | undefined => this.#notes.get(label);

  /** A range that moves with the text; one that does so already is given back as it is. */
  anchored(range: TextRange): TextRange {
    if (Object.getPrototypeOf(range) !== Object.prototype) return range;
    const block = this.current.blockAt(range.start);
    return new BlockRange(block, range.start - block.start, range.end - block.start);
  }

  get lines(): LineIndex {
    return this.document.lines;
  }

  get tags(): readonly LiveTag[] {
    this.#tagsChange.track();
    return this.#tags;
  }

  get ids(): readonly KnownId[] {
    this.#idsChange.track();
    return [...this.#idOf.values()].sort((a, b) => a.range.start - b.range.start);
  }

  /** The tags as they stand, without taking note of who asks. */
  get currentTags(): readonly LiveTag[] {
    return this.#tags;
  }

  /** The identifiers as they stand, without taking note of who asks. */
  get currentIds(): Iterable<KnownId> {
    return this.#idOf.values();
  }

  get tagged(): boolean {
    return this.#tagged.value;
  }

  /** The tag that an element of the syntax is, if any. */
  tagOf(source: Attributed): LiveTag | undefined {
    return this.#tagOf.get(source);
  }

  /** Takes over a document that was edited. */
  update(document: SyntaxDocument, syntax: DocumentChange): FactsChange {
    this.#document = document;
    this.#documentChange.announce();
    for (const block of syntax.removedBlocks) this.#rescans?.get(block)?.announce();
    if (syntax.divsChanged || hasDiv(syntax.removedElements) || hasDiv(syntax.addedElements)) {
      this.#divs = undefined;
      this.#divsChange.announce();
    }
    const headingsChanged = syntax.structureChanged || hasHeading(syntax);
    if (headingsChanged) this.#headingsChange.announce();
    const removedTags: LiveTag[] = [];
    const addedTags: LiveTag[] = [];
    const removedIds: KnownId[] = [];
    const addedIds: KnownId[] = [];
    for (const block of syntax.removedBlocks) this.#removeNote(block);
    for (const block of syntax.addedBlocks) this.#addNote(block);
    for (const source of syntax.removedElements) {
      this.#dropId(source, removedIds);
      const tag = this.#tagOf.get(source);
      if (!tag) continue;
      this.#tagOf.delete(source);
      if (isPlainlyOurs(tag)) this.#plainlyOurs--;
      tag.parent = undefined;
      removedTags.push(tag);
    }
    for (const { labels } of syntax.removedBlocks) {
      for (const label of labels) this.#dropId(label, removedIds);
    }
    for (const source of syntax.addedElements) {
      this.#addElement(source, addedTags, addedIds);
    }
    for (const { labels } of syntax.addedBlocks) {
      for (const label of labels) this.#keepId(label, idOfLabel(label), addedIds);
    }
    if (syntax.structureChanged) this.#renameHeadings(document, removedIds, addedIds);
    for (const source of syntax.touchedElements) this.#tagOf.get(source)?.touch();
    this.#replaceTags(removedTags, addedTags, syntax);
    if (removedIds.length + addedIds.length > 0) this.#idsChange.announce();
    this.#tagged.value = this.#plainlyOurs > 0;
    const ids = { removedIds, addedIds };
    return { facts: this, removedTags, addedTags, ...ids, headingsChanged, syntax };
  }

  #addElement(source: Attributed, tags: LiveTag[], ids?: KnownId[]): void {
    this.#keepId(source, idOfElement(source), ids);
    const tag = LiveTag.read(this, source, this.#vocabulary);
    if (!tag) return;
    this.#tagOf.set(source, tag);
    if (isPlainlyOurs(tag)) this.#plainlyOurs++;
    tags.push(tag);
  }

  #addNote(block: SyntaxBlock): void {
    const label = labelOf(block);
    if (label === undefined) return;
    (this.#labels ??= new WeakMap()).set(block, label);
    const blocks = this.#noteBlocks.get(label);
    if (blocks) blocks.add(block);
    else this.#noteBlocks.set(label, new Set([block]));
    this.#notes.refresh(label);
  }

  #removeNote(block: SyntaxBlock): void {
    const label = this.#labels?.get(block);
    if (label === undefined) return;
    this.#noteBlocks.get(label)?.delete(block);
    this.#notes.refresh(label);
  }

  #keepId(owner: Attributed | Label, id: KnownId | undefined, added?: KnownId[]): void {
    if (!id) return;
    this.#idOf.set(owner, id);
    added?.push(id);
  }

  #dropId(owner: Attributed | Label, removed: KnownId[]): void {
    const id = this.#idOf.get(owner);
    if (!id) return;
    this.#idOf.delete(owner);
    removed.push(id);
  }

  /** Automatic identifiers depend on all headings before. */
  #renameHeadings(document: SyntaxDocument, removed: KnownId[], added: KnownId[]): void {
    for (const { element } of document.headings) {
      const before = this.#idOf.get(element);
      const after = idOfElement(element);
      if (before?.id === after?.id) continue;
      this.#dropId(element, removed);
      this.#keepId(element, after, added);
    }
  }

  #replaceTags(
    removed: readonly LiveTag[],
    added: readonly LiveTag[],
    { structureChanged, addedBlocks, addedElements }: DocumentChange,
  ): void {
    const isChanged = removed.length + added.length > 0;
    if (isChanged) {
      const tags = without(this.#tags, removed);
      for (const tag of added) {
        tags.splice(firstFrom(tags, tag.source.range.start, startOf), 0, tag);
      }
      this.#tags = tags;
      this.#tagsChange.announce();
    }
    this.#replacePrivateTags(removed, added);
    if (structureChanged) this.#nestAll();
    // Also where all tags go on: they may hold others now.
    else this.#nestIn([...addedBlocks, ...this.#coveredBy(addedElements)]);
  }

  /** What headings and divs cover that took the place of others, with other marks. */
  #coveredBy(elements: readonly Attributed[]): TextRange[] {
    const { headings } = this.current;
    return elements.flatMap((element) => {
      if (element.carrier === 'div') return [element.range];
      if (element.carrier !== 'heading') return [];
      const first = firstFrom(headings, element.range.start, ({ range }) => range.start);
      const sectionRange = headings[first]?.sectionRange;
      if (headings[first]?.element !== element || !sectionRange) return [];
      const tag = this.#tagOf.get(element);
      if (tag) tag.extent = sectionRange;
      return [sectionRange];
    });
  }

  #replacePrivateTags(removed: readonly LiveTag[], added: readonly LiveTag[]): void {
    const came = added.filter(isPrivate);
    const gone = new Set(removed.filter(isPrivate));
    if (came.length + gone.size === 0) return;
    const left = this.#privateTags.filter((tag) => !gone.has(tag));
    this.#privateTags = [...left, ...came].sort((a, b) => startOf(a) - startOf(b));
    this.#privateChange.announce();
  }

  /** Nests what stands in some ranges; nothing that begins in them covers anything else. */
  #nestIn(ranges: readonly TextRange[]): void {
    let nested = -1;
    for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (end <= nested) continue;
      nested = end;
      const first = firstFrom(this.#tags, start, startOf);
      const around: LiveTag[] = [];
      for (let tag = this.#tags[first - 1]; tag; tag = tag.currentParent) {
        if (tag.extent.end > start) around.unshift(tag);
      }
      nestTags(this.#tags.slice(first, firstFrom(this.#tags, end, startOf)), around);
    }
  }

  #nestAll(): void {
    for (const { element, sectionRange } of this.current.headings) {
      const tag = this.#tagOf.get(element);
      if (tag) tag.extent = sectionRange;
    }
    nestTags(this.#tags);
  }
}

function hasHeading({ removedBlocks, addedBlocks }: DocumentChange): boolean {
  return [...removedBlocks, ...addedBlocks].some(({ elements }) =>
    elements.some(({ carrier }) => carrier === 'heading'),
  );
}

function hasDiv(elements: readonly Attributed[]): boolean {
  return elements.some(({ carrier }) => carrier === 'div');
}

/** The label of the footnote that a block is. */
function labelOf({ text }: SyntaxBlock): string | undefined {
  if (!text.startsWith('[') && !text.startsWith(' ')) return undefined;
  return /^ {0,3}\[\^([^\]\s]{1,80})\]:/.exec(text.slice(0, 90))?.[1];
}

/** A range that moves with the block in which it begins. */
class BlockRange implements TextRange {
  readonly #block: SyntaxBlock;
  readonly #from: number;
  readonly #to: number;

  constructor(block: SyntaxBlock, from: number, to: number) {
    this.#block = block;
    this.#from = from;
    this.#to = to;
  }

  get start(): number {
    return this.#block.start + this.#from;
  }

  get end(): number {
    return this.#block.start + this.#to;
  }
}

/** So few that each is sought by itself. */
const FEW = 8;

function without(tags: readonly LiveTag[], removed: readonly LiveTag[]): LiveTag[] {
  if (removed.length > FEW) {
    const gone = new Set(removed);
    return tags.filter((tag) => !gone.has(tag));
  }
  const left = tags.slice();
  for (const tag of removed) {
    const index = left.indexOf(tag);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

function isPrivate({ attributes }: LiveTag): boolean {
  return attributes.some(({ definition, origin }) => definition.private && origin === 'tag');
}

function startOf({ source }: LiveTag): number {
  return source.range.start;
}

/**
 * Whether a tag alone shows that its file was tagged for Warrant. Bare spans of class `step` or `phase` also style the
 * parts of diagrams and numbers of instructions, so that a step needs an id or an attribute.
 */
function isPlainlyOurs({ kind, id, source, attributes }: LiveTag): boolean {
  if (attributes.some(({ origin }) => origin === 'tag')) return true;
  return source.carrier === 'span' && (kind !== 'step' || id !== undefined);
}
