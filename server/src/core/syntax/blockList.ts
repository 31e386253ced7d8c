import { lastNotAbove, type LineSource } from '../text/lineIndex';
import { firstFrom } from '../text/search';
import { type Block, BlockGroup } from './block';

// Large enough that groups are few, small enough that one is moved in no time.
const groupSize = 256;

/** The blocks of a document in order, and the text that they tile. */
export class BlockList implements LineSource {
  readonly #blocks: Block[] = [];
  /** Where the last offset was found that was looked up. */
  #lastIndex = 0;
  readonly #groups: BlockGroup[] = [];
  #length = 0;
  #lineCount = 1;

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get length(): number {
    return this.#length;
  }

  get lineCount(): number {
    return this.#lineCount;
  }

  /** The block at an index that exists. */
  at(index: number): Block {
    const block = this.#blocks[index];
    if (block === undefined) throw new RangeError(`no block ${index}`);
    return block;
  }

  /** The index of the block that holds an offset; the last one for the end of the text. */
  indexAt(offset: number): number {
    // Who asks often asks about the same block again.
    const last = this.#blocks[this.#lastIndex];
    if (last !== undefined && last.start <= offset && offset < last.end) return this.#lastIndex;
    const index = Math.max(0, firstFrom(this.#blocks, offset + 1, ({ start }) => start) - 1);
    this.#lastIndex = index;
    return index;
  }

  /** The index of a block. */
  indexOf(block: Block): number {
    let index = this.indexAt(block.start);
    while (index > 0 && this.#blocks[index] !== block) index--;
    return index;
  }

  slice(start: number, end: number): string {
    start = Math.max(0, start);
    end = Math.min(end, this.#length);
    if (start >= end) return '';
    const begin = this.indexAt(start);
    const only = this.at(begin);
    const { shift: moved } = only;
    // Mostly it is a part of one block.
    if (end <= only.end) return only.source.slice(start - moved, end - moved);
    const parts: string[] = [];
    for (let index = begin; index < this.#blocks.length;) {
      const first = this.at(index);
      const { shift, source, start: blockStart } = first;
      if (blockStart >= end) break;
      // Blocks that were scanned together are cut out together.
      let last = first;
      for (index++; index < this.#blocks.length && last.end < end; index++) {
        const next = this.at(index);
        if (next.source !== source || next.from !== last.to) break;
        last = next;
      }
      parts.push(source.slice(Math.max(first.from, start - shift), Math.min(last.to, end - shift)));
    }
    return parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  }

  lineStart(line: number): number | undefined {
    if (line < 0 || line >= this.#lineCount) return undefined;
    // The last block that begins a line up to this one.
    let index = firstFrom(this.#blocks, line + 1, (block) => block.line) - 1;
    for (; index > 0; index--) {
      const block = this.at(index);
      if (block.line < line || block.column === 0) break;
    }
    const block = this.at(Math.max(0, index));
    return block.start + (block.lineStarts[line - block.line] ?? 0);
  }

  lineAt(offset: number): number {
    const block = this.at(this.indexAt(offset));
    return block.line + lastNotAbove(block.lineStarts, offset - block.start);
  }

  /**
   * Replaces the blocks from `first` to before `last` by others that were scanned together, beginning where the first
   * one of those replaced began, or at the end where none is there.
   * @param lines how many lines the text of the new blocks has, without the last one
   */
  replace(first: number, last: number, blocks: readonly Block[], lines: number): void {
    const start = this.#blocks[first]?.start ?? this.#length;
    const line = this.#blocks[first]?.line ?? this.#lineCount - 1;
    const end = this.#blocks[last]?.start ?? this.#length;
    const lastLine = this.#blocks[last]?.line ?? this.#lineCount - 1;
    const group = this.#blocks[first]?.group ?? this.#groups.at(-1) ?? this.#addGroup(0);
    for (let index = first; index < last; index++) this.#leave(this.at(index).group);
    let newLength = 0;
    for (const block of blocks) {
      newLength += block.to - block.from;
      group.size++;
      block.group = group;
      block.offset = start - group.shift;
      block.groupLine += line - group.line;
    }
    const delta = newLength - (end - start);
    const lineDelta = lines - (lastLine - line);
    if (delta !== 0 || lineDelta !== 0) this.#move(last, delta, lineDelta);
    this.#length += delta;
    this.#lineCount += lineDelta;
    if (blocks.length === last - first) {
      blocks.forEach((block, index) => (this.#blocks[first + index] = block));
    } else {
      spliceAll(this.#blocks, first, last, blocks);
    }
    this.#tidy(group, first);
  }

  /** Moves the blocks from an index on. */
  #move(from: number, delta: number, lineDelta: number): void {
    const group = this.#blocks[from]?.group;
    if (group === undefined) return;
    for (let index = from; index < this.#blocks.length; index++) {
      const block = this.at(index);
      if (block.group !== group) break;
      block.offset += delta;
      block.groupLine += lineDelta;
    }
    for (let index = group.index + 1; index < this.#groups.length; index++) {
      const behind = this.#groups[index];
      if (behind === undefined) break;
      behind.shift += delta;
      behind.line += lineDelta;
    }
  }

  #leave(group: BlockGroup): void {
    group.size--;
  }

  #addGroup(index: number): BlockGroup {
    const group = new BlockGroup();
    this.#groups.splice(index, 0, group);
    this.#renumber(index);
    return group;
  }

  #renumber(from: number): void {
    for (let index = from; index < this.#groups.length; index++) {
      const group = this.#groups[index];
      if (group !== undefined) group.index = index;
    }
  }

  /** Removes groups that are empty, and divides one that has grown too large; `near` is a place in it or before it. */
  #tidy(group: BlockGroup, near: number): void {
    this.#removeEmptyGroups(group.index);
    if (group.size <= 2 * groupSize) return;
    let first = near;
    while (first > 0 && this.#blocks[first - 1]?.group === group) first--;
    const end = first + group.size;
    for (let start = first + groupSize; start < end; start += groupSize) {
      const next = this.#addGroup((this.#blocks[start - 1]?.group.index ?? 0) + 1);
      const { start: shift, line } = this.at(start);
      next.shift = shift;
      next.line = line;
      for (let index = start; index < Math.min(end, start + groupSize); index++) {
        const block = this.at(index);
        block.offset += group.shift - shift;
        block.groupLine += group.line - line;
        block.group = next;
        next.size++;
        group.size--;
      }
    }
  }

  /** Removes the groups that replaced blocks have left: the one at an index, or those behind it. */
  #removeEmptyGroups(at: number): void {
    const first = this.#groups[at]?.size === 0 ? at : at + 1;
    let end = first;
    while (this.#groups[end]?.size === 0) end++;
    if (end === first || end - first === this.#groups.length) return;
    this.#groups.splice(first, end - first);
    this.#renumber(first);
  }
}

/** Replaces a part of an array; the items may be too many for the arguments of a call. */
function spliceAll<T>(array: T[], first: number, last: number, items: readonly T[]): void {
  if (items.length < 1000) {
    array.splice(first, last - first, ...items);
    return;
  }
  const behind = array.slice(last);
  array.length = first;
  for (const item of items) array.push(item);
  for (const item of behind) array.push(item);
}
