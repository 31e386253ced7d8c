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
  IdToken,
  Include,
  InternalLink,
  Label,
  Leaf,
} from './types';

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
  readonly range: TextRange;
  readonly context: Context;
  readonly #container: Container;
  readonly #start: number;
  readonly #end: number;

  constructor(
    kind: Leaf['kind'],
    range: TextRange,
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
}

/** The quote, item or file that a heading stands in: its section cannot go beyond. */
export interface Section {
  /** The offset at which the container ends; Infinity for the file. */
  readonly end: number;
}

/** What only headings have. */
export interface HeadingFact {
  readonly level: number;
  readonly leaf: LeafFact;
  readonly section: Section;
}

/** What an element is made of. */
export interface ElementParts {
  readonly carrier: Carrier;
  readonly form: Attributed['form'];
  readonly lists: AttributeLists;
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly attributeRange: TextRange | undefined;
  readonly context: Context;
  readonly heading?: HeadingFact | undefined;
  /** The use of a reference whose text holds this link: it counts only where that reference is not defined. */
  readonly insideUse?: ReferenceUse | undefined;
}

/** An element. Its parent, the end of a div and automatic identifiers are filled in when the document is put together. */
export class ElementFact implements Attributed {
  readonly carrier: Carrier;
  readonly form: Attributed['form'];
  readonly id?: IdToken;
  automaticId?: string;
  readonly classes: readonly ClassToken[];
  readonly attributes: readonly AttributeToken[];
  range: TextRange;
  contentRange: TextRange;
  readonly attributeRange?: TextRange;
  parent = -1;
  readonly context: Context;
  readonly #heading: HeadingFact | undefined;
  readonly #insideUse: ReferenceUse | undefined;

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
    this.#heading = parts.heading;
    this.#insideUse = parts.insideUse;
  }

  get heading(): HeadingFact | undefined {
    return this.#heading;
  }

  get insideUse(): ReferenceUse | undefined {
    return this.#insideUse;
  }

  /** The same element with some parts changed. */
  with(changes: Partial<ElementParts>): ElementFact {
    const { carrier, form, range, contentRange, context } = this;
    return new ElementFact({
      carrier,
      form,
      lists: this,
      range,
      contentRange,
      attributeRange: this.attributeRange,
      context,
      heading: this.#heading,
      insideUse: this.#insideUse,
      ...changes,
    });
  }
}

/** The start or the end of a div, in document order; they are paired when the document is put together. */
export type DivFence =
  | { readonly type: 'open'; readonly element: ElementFact }
  | { readonly type: 'close'; readonly range: TextRange };

/** `[text][label]`, `[text][]`, `[text]` or an image written so: what it is depends on whether the label is defined. */
export interface ReferenceUse {
  readonly label: string;
  /** The link or image that it would be. */
  readonly element: ElementFact;
  readonly insideUse?: ReferenceUse;
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

/** Everything that a block says. The lists are made when something is put into them: most blocks say little. */
export class Facts {
  #elements: ElementFact[] | undefined;
  #fences: DivFence[] | undefined;
  #citations: Citation[] | undefined;
  #uses: ReferenceUse[] | undefined;
  #definitions: ReferenceDefinition[] | undefined;
  #notes: NoteFact[] | undefined;
  #noteReferences: string[] | undefined;
  #links: LinkFact[] | undefined;
  #labels: Label[] | undefined;
  #comments: Comment[] | undefined;
  #includes: Include[] | undefined;
  #failures: FailedAttributes[] | undefined;
  #leaves: LeafFact[] | undefined;

  get elements(): ElementFact[] {
    return (this.#elements ??= []);
  }

  get fences(): DivFence[] {
    return (this.#fences ??= []);
  }

  get citations(): Citation[] {
    return (this.#citations ??= []);
  }

  get uses(): ReferenceUse[] {
    return (this.#uses ??= []);
  }

  get definitions(): ReferenceDefinition[] {
    return (this.#definitions ??= []);
  }

  get notes(): NoteFact[] {
    return (this.#notes ??= []);
  }

  /** The labels of `[^label]`. */
  get noteReferences(): string[] {
    return (this.#noteReferences ??= []);
  }

  get links(): LinkFact[] {
    return (this.#links ??= []);
  }

  get labels(): Label[] {
    return (this.#labels ??= []);
  }

  get comments(): Comment[] {
    return (this.#comments ??= []);
  }

  get includes(): Include[] {
    return (this.#includes ??= []);
  }

  get failures(): FailedAttributes[] {
    return (this.#failures ??= []);
  }

  get leaves(): LeafFact[] {
    return (this.#leaves ??= []);
  }

  /** Adds these facts to the end of others. */
  appendTo(other: Facts): void {
    if (this.#elements !== undefined) append(other.elements, this.#elements);
    if (this.#fences !== undefined) append(other.fences, this.#fences);
    if (this.#citations !== undefined) append(other.citations, this.#citations);
    if (this.#uses !== undefined) append(other.uses, this.#uses);
    if (this.#definitions !== undefined) append(other.definitions, this.#definitions);
    if (this.#notes !== undefined) append(other.notes, this.#notes);
    if (this.#noteReferences !== undefined) append(other.noteReferences, this.#noteReferences);
    if (this.#links !== undefined) append(other.links, this.#links);
    if (this.#labels !== undefined) append(other.labels, this.#labels);
    if (this.#comments !== undefined) append(other.comments, this.#comments);
    if (this.#includes !== undefined) append(other.includes, this.#includes);
    if (this.#failures !== undefined) append(other.failures, this.#failures);
    if (this.#leaves !== undefined) append(other.leaves, this.#leaves);
  }
}

/** A block of the file itself, with its facts. */
export interface Block {
  /** 0-based UTF-16 offsets into the source. */
  readonly start: number;
  readonly end: number;
  /** Whether its meaning depends on text after it: an unclosed fence, comment, environment or verbatim element. */
  readonly isOpen: boolean;
  readonly facts: Facts;
}

function append<T>(to: T[], items: readonly T[]): void {
  for (const item of items) to.push(item);
}
