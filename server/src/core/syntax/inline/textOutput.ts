import { type Container, toSource } from '../source';
import type { VisibleText } from '../types';

/** Text that is being written, each character with its offset in a container's text. What was written can be taken back. */
export class TextOutput {
  readonly #characters: string[] = [];
  readonly #offsets: number[] = [];

  /** The index of the next character. */
  get length(): number {
    return this.#characters.length;
  }

  /** Writes a character, or what one becomes, that stands at `at`. */
  put(text: string, at: number): void {
    this.#characters.push(text);
    this.#offsets.push(at);
  }

  /** Writes the text from `start` to `end` as it stands. */
  copy(text: string, start: number, end: number): void {
    for (let at = start; at < end; at++) this.put(text.charAt(at), at);
  }

  /** Makes characters from `index` on vanish; what was written after them stays. */
  blank(index: number, count: number): void {
    this.#characters.fill('', index, index + count);
  }

  /** Takes back what was written from `index` on. */
  truncate(index: number): void {
    this.#characters.length = index;
    this.#offsets.length = index;
  }

  /** Takes back blanks at the end, down to `index`. */
  trimEnd(index: number): void {
    let end = this.length;
    while (end > index && /^\s?$/.test(this.#characters[end - 1] ?? '')) end--;
    this.truncate(end);
  }

  /** The text with its white space folded, at both ends to nothing; its last offset is that of `end`. */
  folded(container: Container, end: number): VisibleText {
    let text = '';
    const offsets: number[] = [];
    let pendingSpace = -1;
    this.#characters.forEach((character, index) => {
      if (character === '') return;
      const at = this.#offsets[index] ?? 0;
      if (/^\s$/.test(character)) {
        if (pendingSpace < 0) pendingSpace = at;
        return;
      }
      if (pendingSpace >= 0 && text !== '') {
        text += ' ';
        offsets.push(toSource(container, pendingSpace));
      }
      pendingSpace = -1;
      text += character;
      const source = toSource(container, at);
      offsets.push(source);
      if (character.length > 1) offsets.push(source);
    });
    offsets.push(toSource(container, end));
    return { text, offsets: Int32Array.from(offsets) };
  }
}
