const marks = ['[', ']', '@', '`', '$', '<', '\\'];

const isMark = new Uint8Array(128);
for (const mark of marks) isMark[mark.charCodeAt(0)] = 1;

// In a shorter text, one look at each character costs less than a search for each mark.
const shortText = 256;

/**
 * Finds the characters at which inline text may be markup; for `![` and `^[` that is the bracket. Prose has few of them, and
 * `indexOf` passes over it several times faster than a look at each character.
 */
export class Landmarks {
  readonly #text: string;
  /** For each mark, where it stands next, and from where on that is known to be so. */
  readonly #places: number[] | undefined;
  readonly #froms: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    if (text.length <= shortText) return;
    this.#places = marks.map(() => -1);
    this.#froms = marks.map(() => 0);
  }

  /** The first mark at or after an offset; `limit` or more where there is none before `limit`. */
  next(from: number, limit: number): number {
    const text = this.#text;
    const places = this.#places;
    const froms = this.#froms;
    if (places === undefined || froms === undefined) {
      let at = from;
      for (; at < limit; at++) {
        const code = text.charCodeAt(at);
        if (code < 128 && isMark[code] === 1) return at;
      }
      return at;
    }
    let nearest = text.length;
    for (let index = 0; index < marks.length; index++) {
      let place = places[index] ?? 0;
      if (place < from || (froms[index] ?? 0) > from) {
        place = text.indexOf(marks[index] ?? '', from);
        if (place < 0) place = text.length;
        places[index] = place;
        froms[index] = from;
      }
      if (place < nearest) nearest = place;
    }
    return nearest;
  }
}
