import { Code, isWhite } from '../characters';
import { type ScannedText, toSource } from '../source';
import type { VisibleText } from '../types';

/** A unit that was written and has vanished since. */
const BLANK = -1;
/** Added to the units of what a longer entity stands for: none of them is white space that could be folded. */
const KEPT = 0x10000;

/** As many units are made a string at once; more arguments could be too many for a call. */
const MAX_UNITS = 0x2000;

/**
 * Text that is being written, in UTF-16 units, each with its offset in a container's text. What was written can be taken
 * back.
 */
export class TextOutput {
  readonly #units: number[] = [];
  readonly #offsets: number[] = [];

  /** The index of the next unit. */
  get length(): number {
    return this.#units.length;
  }

  /** Writes a character, or what one becomes, that stands at `at`. */
  put(text: string, at: number): void {
    const mark = text.length > 1 ? KEPT : 0;
    for (let unit = 0; unit < text.length; unit++) {
      this.#units.push(text.charCodeAt(unit) + mark);
      this.#offsets.push(at);
    }
  }

  /** Writes the text from `start` to `end` as it stands. */
  copy(text: string, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      this.#units.push(text.charCodeAt(at));
      this.#offsets.push(at);
    }
  }

  /** Makes units from `index` on vanish; what was written after them stays. */
  blank(index: number, count: number): void {
    this.#units.fill(BLANK, index, index + count);
  }

  /** Puts a character of one unit in place of each of so many. */
  mark(index: number, count: number, character: string): void {
    this.#units.fill(character.charCodeAt(0), index, index + count);
  }

  /** Takes back what was written from `index` on. */
  truncate(index: number): void {
    this.#units.length = index;
    this.#offsets.length = index;
  }

  /** Takes back blanks at the end, down to `index`. */
  trimEnd(index: number): void {
    let end = this.length;
    while (end > index && isBlank(this.#units[end - 1] ?? BLANK)) end--;
    this.truncate(end);
  }

  /** The text with its white space folded, at both ends to nothing; its last offset is that of `end`. */
  folded(scanned: ScannedText, end: number): VisibleText {
    const text = this.foldedText();
    const written = this.#offsets;
    const offsets = new Int32Array(written.length + 1);
    for (let index = 0; index < written.length; index++) {
      offsets[index] = toSource(scanned, written[index] ?? 0);
    }
    offsets[written.length] = toSource(scanned, end);
    return { text, offsets };
  }

  /** The text with its white space folded, at both ends to nothing. Nothing more can be written then. */
  foldedText(): string {
    const units = this.#units;
    const offsets = this.#offsets;
    // Folding takes units away, so that what is kept fits in where it was.
    let count = 0;
    let pendingSpace = -1;
    for (let index = 0; index < units.length; index++) {
      const unit = units[index] ?? BLANK;
      if (unit === BLANK) continue;
      const at = offsets[index] ?? 0;
      if (isBlank(unit)) {
        if (pendingSpace < 0) pendingSpace = at;
        continue;
      }
      if (pendingSpace >= 0 && count > 0) {
        units[count] = Code.Space;
        offsets[count++] = pendingSpace;
      }
      pendingSpace = -1;
      units[count] = unit & 0xffff;
      offsets[count++] = at;
    }
    this.truncate(count);
    return textOf(units);
  }
}

function isBlank(unit: number): boolean {
  return unit === BLANK || isWhite(unit);
}

function textOf(units: readonly number[]): string {
  if (units.length <= MAX_UNITS) return String.fromCharCode(...units);
  let text = '';
  for (let at = 0; at < units.length; at += MAX_UNITS) {
    text += String.fromCharCode(...units.slice(at, at + MAX_UNITS));
  }
  return text;
}
