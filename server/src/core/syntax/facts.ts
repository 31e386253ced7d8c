import type { TextRange } from '../text/range';
import type { Container } from './source';
import type {
  Attributed,
  Citation,
  Comment,
  FailedAttributes,
  Include,
  InternalLink,
  Label,
  Leaf,
} from './types';

/** A block of inline text, with what is needed to read it again. */
export interface LeafFact extends Leaf {
  readonly container: Container;
  /** Offsets into the container's text. */
  readonly start: number;
  readonly end: number;
}

/** An element before its parent, its end (for a div) and its automatic identifier are known. */
export interface ElementFact extends Omit<Attributed, 'parent' | 'automaticId'> {
  /** For a heading, its level and its text. */
  readonly heading?: { readonly level: number; readonly leaf: LeafFact; readonly section: Section };
  /** The use of a reference whose text holds this link: it counts only where that reference is not defined. */
  readonly insideUse?: ReferenceUse;
}

/** The quote, item or file that a heading stands in: its section cannot go beyond. */
export interface Section {
  /** The offset at which the container ends; Infinity for the file. */
  readonly end: number;
}

/** The start or the end of a div, in document order; they are paired when the document is put together. */
export type DivFence =
  | { readonly type: 'open'; readonly element: number }
  | { readonly type: 'close'; readonly range: TextRange };

/** `[text][label]`, `[text][]`, `[text]` or an image written so: what it is depends on whether the label is defined. */
export interface ReferenceUse {
  readonly label: string;
  readonly labelRange: TextRange;
  /** The link or image that it would be. */
  readonly element: ElementFact;
  readonly insideUse?: ReferenceUse;
}

/** `[label]: address "title" {attributes}` */
export interface ReferenceDefinition {
  readonly label: string;
  readonly address: string;
  readonly addressRange: TextRange;
  readonly attributes: Pick<Attributed, 'id' | 'classes' | 'attributes'>;
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

/** Everything that one top-level block says. Offsets are relative to the block's `base`. */
export interface Facts {
  readonly elements: ElementFact[];
  readonly fences: DivFence[];
  readonly citations: Citation[];
  readonly uses: ReferenceUse[];
  readonly definitions: ReferenceDefinition[];
  readonly notes: NoteFact[];
  /** The labels of `[^label]`. */
  readonly noteReferences: string[];
  readonly links: LinkFact[];
  readonly labels: Label[];
  readonly comments: Comment[];
  readonly includes: Include[];
  readonly failures: FailedAttributes[];
  readonly leaves: LeafFact[];
}

/** A block of the file itself, with its facts. */
export interface Block {
  /** 0-based UTF-16 offsets into the source. */
  readonly start: number;
  readonly end: number;
  /** What the offsets of its facts are relative to: how far the block has moved since it was read. */
  readonly base: number;
  /** Whether its meaning depends on text after it: an unclosed fence, comment, environment or div. */
  readonly isOpen: boolean;
  readonly facts: Facts;
}

/** Facts about nothing yet. */
export function emptyFacts(): Facts {
  return {
    elements: [],
    fences: [],
    citations: [],
    uses: [],
    definitions: [],
    notes: [],
    noteReferences: [],
    links: [],
    labels: [],
    comments: [],
    includes: [],
    failures: [],
    leaves: [],
  };
}
