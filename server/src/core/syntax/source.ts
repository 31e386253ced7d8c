import { Code } from './characters';

/**
 * Leads from offsets of a rewritten text (tabs expanded, prefixes of quotes and list items removed) back to the source.
 * It is a list of pieces that were taken over as they are; an offset beyond its piece is clamped to the next one.
 */
export class OffsetMap {
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  /** From `from` in the rewritten text on, the text is the source's from `to` on. Calls come in ascending order. */
  add(from: number, to: number): void {
    const last = this.#from.length - 1;
    if (last >= 0 && this.#from[last] === from) {
      this.#to[last] = to;
      return;
    }
    this.#from.push(from);
    this.#to.push(to);
  }

  /** The offset in the source. */
  toSource(offset: number): number {
    const index = this.#pieceAt(offset);
    const source = (this.#to[index] ?? 0) + offset - (this.#from[index] ?? 0);
    const next = this.#to[index + 1];
    return next !== undefined && next < source ? next : source;
  }

  /** Adds the pieces of `other` between `start` and `end` to this map, at `from`. */
  addPieces(other: OffsetMap, start: number, end: number, from: number): void {
    this.add(from, other.toSource(start));
    for (let index = other.#pieceAt(start) + 1; index < other.#from.length; index++) {
      const piece = other.#from[index] ?? 0;
      if (piece > end) break;
      this.add(from + piece - start, other.#to[index] ?? 0);
    }
  }

  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#from[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A text that is read as blocks: the file itself, or what stands in a quote, an item, a note, a cell. */
export interface Container {
  readonly text: string;
  /** Where each line starts; one more entry, one past the end of the text plus one, ends the last line. */
  readonly lines: Int32Array;
  readonly lineCount: number;
  /** Absent where offsets are the source's own. */
  readonly map: OffsetMap | undefined;
}

/** The source offset of an offset into a container's text. */
export function toSource(container: Container, offset: number): number {
  return container.map === undefined ? offset : container.map.toSource(offset);
}

/** The end of a line, before its line break. */
export function lineEnd(container: Container, line: number): number {
  return (container.lines[line + 1] ?? container.text.length + 1) - 1;
}

/** The start of a line. */
export function lineStart(container: Container, line: number): number {
  return container.lines[line] ?? container.text.length;
}

/** Reads a file as Pandoc does: line breaks are `\n`, tabs are spaces up to the next multiple of four columns. */
export function fileContainer(source: string): Container {
  if (!source.includes('\t') && !source.includes('\r')) return containerOf(source, undefined);
  const map = new OffsetMap();
  const parts: string[] = [];
  let length = 0;
  let taken = 0;
  let lineBegin = 0;
  const take = (end: number, replacement: string, next: number): void => {
    parts.push(source.slice(taken, end), replacement);
    map.add(length, taken);
    length += end - taken;
    if (replacement.length > 1) map.add(length + 1, next);
    length += replacement.length;
    taken = next;
  };
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === Code.LineFeed) {
      lineBegin = length + at + 1 - taken;
    } else if (code === Code.CarriageReturn) {
      const isPair = source.charCodeAt(at + 1) === Code.LineFeed;
      take(at, '\n', isPair ? at + 2 : at + 1);
      if (isPair) at++;
      lineBegin = length;
    } else if (code === Code.Tab) {
      const column = length + at - taken - lineBegin;
      take(at, ' '.repeat(4 - (column % 4)), at + 1);
    }
  }
  map.add(length, taken);
  parts.push(source.slice(taken));
  return containerOf(parts.join(''), map);
}

/** A container for a text whose offsets `map` leads back to the source. */
export function containerOf(text: string, map: OffsetMap | undefined): Container {
  let lines = new Int32Array(4 + (text.length >> 5));
  let count = 0;
  for (let start = 0; start >= 0;) {
    if (count + 2 >= lines.length) {
      const grown = new Int32Array(lines.length * 2);
      grown.set(lines);
      lines = grown;
    }
    lines[count++] = start;
    const lineFeed = text.indexOf('\n', start);
    start = lineFeed < 0 ? -1 : lineFeed + 1;
  }
  lines[count] = text.length + 1;
  return { text, lines, lineCount: count, map };
}

/** Puts a container together from pieces of another one, line by line. */
export class ContainerBuilder {
  readonly #parent: Container;
  readonly #parts: string[] = [];
  readonly #map = new OffsetMap();
  #length = 0;

  constructor(parent: Container) {
    this.#parent = parent;
  }

  /** Adds the parent's text between two offsets, and a line break. */
  addLine(start: number, end: number): void {
    this.#parts.push(this.#take(start, end));
    this.#length++;
  }

  /** Adds several pieces of the parent's text as one line. */
  addPieces(pieces: readonly { readonly start: number; readonly end: number }[]): void {
    this.#parts.push(pieces.map(({ start, end }) => this.#take(start, end)).join(''));
    this.#length++;
  }

  #take(start: number, end: number): string {
    const { text, map } = this.#parent;
    if (map === undefined) this.#map.add(this.#length, start);
    else this.#map.addPieces(map, start, end, this.#length);
    this.#length += end - start;
    return text.slice(start, end);
  }

  /** Whether nothing was added yet. */
  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** The container of all lines added. */
  build(): Container {
    return containerOf(this.#parts.join('\n'), this.#map);
  }
}
