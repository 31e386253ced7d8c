/** A tag on words of a paragraph, on a heading or on a quotation, with its links to others. */
export interface ContentTag {
  readonly kind: 'claim' | 'evidence' | 'mechanism' | 'step' | 'construct';
  readonly id: string;
  /** Links to other elements, by the attribute that declares them. */
  readonly links: Readonly<Record<string, readonly string[]>>;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A piece of running text. */
export type Piece =
  | string
  | { readonly emphasis: string }
  | { readonly cite: string; readonly pages: string }
  | { readonly note: string; readonly number: number }
  | { readonly tagged: string; readonly tag: ContentTag };

/** A block of a paper, in no notation yet. */
export type Block =
  | { readonly heading: string; readonly level: number; readonly tag?: ContentTag }
  | { readonly paragraph: readonly Piece[] }
  | { readonly quotation: string; readonly tag: ContentTag }
  | { readonly items: readonly string[] }
  | { readonly rows: readonly (readonly string[])[]; readonly caption: string };

/** A way to write a paper down. */
export interface Notation {
  /** What stands before the first block. */
  readonly front: string;
  write(block: Block): string;
}
