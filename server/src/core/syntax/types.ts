import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';
import type { Keeper } from './kept';

/** The kinds of Pandoc node that can carry attributes, by Pandoc's own names. */
export type Carrier =
  'span' | 'div' | 'heading' | 'image' | 'link' | 'code' | 'codeblock' | 'table';

/** A class as written, without its dot. */
export interface ClassToken {
  readonly name: string;
  /** The name without its dot. */
  readonly range: TextRange;
}

/** An id as written, without its `#`. */
export interface IdToken {
  readonly value: string;
  /** The id without its `#`. */
  readonly range: TextRange;
}

/** A key-value attribute. `data-x` is still `data-x` here, as Pandoc reports it. */
export interface AttributeToken {
  readonly key: string;
  /** The value as Pandoc reports it: unquoted, entities decoded, newlines folded. */
  readonly value: string;
  readonly keyRange: TextRange;
  /** The value without its quotes. */
  readonly valueRange: TextRange;
  /** From the key to the closing quote. */
  readonly range: TextRange;
  /** The quote character around the value, or '' where it is bare. */
  readonly quote: '"' | "'" | '';
}

/** Where in the manuscript an element stands. */
export type Context = 'body' | 'note' | 'metadata';

/** A piece of the document that carries attributes. Elements are listed in the order in which they start. */
export interface Attributed {
  readonly carrier: Carrier;
  /** How it is written. */
  readonly form: 'markdown' | 'html';
  readonly id?: IdToken;
  /** The identifier that Pandoc generates for a heading without one (Pandoc manual, `auto_identifiers`). */
  readonly automaticId?: string;
  readonly classes: readonly ClassToken[];
  readonly attributes: readonly AttributeToken[];
  /** The whole construct, attributes and fences included. For a heading, its line(s) without the line break. */
  readonly range: TextRange;
  /** What is tagged: the text in brackets, what stands between the fences, the heading's text, the image's description. */
  readonly contentRange: TextRange;
  /** The attribute block with its braces, or the HTML start tag. Absent for a heading without attributes. */
  readonly attributeRange?: TextRange;
  /** The innermost element whose content holds this one. */
  readonly parent?: Attributed | undefined;
  readonly context: Context;
}

/** A citation, as Pandoc's `citations` extension reads it. */
export interface Citation {
  /** Without the `@`. */
  readonly key: string;
  /** From the `@` (or the `-` before it) to the end of the key. */
  readonly range: TextRange;
  /** The bracketed group that holds it, if any. */
  readonly groupRange?: TextRange;
  readonly context: Context;
}

/** A heading; its section runs to the next heading of the same or a higher level in the same container. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** The identifier, written or automatic. */
  readonly id: string;
  /** Plain text, white space folded. */
  readonly text: string;
  readonly range: TextRange;
  readonly sectionRange: TextRange;
  /** The heading that ends the section, if one does. */
  readonly next?: Heading | undefined;
  /** The heading in the list of elements. */
  readonly element: Attributed;
}

/** A link to an identifier of the manuscript: `[text](#id)`. */
export interface InternalLink {
  /** Without the `#`. */
  readonly target: string;
  readonly range: TextRange;
  /** The target without its `#`. */
  readonly targetRange: TextRange;
}

/** An identifier that is no element's: a cell's label, an equation's `{#eq-x}`, an example list's `(@x)`. */
export interface Label {
  readonly id: string;
  readonly kind: 'cell' | 'equation' | 'example';
  /** The id as written, without `#` or `@`. */
  readonly range: TextRange;
}

/** An HTML comment outside code, or a `#` comment of the front matter. */
export interface Comment {
  /** What stands between `<!--` and `-->`, or after the `#`. */
  readonly text: string;
  readonly range: TextRange;
  readonly place: 'text' | 'yaml';
}

/** A file that is read in at this place: Quarto's `{{< include x.qmd >}}` or R Markdown's `child=`. */
export interface Include {
  readonly path: string;
  readonly range: TextRange;
  readonly pathRange: TextRange;
}

