/** A place in a text: 0-based line and 0-based UTF-16 character, as in LSP 3.17 §Position. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a `LineIndex` has to know of a text. */
export interface LineSource {
  /** In UTF-16 units. */
  readonly length: number;
  readonly lineCount: number;
  /** The offset at which a line starts; undefined for a line that does not exist. */
  lineStart(line: number): number | undefined;
  /** The line that holds an offset from 0 to `length`. */
  lineAt(offset: number): number;
  slice(start: number, end: number): string;
}

/**
 * Translates between offsets and positions of one text. Lines end at `\n`, `\r\n` or a lone `\r`, as in LSP 3.17
 * §TextDocuments. Offsets and characters are 0-based UTF-16; out-of-range input is clamped.
 */
export class LineIndex {
  readonly #source: LineSource;

  /** An index of a text that may change is as up to date as its source. */
  constructor(text: string | LineSource) {
    this.#source = typeof text === 'string' ? new TextLines(text) : text;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#source.lineCount;
  }

  /** The position of an offset. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#source.length));
    const line = this.#source.lineAt(clamped);
    return { line, character: clamped - (this.#source.lineStart(line) ?? 0) };
  }

  /** The offset of a position; a character past the end of its line is clamped to that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#source.lineStart(line);
    if (start === undefined) return this.#source.length;
    return Math.min(start + Math.max(0, character), this.#contentEnd(line));
  }

  /** The text of a line without its line break; empty for a line that does not exist. */
  lineText(line: number): string {
    const start = this.#source.lineStart(line);
    return start === undefined ? '' : this.#source.slice(start, this.#contentEnd(line));
  }

  #contentEnd(line: number): number {
    const end = this.#source.lineStart(line + 1);
    if (end === undefined) return this.#source.length;
    const before = this.#source.slice(Math.max(0, end - 2), end);
    return end - (before === '\r\n' ? 2 : 1);
  }
}

/** The offsets at which the lines of a text start; the first is 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The index of the last number that is not above `limit`, in an ascending list that begins with such a number. */
export function lastNotAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

class TextLines implements LineSource {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get length(): number {
    return this.#text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  lineStart(line: number): number | undefined {
    return this.#starts[line];
  }

  lineAt(offset: number): number {
    return lastNotAbove(this.#starts, offset);
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }
}
