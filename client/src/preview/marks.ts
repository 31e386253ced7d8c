/**
 * What a mark in the text that markdown-it reads stands for: the start and the end of an element among words; those of a
 * div on lines of their own; the attributes of a code block; text that is left out, a mark for each of its lines.
 */
export type MarkKind = 'open' | 'close' | 'div-open' | 'div-close' | 'code' | 'omitted';

const LETTERS: Readonly<Record<MarkKind, string>> = {
  open: 'o',
  close: 'c',
  'div-open': 'd',
  'div-close': 'e',
  code: 'f',
  omitted: 'k',
};

const KINDS: ReadonlyMap<string, MarkKind> = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as MarkKind]),
);

/** A mark in a text. */
export interface Mark {
  readonly kind: MarkKind;
  /** The element that it belongs to; for omitted text, a number of its own. */
  readonly number: number;
  /** Where it ends, as an offset into the text. */
  readonly end: number;
}

/**
 * Writes and reads marks. A mark looks to markdown-it like punctuation, as the brackets and braces do whose place it takes,
 * so that emphasis and addresses beside it are read as before. It begins as the rules of markdown-it are asked about, with
 * a brace, and goes on with a control character that the text has nowhere.
 */
export class Marks {
  readonly lead: string;
  readonly #originals = new Map<string, string>();
  readonly #pattern: RegExp;

  private constructor(lead: string) {
    this.lead = lead;
    this.#pattern = new RegExp(`\\{${lead}([a-z])(\\d+)\\}`, 'g');
  }

  /** Marks for a text; none where it has all control characters. */
  static for(text: string): Marks | undefined {
    for (let code = 2; code < 0xa0; code++) {
      if ((code >= 9 && code <= 13) || (code >= 28 && code < 0x7f) || code === 0x85) continue;
      const lead = String.fromCharCode(code);
      if (!text.includes(lead)) return new Marks(lead);
    }
    return undefined;
  }

  /** A mark in the place of some text. */
  write(kind: MarkKind, number: number, original: string): string {
    const mark = this.spell(kind, number);
    this.#originals.set(mark, original);
    return mark;
  }

  /** How a mark is written. */
  spell(kind: MarkKind, number: number): string {
    return `{${this.lead}${LETTERS[kind]}${number}}`;
  }

  /** The mark that begins at an offset, if one does. */
  at(text: string, offset: number): Mark | undefined {
    if (text.charAt(offset) !== '{' || text.charAt(offset + 1) !== this.lead) return undefined;
    const kind = KINDS.get(text.charAt(offset + 2));
    const close = text.indexOf('}', offset + 3);
    if (!kind || close < 0) return undefined;
    return { kind, number: Number(text.slice(offset + 3, close)), end: close + 1 };
  }

  /** Whether a text may have marks in it. */
  isIn(text: string): boolean {
    return text.includes(this.lead);
  }

  /** The marks in a text, in order. */
  *in(text: string): Iterable<Mark & { readonly start: number }> {
    for (const { index } of text.matchAll(this.#pattern)) {
      const mark = this.at(text, index);
      if (mark) yield { ...mark, start: index };
    }
  }

  /** A text with what stood in it for its marks, or with what is given for them. */
  replace(text: string, replacement?: (mark: Mark) => string | undefined): string {
    return text.replace(this.#pattern, (written, _letter, _number, offset: number) => {
      const mark = replacement && this.at(text, offset);
      return (mark && replacement(mark)) ?? this.#originals.get(written) ?? '';
    });
  }
}
