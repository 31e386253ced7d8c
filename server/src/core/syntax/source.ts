import { Code } from './characters';

/**
 * Leads from offsets of a rewritten text (tabs expanded, prefixes of quotes and list items removed) back to the source.
 * It is a list of pieces that were taken over as they are; an offset beyond its piece is clamped to the next one.
 */
export class OffsetMap {
  /** Two numbers for each piece: where it starts in the rewritten text, and in the source. */
  #pieces: number[] = [];
  /** The piece that was asked for last, for the next one is mostly near. */
  #last = 0;

  /** From `from` in the rewritten text on, the text is the source's from `to` on. Calls come in ascending order. */
  add(from: number, to: number): void {
    const pieces = this.#pieces;
    const last = pieces.length - 2;
    if (last < 0) this.#pieces = [from, to];
    else if (pieces[last] === from) pieces[last + 1] = to;
    else pieces.push(from, to);
  }

  /** The offset in the source. */
  toSource(offset: number): number {
    const pieces = this.#pieces;
    const index = this.#pieceAt(offset);
    const source = (pieces[index + 1] ?? 0) + offset - (pieces[index] ?? 0);
    if (index + 2 >= pieces.length) return source;
    return Math.min(source, pieces[index + 3] ?? source);
  }

  /** The offset that {@link toSource} leads from to an offset of the source; undefined where there is none. */
  fromSource(source: number): number | undefined {
    const pieces = this.#pieces;
    let low = 0;
    let high = pieces.length - 2;
    while (low < high) {
      const middle = ((low + high + 2) >> 2) << 1;
      if ((pieces[middle + 1] ?? 0) <= source) low = middle;
      else high = middle - 2;
    }
    const offset = (pieces[low] ?? 0) + source - (pieces[low + 1] ?? 0);
    return this.toSource(offset) === source ? offset : undefined;
  }

  /** Adds the pieces of `other` between `start` and `end` to this map, at `from`. */
  addPieces(other: OffsetMap, start: number, end: number, from: number): void {
    this.add(from, other.toSource(start));
    const pieces = other.#pieces;
    for (let index = other.#pieceAt(start) + 2; index < pieces.length; index += 2) {
      const piece = pieces[index] ?? 0;
      if (piece > end) break;
      this.add(from + piece - start, pieces[index + 1] ?? 0);
    }
  }

  /** The index of the piece that holds an offset. */
  #pieceAt(offset: number): number {
    const pieces = this.#pieces;
    let low = this.#last;
    if (offset < (pieces[low] ?? 0)) low = 0;
    let high = pieces.length - 2;
    for (let step = 2; low + step <= high; step *= 2) {
      if ((pieces[low + step] ?? 0) > offset) {
        high = low + step - 2;
        break;
      }
      low += step;
    }
    while (low < high) {
      const middle = ((low + high + 2) >> 2) << 1;
      if ((pieces[middle] ?? 0) <= offset) low = middle;
      else high = middle - 2;
    }
    this.#last = low;
    return low;
  }
}

/** A search for what is far below, which has to be made again when the text there changes. */
export interface Search {
  /** Whether it was in vain. */
  isOpen: boolean;
}

/** A cell that was cut out of several lines of a table: what stands between its lines belongs to other cells. */
export class TableCell {
  /** The cell that it stands in. */
  readonly outer: TableCell | undefined;
  readonly depth: number;
  readonly #map: OffsetMap;
  readonly #length: number;

  constructor(outer: TableCell | undefined, map: OffsetMap, length: number) {
    this.outer = outer;
    this.depth = outer === undefined ? 1 : outer.depth + 1;
    this.#map = map;
    this.#length = length;
  }

  /** Whether a character of the source stands in it. */
  covers(offset: number): boolean {
    const at = this.#map.fromSource(offset);
    return at !== undefined && at >= 0 && at <= this.#length;
  }
}

/** A text that was scanned, and where it stands in the source. */
export interface ScannedText {
  /** Put in again without the end that nobody needs, where little of it does count. */
  text: string;
  /** Absent where offsets are the source's own. */
  readonly map: OffsetMap | undefined;
  /** The innermost cell that it stands in. */
  readonly cell: TableCell | undefined;
}

/** A text that is read as blocks: the file itself, or what stands in a quote, an item, a note, a cell. */
export interface Container extends Readonly<ScannedText> {
  /** Where each line starts; one more entry, one past the end of the text plus one, ends the last line. */
  readonly lines: readonly number[];
  readonly lineCount: number;
  /** Where the carriage returns stand in the source that no line feed follows; Pandoc takes them for nothing. */
  readonly loneReturns?: readonly number[];
}

