import { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import { DocumentState } from './documentState';
import type {
  DocumentChange,
  FrontMatter,
  Heading,
  Leaf,
  SyntaxBlock,
  SyntaxDocument,
  SyntaxFacts,
} from './types';

/** A document that is edited: an edit scans only the blocks again that it may concern. */
export class LiveDocument {
  readonly #state: DocumentState;
  #document: LiveSyntax;

  /** `text` has no byte order mark. */
  constructor(text: string) {
    this.#state = new DocumentState(text);
    this.#document = new LiveSyntax(this.#state, text);
  }

  /**
   * The document as it is now. After an edit it is another object, which shares all that has not changed; the one
   * before must not be asked any more.
   */
  get document(): SyntaxDocument {
    return this.#document;
  }

  /**
   * Edits the text. Offsets are those before any of the edits.
   * @throws RangeError when two edits overlap or one lies outside the text; nothing is changed then.
   */
  edit(edits: readonly TextEdit[]): DocumentChange {
    const change = this.#state.edit(edits);
    this.#document = new LiveSyntax(this.#state, undefined);
    return change;
  }
}

/** A document between two edits. */
export class LiveSyntax implements SyntaxDocument {
  readonly #state: DocumentState;
  readonly #lists = new Map<keyof SyntaxFacts, readonly unknown[]>();
  readonly lines: LineIndex;
  #text: string | undefined;
  #blocks: readonly SyntaxBlock[] | undefined;

  constructor(state: DocumentState, text: string | undefined) {
    this.#state = state;
    this.#text = text;
    this.lines = new LineIndex(state.list);
  }

  /** What stands behind the lists. */
  get state(): DocumentState {
    return this.#state;
  }

  get text(): string {
    return (this.#text ??= this.#state.list.slice(0, this.length));
  }

  get length(): number {
    return this.#state.list.length;
  }

  get frontMatter(): FrontMatter | undefined {
    return this.#state.list.at(0).facts.metadata;
  }

  get blocks(): readonly SyntaxBlock[] {
    return (this.#blocks ??= [...this.#state.list.blocks]);
  }

  get headings(): readonly Heading[] {
    return this.#state.headings;
  }

  get elements() {
    return this.#joined('elements');
  }

  get citations() {
    return this.#joined('citations');
  }

  get links() {
    return this.#joined('links');
  }

  get labels() {
    return this.#joined('labels');
  }

  get comments() {
    return this.#joined('comments');
  }

  get includes() {
    return this.#joined('includes');
  }

  get failedAttributes() {
    return this.#joined('failedAttributes');
  }

  get leaves() {
    return this.#joined('leaves');
  }

  slice(start: number, end: number): string {
    return this.#state.list.slice(start, end);
  }

  blockAt(offset: number): SyntaxBlock {
    return this.#state.list.at(this.#state.list.indexAt(offset));
  }

  blocksAround({ start, end }: TextRange): readonly SyntaxBlock[] {
    const { list } = this.#state;
    const found: SyntaxBlock[] = [];
    for (let index = Math.max(0, list.indexAt(start) - 1); index < list.blocks.length; index++) {
      const block = list.at(index);
      found.push(block);
      if (block.start > end) break;
    }
    return found;
  }

  leavesIn(range: TextRange): readonly Leaf[] {
    return this.#state.texts.leavesIn(range);
  }

  #joined<Name extends keyof SyntaxFacts>(name: Name): SyntaxFacts[Name] {
    const known = this.#lists.get(name) as SyntaxFacts[Name] | undefined;
    if (known !== undefined) return known;
    const list: unknown[] = [];
    for (const block of this.#state.list.blocks) for (const item of block[name]) list.push(item);
    this.#lists.set(name, list);
    return list as unknown as SyntaxFacts[Name];
  }
}
