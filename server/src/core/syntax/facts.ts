import { type Anchor, AnchoredRange } from '../text/anchor';
import type { TextRange } from '../text/range';
import type { AttributeLists } from './attributeLists';
import type { Container } from './source';
import type {
  Attributed,
  AttributeToken,
  Carrier,
  Citation,
  ClassToken,
  Comment,
  Context,
  FailedAttributes,
  FrontMatter,
  IdToken,
  Include,
  InternalLink,
  Label,
  Leaf,
} from './types';

/** What the places in a block move with. */
export class BlockAnchor implements Anchor {
  /** What the blocks around move with as well. */
  group: Anchor = unmoved;
  /** Where the text that was scanned begins, from the start of the group. */
  offset = 0;
  /** The innermost div around the block. */
  div: ElementFact | undefined;

  get shift(): number {
    return this.group.shift + this.offset;
  }
}

const unmoved: Anchor = { shift: 0 };

/** Where a leaf can be read again. */
export interface LeafSource {
  readonly container: Container;
  /** Offsets into the container's text. */
  readonly start: number;
  readonly end: number;
}

/** A block of inline text, with what is needed to read it again. */
export class LeafFact implements Leaf {
  readonly kind: Leaf['kind'];
  readonly range: AnchoredRange;
  readonly context: Context;
  readonly #container: Container;
  readonly #start: number;
  readonly #end: number;
  /** How it was rendered, by mode. */
  #rendered: (RenderedLeaf | undefined)[] | undefined;

  constructor(
    kind: Leaf['kind'],
    range: AnchoredRange,
    context: Context,
    container: Container,
    start: number,
    end: number,
  ) {
    this.kind = kind;
    this.range = range;
    this.context = context;
    this.#container = container;
    this.#start = start;
    this.#end = end;
  }