/** What is to be kept of a container when it has been read: without its lines. */
export function withoutLines({ text, map, cell }: Container): ScannedText {
  return { text, map, cell };
}

/** The source offset of an offset into a container's text. */
export function toSource({ map }: ScannedText, offset: number): number {
  return map === undefined ? offset : map.toSource(offset);
}

/** The offset into a container's text of an offset into the source; undefined where it stands for none. */
export function fromSource({ map }: ScannedText, source: number): number | undefined {
  return map === undefined ? source : map.fromSource(source);
}

/** The end of a line, before its line break. */
export function lineEnd(container: Container, line: number): number {
  return (container.lines[line + 1] ?? container.text.length + 1) - 1;
}

/** The start of a line. */
export function lineStart(container: Container, line: number): number {
  return container.lines[line] ?? container.text.length;
}

/** Reads a file as Pandoc does: carriage returns are left out, tabs are spaces up to the next multiple of four columns. */
export function fileContainer(source: string): Container {
  if (!source.includes('\t') && !source.includes('\r')) return containerOf(source, undefined);
  const map = new OffsetMap();
  const parts: string[] = [];
  const loneReturns: number[] = [];
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
      // Pandoc leaves out all of them, not only those before a line feed.
      const isPair = source.charCodeAt(at + 1) === Code.LineFeed;
      take(at, isPair ? '\n' : '', isPair ? at + 2 : at + 1);
      if (isPair) {
        at++;
        lineBegin = length;
      } else {
        loneReturns.push(at);
      }
    } else if (code === Code.Tab) {
      const column = length + at - taken - lineBegin;
      take(at, ' '.repeat(4 - (column % 4)), at + 1);
    }
  }
  map.add(length, taken);
  parts.push(source.slice(taken));
  const container = containerOf(parts.join(''), map);
  return loneReturns.length > 0 ? { ...container, loneReturns } : container;
}

/** A container for a text whose offsets `map` leads back to the source. */
function containerOf(text: string, map: OffsetMap | undefined): Container {
  const lines = lineBegins(text);
  const lineCount = lines.length;
  lines.push(text.length + 1);
  // A list that has grown has room for more, which is kept as long as the container.
  return { text, lines: lines.slice(), lineCount, map, cell: undefined };
}

/** By itself, so that what is compiled while a long text is read is of use for the next one. */
function lineBegins(text: string): number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}

/** Puts a container together from pieces of another one, line by line. */
export class ContainerBuilder {
  readonly #parent: Container;
  readonly #isCell: boolean;
  readonly #map = new OffsetMap();
  /** Most hold one line: then no lists are made. */
  #text = '';
  #texts: string[] | undefined;
  #lines: number[] | undefined;
  #lineCount = 0;
  #length = 0;

  /** `isCell`: what is put together is a cell of a table, out of several lines. */
  constructor(parent: Container, isCell = false) {
    this.#parent = parent;
    this.#isCell = isCell;
  }

  /**
   * Adds the parent's text between two offsets, which holds no line break, as one line.
   * @param rewrite gives the text that stands for it, which is as long
   */
  addLine(start: number, end: number, rewrite?: (text: string) => string): void {
    const at = this.#length;
    const text = this.#take(start, end);
    this.#push(at, rewrite === undefined ? text : rewrite(text));
  }

  /** Adds several pieces of the parent's text as one line. */
  addPieces(pieces: readonly { readonly start: number; readonly end: number }[]): void {
    const at = this.#length;
    this.#push(at, pieces.map(({ start, end }) => this.#take(start, end)).join(''));
  }

  #take(start: number, end: number): string {
    const { text, map } = this.#parent;
    if (map === undefined) this.#map.add(this.#length, start);
    else this.#map.addPieces(map, start, end, this.#length);
    this.#length += end - start;
    return text.slice(start, end);
  }

  #push(at: number, text: string): void {
    if (this.#lineCount++ === 0) {
      this.#text = text;
    } else {
      (this.#texts ??= [this.#text]).push(text);
      (this.#lines ??= [0]).push(at);
    }
    this.#length++;
  }

  /** Whether nothing was added yet. */
  get isEmpty(): boolean {
    return this.#lineCount === 0;
  }

  /** The container of all lines added, which must be one at least. */
  build(): Container {
    const text = this.#texts?.join('\n') ?? this.#text;
    const lines = (this.#lines ?? [0]).concat(this.#length);
    const outer = this.#parent.cell;
    const cell = this.#isCell ? new TableCell(outer, this.#map, text.length) : outer;
    return { text, lines, lineCount: this.#lineCount, map: this.#map, cell };
  }
}