/** Text in braces where attributes could stand, which Pandoc nevertheless prints literally. */
export interface FailedAttributes {
  /** The braces and what is in them. */
  readonly range: TextRange;
  readonly reason:
    | 'bare-word' // `{claim}`, `{.claim foo}`
    | 'comma' // `{.claim, #c}`
    | 'space-around-equals' // `evidence = "x"`
    | 'blank-line' // in a quoted value
    | 'pipe' // in a cell of a pipe table
    | 'space-before' // `[x] {.claim}`
    | 'line-break-before'
    | 'unclosed'
    | 'other';
  /** Where it stands. */
  readonly carrier: 'span' | 'div' | 'heading';
  /** The bracketed text before it, brackets included, for `span`. */
  readonly bracketRange?: TextRange;
  /** The exact place of the fault, inside or beside the braces. */
  readonly faultRange: TextRange;
}

/** A block of inline text: what a reader would call a paragraph, a heading, an item or a cell. */
export interface Leaf extends Keeper {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'caption' | 'term' | 'metadata';
  readonly range: TextRange;
  readonly context: Context;
}

/** The YAML block at the start of a file. */
export interface FrontMatter {
  /** With both fences. */
  readonly range: TextRange;
  /** The YAML itself, without fences. */
  readonly contentRange: TextRange;
}

/** Text as the reader of the output sees it, with the way back to the source. */
export interface VisibleText {
  /** Markup, code, math, comments and attributes removed; every run of white space one space. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the source; one more entry for the end. */
  readonly offsets: Int32Array;
}

/** What stands in a part of a file, in document order, with absolute offsets. References are resolved. */
export interface SyntaxFacts {
  readonly elements: readonly Attributed[];
  readonly citations: readonly Citation[];
  readonly links: readonly InternalLink[];
  readonly labels: readonly Label[];
  readonly comments: readonly Comment[];
  readonly includes: readonly Include[];
  readonly failedAttributes: readonly FailedAttributes[];
  readonly leaves: readonly Leaf[];
}

/** A block of the file itself: a paragraph, a heading, a table, a whole list item or quote, one fence of a div. */
export interface SyntaxBlock extends SyntaxFacts, Keeper {
  /** Where it starts; the blocks tile the text, so that each ends where the next one starts. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The divs that are open before it. */
  readonly divs: { readonly depth: number };
}

/**
 * Everything that the scanner knows about one file. All places are live: they go with the text when a `LiveDocument` is
 * edited. The lists are put together when they are first asked for, and are those of the time before the next edit.
 */
export interface SyntaxDocument extends SyntaxFacts {
  /** The whole text, which is put together when it is asked for: `slice` is cheaper. */
  readonly text: string;
  /** The length of the text, in UTF-16 units. */
  readonly length: number;
  readonly lines: LineIndex;
  readonly frontMatter?: FrontMatter | undefined;
  readonly headings: readonly Heading[];
  /** In order; there is at least one. */
  readonly blocks: readonly SyntaxBlock[];
  /** The text between two offsets. */
  slice(start: number, end: number): string;
  /** The block that holds an offset; the last one for the end of the text. */
  blockAt(offset: number): SyntaxBlock;
  /** The blocks that share text with a range or touch it, with the one before and the one behind. */
  blocksAround(range: TextRange): readonly SyntaxBlock[];
  /** The leaves that share text with a range, in the order of their starts. */
  leavesIn(range: TextRange): readonly Leaf[];
}

/** What an edit changed. */
export interface DocumentChange {
  readonly removedBlocks: readonly SyntaxBlock[];
  readonly addedBlocks: readonly SyntaxBlock[];
  readonly removedElements: readonly Attributed[];
  readonly addedElements: readonly Attributed[];
  /** Elements that stay, though their text may be another one: they, or what they hold, were scanned again. */
  readonly touchedElements: readonly Attributed[];
  /** Whether parents, sections, automatic identifiers or what references mean may have changed anywhere. */
  readonly structureChanged: boolean;
  /** Whether other divs may open, or end elsewhere. */
  readonly divsChanged: boolean;
  readonly frontMatterChanged: boolean;
}