  get source(): LeafSource {
    return { container: this.#container, start: this.#start, end: this.#end };
  }

  /** How it was rendered in a mode. */
  rendered(mode: number): RenderedLeaf | undefined {
    return this.#rendered?.[mode];
  }

  setRendered(mode: number, rendered: RenderedLeaf): void {
    (this.#rendered ??= [])[mode] = rendered;
  }
}

/** What the text of a leaf asked about the rest of the document. */
export interface Question {
  readonly about: 'reference' | 'note';
  readonly label: string;
  readonly answer: boolean;
}

/** The text of a leaf. */
export interface RenderedLeaf {
  readonly text: string;
  /** For each UTF-16 unit, its offset in the source from the start of the leaf; one more entry for the end. */
  readonly offsets: Int32Array;
  /** The text is right as long as the answers to these are the same. */
  readonly questions: readonly Question[];
}

/** The quote, item or file that a heading stands in: its section cannot go beyond. */
export interface Section {
  /** Where the container ends; undefined for the file. */
  readonly end: TextRange | undefined;
}

/** What only headings have. */
export interface HeadingFact {
  readonly level: number;
  readonly leaf: LeafFact;
  readonly section: Section;
  /** Its plain text, once it was named. */
  title: string;
}

/** Where a div opens, and where it ends, which its closing fence tells. */
export class DivExtent {
  /** From the start of the fence or tag to its end. */
  readonly opening: AnchoredRange;
  /** The closing fence; it is set when the fences of the document are paired. */
  closing: TextRange;

  constructor(opening: AnchoredRange) {
    this.opening = opening;
    this.closing = opening;
  }

  /** The range of the whole div. */
  get whole(): TextRange {
    return new DivRange(this);
  }

  /** The range of what stands between the fences. */
  get content(): TextRange {
    return new DivContentRange(this);
  }
}

class DivRange implements TextRange {
  readonly #extent: DivExtent;

  constructor(extent: DivExtent) {
    this.#extent = extent;
  }

  get start(): number {
    return this.#extent.opening.start;
  }

  get end(): number {
    return this.#extent.closing.end;
  }

  toJSON(): TextRange {
    return { start: this.start, end: this.end };
  }
}

class DivContentRange implements TextRange {
  readonly #extent: DivExtent;

  constructor(extent: DivExtent) {
    this.#extent = extent;
  }

  get start(): number {
    return Math.min(this.#extent.opening.end, this.#extent.closing.start);
  }

  get end(): number {
    return this.#extent.closing.start;
  }

  toJSON(): TextRange {
    return { start: this.start, end: this.end };
  }
}

/** What an element is made of. */
export interface ElementParts {
  readonly anchor: BlockAnchor;
  readonly carrier: Carrier;
  readonly form: Attributed['form'];
  readonly lists: AttributeLists;
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly attributeRange: TextRange | undefined;
  readonly context: Context;
  readonly heading?: HeadingFact | undefined;
  readonly div?: DivExtent | undefined;
  /** The use of a reference whose text holds this link: it counts only where that reference is not defined. */
  readonly insideUse?: ReferenceUse | undefined;
}

/** An element. What depends on other blocks is filled in when the document is put together. */
export class ElementFact implements Attributed {
  readonly carrier: Carrier;
  readonly form: Attributed['form'];
  readonly id?: IdToken;
  automaticId?: string;
  readonly classes: readonly ClassToken[];
  readonly attributes: readonly AttributeToken[];
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly attributeRange?: TextRange;
  readonly context: Context;
  /** The innermost element of the same block around this one. */
  #inner: ElementFact | undefined;
  #anchor: BlockAnchor;
  #heading: HeadingFact | undefined;
  readonly #div: DivExtent | undefined;
  #insideUse: ReferenceUse | undefined;

  constructor(parts: ElementParts) {
    this.carrier = parts.carrier;
    this.form = parts.form;
    const { id, classes, attributes } = parts.lists;
    if (id !== undefined) this.id = id;
    this.classes = classes;
    this.attributes = attributes;
    this.range = parts.range;
    this.contentRange = parts.contentRange;
    if (parts.attributeRange !== undefined) this.attributeRange = parts.attributeRange;
    this.context = parts.context;
    this.#anchor = parts.anchor;
    this.#heading = parts.heading;
    this.#div = parts.div;
    this.#insideUse = parts.insideUse;
  }

  get parent(): ElementFact | undefined {
    return this.#inner ?? this.#anchor.div;
  }

  get heading(): HeadingFact | undefined {
    return this.#heading;
  }

  get div(): DivExtent | undefined {
    return this.#div;
  }

  get insideUse(): ReferenceUse | undefined {
    return this.#insideUse;
  }

  get anchor(): BlockAnchor {
    return this.#anchor;
  }

  /** Tells the element which one of its block is around it. */
  nestIn(inner: ElementFact | undefined): void {
    this.#inner = inner;
  }

  /** Takes the place of an element with the same markup. */
  become(other: ElementFact): void {
    this.#anchor = other.#anchor;
    this.#inner = other.#inner;
    this.#heading = other.#heading;
    this.#insideUse = other.#insideUse;
    if (this.#div !== undefined && other.#div !== undefined) {
      become(this.#div.opening, other.#div.opening);
      this.#div.closing = other.#div.closing;
    }
    become(this.range, other.range);
    become(this.contentRange, other.contentRange);
    become(this.attributeRange, other.attributeRange);
    becomeLists(this, other);
  }

  /** The same element with some parts changed. */
  with(changes: Partial<ElementParts>): ElementFact {
    const { carrier, form, range, contentRange, context } = this;
    return new ElementFact({
      anchor: this.#anchor,
      carrier,
      form,
      lists: this,
      range,
      contentRange,
      attributeRange: this.attributeRange,
      context,
      heading: this.#heading,
      div: this.#div,
      insideUse: this.#insideUse,
      ...changes,
    });
  }
}

/** Moves the places of attributes to those of the same attributes elsewhere. */
export function becomeLists(lists: AttributeLists, others: AttributeLists): void {
  become(lists.id?.range, others.id?.range);
  lists.classes.forEach(({ range }, index) => {
    become(range, others.classes[index]?.range);
  });
  lists.attributes.forEach((token, index) => {
    const other = others.attributes[index];
    become(token.range, other?.range);
    become(token.keyRange, other?.keyRange);
    become(token.valueRange, other?.valueRange);
  });
}

function become(range: TextRange | undefined, other: TextRange | undefined): void {
  if (range instanceof AnchoredRange && other instanceof AnchoredRange) range.become(other);
}

/** The start or the end of a div, in document order. */
export type DivFence =
  | { readonly type: 'open'; readonly element: ElementFact }
  | { readonly type: 'close'; readonly range: TextRange };

/** `[text][label]`, `[text][]`, `[text]` or an image written so: what it is depends on whether the label is defined. */
export interface ReferenceUse {
  readonly label: string;
  /** The link or image that it would be. */
  readonly element: ElementFact;
  readonly insideUse?: ReferenceUse;
  /** What it was found to be. */
  made?: MadeReference;
}

/** What the use of a defined reference makes. */
export interface MadeReference {
  element: ElementFact;
  readonly definition: ReferenceDefinition | undefined;
  readonly link: InternalLink | undefined;
}

/** `[label]: address "title" {attributes}` */
export interface ReferenceDefinition {
  readonly label: string;
  readonly address: string;
  readonly addressRange: TextRange;
  readonly attributes: AttributeLists;
}

/** A link to an identifier; it counts only where the reference that holds it is not defined. */
export interface LinkFact extends InternalLink {
  readonly insideUse?: ReferenceUse;
}

/** `[^label]: …` with all that stands in it. */
export interface NoteFact {
  readonly label: string;
  readonly facts: Facts;
}

/** The lists of a block that something was put into. */
export class FoundFacts {
  elements: ElementFact[] | undefined;
  citations: Citation[] | undefined;
  /** The labels of `[^label]`. */
  noteReferences: string[] | undefined;
  leaves: LeafFact[] | undefined;
  rare: RareFacts | undefined;

  get fences(): DivFence[] | undefined {
    return this.rare?.fences;
  }

  get uses(): ReferenceUse[] | undefined {
    return this.rare?.uses;
  }

  get definitions(): ReferenceDefinition[] | undefined {
    return this.rare?.definitions;
  }

  get notes(): NoteFact[] | undefined {
    return this.rare?.notes;
  }

  get links(): LinkFact[] | undefined {
    return this.rare?.links;
  }

  get labels(): Label[] | undefined {
    return this.rare?.labels;
  }

  get comments(): Comment[] | undefined {
    return this.rare?.comments;
  }

  get includes(): Include[] | undefined {
    return this.rare?.includes;
  }

  get failures(): FailedAttributes[] | undefined {
    return this.rare?.failures;
  }
}

/** What few blocks have: the others do without the room for it. */
class RareFacts {
  fences: DivFence[] | undefined;
  uses: ReferenceUse[] | undefined;
  definitions: ReferenceDefinition[] | undefined;
  notes: NoteFact[] | undefined;
  links: LinkFact[] | undefined;
  labels: Label[] | undefined;
  comments: Comment[] | undefined;
  includes: Include[] | undefined;
  failures: FailedAttributes[] | undefined;
}

/** Everything that a block says. The lists are made when something is put into them: most blocks say little. */
export class Facts {
  readonly anchor: BlockAnchor;
  /** The lists as far as they were made. */
  readonly found = new FoundFacts();
  /** The YAML block, where this is one. */
  metadata: FrontMatter | undefined;

  constructor(anchor: BlockAnchor) {
    this.anchor = anchor;
  }

  get #rare(): RareFacts {
    return (this.found.rare ??= new RareFacts());
  }

  /** Gives back the room that the lists do not need, for they are kept as long as the block. */
  trim(): void {
    const { found } = this;
    found.elements = found.elements?.slice();
    found.citations = found.citations?.slice();
    found.noteReferences = found.noteReferences?.slice();
    found.leaves = found.leaves?.slice();
  }

  get elements(): ElementFact[] {
    return (this.found.elements ??= []);
  }

  get fences(): DivFence[] {
    return (this.#rare.fences ??= []);
  }

  get citations(): Citation[] {
    return (this.found.citations ??= []);
  }

  get uses(): ReferenceUse[] {
    return (this.#rare.uses ??= []);
  }

  get definitions(): ReferenceDefinition[] {
    return (this.#rare.definitions ??= []);
  }

  get notes(): NoteFact[] {
    return (this.#rare.notes ??= []);
  }

  /** The labels of `[^label]`. */
  get noteReferences(): string[] {
    return (this.found.noteReferences ??= []);
  }

  get links(): LinkFact[] {
    return (this.#rare.links ??= []);
  }

  get labels(): Label[] {
    return (this.#rare.labels ??= []);
  }

  get comments(): Comment[] {
    return (this.#rare.comments ??= []);
  }

  get includes(): Include[] {
    return (this.#rare.includes ??= []);
  }

  get failures(): FailedAttributes[] {
    return (this.#rare.failures ??= []);
  }

  get leaves(): LeafFact[] {
    return (this.found.leaves ??= []);
  }
}
