import type { TextEdit } from './textEdit';

/** A part of a text after edits: one that was there before, by its place there, or one that is new. */
type Piece =
  | { readonly start: number; readonly end: number }
  | { readonly start?: undefined; readonly text: string };

/** A text that is edited several times over, of which is kept what all edits together do to it. */
export class EditedText {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ start: 0, end: original.length }];
  }

  /** The text as it stands after the edits. */
  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /**
   * Edits the text. Offsets are those of the text as it stands.
   * @throws RangeError when two edits overlap.
   */
  apply(edits: readonly TextEdit[]): void {
    const pieces: Piece[] = [];
    let last = 0;
    for (const { range, newText } of sorted(edits)) {
      if (range.start < last) throw new RangeError(`overlapping edits at offset ${range.start}`);
      pieces.push(...this.#between(last, range.start), { text: newText });
      last = range.end;
    }
    pieces.push(...this.#between(last, Infinity));
    this.#pieces = pieces;
  }

  /** The edits of the original text that give the text as it stands. */
  get edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = '';
    const close = (end: number): void => {
      if (end > at || newText !== '') edits.push({ range: { start: at, end }, newText });
      newText = '';
    };
    for (const piece of this.#pieces) {
      if (piece.start === undefined) newText += piece.text;
      else {
        close(piece.start);
        at = piece.end;
      }
    }
    close(this.#original.length);
    return edits;
  }

  /** The pieces between two offsets of the text as it stands. */
  #between(from: number, to: number): Piece[] {
    const pieces: Piece[] = [];
    let offset = 0;
    for (const piece of this.#pieces) {
      const length = piece.start === undefined ? piece.text.length : piece.end - piece.start;
      const start = Math.max(0, from - offset);
      const end = Math.min(length, to - offset);
      offset += length;
      if (start >= end) continue;
      pieces.push(
        piece.start === undefined
          ? { text: piece.text.slice(start, end) }
          : { start: piece.start + start, end: piece.start + end },
      );
    }
    return pieces;
  }

  #textOf(piece: Piece): string {
    return piece.start === undefined ? piece.text : this.#original.slice(piece.start, piece.end);
  }
}

function sorted(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
