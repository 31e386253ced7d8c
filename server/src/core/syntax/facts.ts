import { type Anchor, AnchoredRange } from '../text/anchor';
import type { TextRange } from '../text/range';
import type { AttributeLists } from './attributeLists';
import type { LeafFact } from './leafFact';
import type { MetadataBlock } from './metadataEntries';
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
} from './types';

/** What the places in a block move with. */
export interface BlockAnchor extends Anchor {
  /** The innermost div around the block. */
  readonly div: ElementFact | undefined;
}

/** The quote, item or file that a heading stands in: its section cannot go beyond. */
export interface Section {
  /** Where the container ends; undefined for the file. */
  readonly end: TextRange | undefined;
}

/** The place of a heading in the list of headings. */
export interface ShownHeading {
  /** The heading; it is replaced where it is marked up otherwise. */
  element: ElementFact;
}

/** What only headings have. */
export interface HeadingFact {
  readonly level: number;
  readonly leaf: LeafFact;
  readonly section: Section;
  /** Its name, once it has one. */
  name?: HeadingName;
  /** How it is shown, once its section is known. */
  view?: ShownHeading;
}

/** The plain text of a heading, and what comes of it. */
export interface HeadingName {
  readonly title: string;
  /** What it is as a label of references: as it is written, markup included. */
  readonly key: string;
  /** The identifier that its text gives by itself. */
  readonly base: string;
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

  /** Takes the place of an element with the same markup; the end of a div and the identifier stay as they are. */
  become(other: ElementFact): void {
    this.#anchor = other.#anchor;
    this.#inner = other.#inner;
    this.#heading = other.#heading;
    this.#insideUse = other.#insideUse;
    if (this.#div !== undefined && other.#div !== undefined) {
      become(this.#div.opening, other.#div.opening);
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
  | { readonly type: 'close'; readonly range: AnchoredRange };

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

/** What few blocks say, so that most need no room for it. */
class FurtherFacts {
  metadata: FrontMatter | undefined;
  metadataBlocks: MetadataBlock[] | undefined;
  fences: DivFence[] | undefined;
  uses: ReferenceUse[] | undefined;
  definitions: ReferenceDefinition[] | undefined;
  notes: NoteFact[] | undefined;
  noteReferences: string[] | undefined;
  links: LinkFact[] | undefined;
  labels: Label[] | undefined;
  examples: string[] | undefined;
  comments: Comment[] | undefined;
  includes: Include[] | undefined;
  failures: FailedAttributes[] | undefined;
}

/**
 * Everything that a block says. The lists are made when something is put into them, for most blocks say little: `elements`
 * is for writing, `ownElements` for reading.
 */
export class Facts {
  readonly anchor: BlockAnchor;
  ownElements: ElementFact[] | undefined;
  ownCitations: Citation[] | undefined;
  ownLeaves: LeafFact[] | undefined;
  #further: FurtherFacts | undefined;

  constructor(anchor: BlockAnchor) {
    this.anchor = anchor;
  }

  /** Gives back the room that the lists do not need, for they are kept as long as the block. */
  trim(): void {
    this.ownElements = this.ownElements?.slice();
    this.ownCitations = this.ownCitations?.slice();
    this.ownLeaves = this.ownLeaves?.slice();
    const further = this.#further;
    if (further === undefined) return;
    further.noteReferences = further.noteReferences?.slice();
    further.notes = further.notes?.slice();
    further.links = further.links?.slice();
  }

  get elements(): ElementFact[] {
    return (this.ownElements ??= []);
  }

  get citations(): Citation[] {
    return (this.ownCitations ??= []);
  }

  get leaves(): LeafFact[] {
    return (this.ownLeaves ??= []);
  }

  /** The YAML block, where this is one. */
  get metadata(): FrontMatter | undefined {
    return this.#further?.metadata;
  }

  set metadata(metadata: FrontMatter | undefined) {
    this.#more.metadata = metadata;
  }

  /** The YAML blocks in it, in the order in which Pandoc reads them; those in notes as well. */
  get metadataBlocks(): MetadataBlock[] {
    return (this.#more.metadataBlocks ??= []);
  }

  get ownMetadata(): MetadataBlock[] | undefined {
    return this.#further?.metadataBlocks;
  }

  get fences(): DivFence[] {
    return (this.#more.fences ??= []);
  }

  get ownFences(): DivFence[] | undefined {
    return this.#further?.fences;
  }

  get uses(): ReferenceUse[] {
    return (this.#more.uses ??= []);
  }

  get ownUses(): ReferenceUse[] | undefined {
    return this.#further?.uses;
  }

  get definitions(): ReferenceDefinition[] {
    return (this.#more.definitions ??= []);
  }

  get ownDefinitions(): ReferenceDefinition[] | undefined {
    return this.#further?.definitions;
  }

  get notes(): NoteFact[] {
    return (this.#more.notes ??= []);
  }

  get ownNotes(): NoteFact[] | undefined {
    return this.#further?.notes;
  }

  /** The labels of `[^label]`. */
  get noteReferences(): string[] {
    return (this.#more.noteReferences ??= []);
  }

  get ownNoteReferences(): string[] | undefined {
    return this.#further?.noteReferences;
  }

  get links(): LinkFact[] {
    return (this.#more.links ??= []);
  }

  get ownLinks(): LinkFact[] | undefined {
    return this.#further?.links;
  }

  get labels(): Label[] {
    return (this.#more.labels ??= []);
  }

  get ownLabels(): Label[] | undefined {
    return this.#further?.labels;
  }

  /** The labels of the example items in the order in which they are counted, '' for one without; those in notes as well. */
  get examples(): string[] {
    return (this.#more.examples ??= []);
  }

  get ownExamples(): string[] | undefined {
    return this.#further?.examples;
  }

  get comments(): Comment[] {
    return (this.#more.comments ??= []);
  }

  get ownComments(): Comment[] | undefined {
    return this.#further?.comments;
  }

  get includes(): Include[] {
    return (this.#more.includes ??= []);
  }

  get ownIncludes(): Include[] | undefined {
    return this.#further?.includes;
  }

  get failures(): FailedAttributes[] {
    return (this.#more.failures ??= []);
  }

  get ownFailures(): FailedAttributes[] | undefined {
    return this.#further?.failures;
  }

  get #more(): FurtherFacts {
    return (this.#further ??= new FurtherFacts());
  }
}
