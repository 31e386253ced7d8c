import { Block } from './block';
import type { BlockList } from './blockList';
import { DivStack } from './blocks/divStack';
import { FileScanner } from './blocks/file';
import { keepOwnTexts } from './ownTexts';

/** Blocks that take the place of others. */
export interface Patch {
  /** The indices of the first block that is replaced and of the first one behind that is kept. */
  readonly first: number;
  readonly last: number;
  readonly blocks: readonly Block[];
  /** How many lines the new blocks have, without the last one. */
  readonly lines: number;
}

/** One change of the text, with offsets into the text before it. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

// A caption may stand before its table and a term before the caption: no more paragraphs look at each other.
const runsLookedBack = 3;
/** How many blocks behind those that were touched are in the first window. */
const blocksAhead = 3;

/** Scans a whole text. */
export function scanAll(text: string): Pick<Patch, 'blocks' | 'lines'> {
  const scanner = new FileScanner(text, DivStack.none);
  const scanned: Block[] = [];
  while (scanner.next >= 0) scanned.push(scanner.scan());
  if (scanned.length === 0) scanned.push(new Block(text, 0, 0, 0));
  return { blocks: placed(scanned, text.length), lines: scanner.line };
}

/** Finds the blocks that have to be scanned again because of one change, and scans them. */
export class Rescan {
  readonly #list: BlockList;
  readonly #change: Change;
  readonly #delta: number;
  /** The first and the last block that the change touches. */
  readonly #firstTouched: number;
  readonly #lastTouched: number;
  /** The blocks that have to be scanned again, as far as is known. */
  readonly #dirty = new Set<Block>();

  constructor(list: BlockList, change: Change) {
    this.#list = list;
    this.#change = change;
    this.#delta = change.newText.length - (change.end - change.start);
    const { start, end } = change;
    this.#firstTouched = list.indexAt(start);
    if (list.at(this.#firstTouched).start === start && this.#firstTouched > 0) this.#firstTouched--;
    this.#lastTouched = Math.max(this.#firstTouched, list.indexAt(Math.max(start, end - 1)));
  }

  /** Scans a block again whose text is as it was, and those on its line: none before looks at anything else. */
  static again(list: BlockList, block: Block): Patch[] {
    const { start } = block;
    const rescan = new Rescan(list, { start, end: start, newText: '' });
    const patches: Patch[] = [];
    rescan.#dirty.add(block);
    rescan.#scanFrom(list.indexOf(block), patches);
    return patches;
  }

  /** The new blocks, in order. The divs that are known to be open before blocks that are kept are set at once. */
  run(openBlocks: Iterable<Block>): Patch[] {
    const list = this.#list;
    const pending = this.#findDirty(openBlocks);
    const patches: Patch[] = [];
    let reached = 0;
    for (const index of pending) {
      if (index < reached) continue;
      reached = this.#scanFrom(index, patches);
      if (reached >= list.blocks.length) break;
    }
    return patches;
  }

  /** The indices of the blocks that may be read otherwise than before, in order. */
  #findDirty(openBlocks: Iterable<Block>): number[] {
    const list = this.#list;
    const { start } = this.#change;
    const found: number[] = [];
    for (const block of openBlocks) {
      if (block.start < start) found.push(list.indexOf(block));
    }
    let runs = list.at(this.#firstTouched).isAfterBlank ? 1 : 0;
    for (let index = this.#firstTouched - 1; index >= 0 && runs < runsLookedBack; index--) {
      const block = list.at(index);
      if (block.reach >= start) found.push(index);
      if (block.isAfterBlank) runs++;
    }
    for (let index = this.#firstTouched; index <= this.#lastTouched; index++) found.push(index);
    for (const index of found) this.#dirty.add(list.at(index));
    return found.sort((a, b) => a - b);
  }

  /** Scans from a block on until the blocks are as before; gives the index of the first one that is kept. */
  #scanFrom(index: number, patches: Patch[]): number {
    const list = this.#list;
    for (;;) {
      const begin = this.#lineBlock(index);
      const patch = this.#patchFrom(begin);
      let { last } = patch;
      let { divs } = patch;
      patches.push(patch);
      // What was opened or closed matters to the blocks behind only where they asked.
      while (last < list.blocks.length) {
        const block = list.at(last);
        if (block.divs === divs) return last;
        if (block.asksForDivs || this.#dirty.has(block)) break;
        block.divs = divs;
        divs = block.divsAfter;
        last++;
      }
      if (last >= list.blocks.length) return last;
      list.at(last).divs = divs;
      index = last;
    }
  }

  /** The index of the last block up to `index` that begins a line. */
  #lineBlock(index: number): number {
    while (index > 0 && this.#list.at(index).column > 0) index--;
    return index;
  }

  #patchFrom(begin: number): Patch & { readonly divs: DivStack } {
    for (let ahead = blocksAhead; ; ahead *= 4) {
      const patch = this.#tryPatch(begin, ahead);
      if (patch === 'back') begin = this.#lineBlock(begin - 1);
      else if (patch !== undefined) return patch;
    }
  }

  /** Scans a window; undefined where a block looks beyond it, 'back' where the blocks before have to be read as well. */
  #tryPatch(begin: number, ahead: number): (Patch & { divs: DivStack }) | 'back' | undefined {
    const list = this.#list;
    const first = list.at(begin);
    const windowStart = this.#moved(begin);
    const windowEnd = this.#windowEnd(begin, ahead);
    const isWhole = windowEnd === list.length + this.#delta;
    const source = this.#slice(windowStart, windowEnd);
    const scanner = new FileScanner(source, first.divs);
    if (scanner.next !== 0 && begin > 0) return 'back';
    const scanned: Block[] = [];
    let candidate = begin + 1;
    while (scanner.next >= 0) {
      const isWholeStart = scanned.length > 0 || scanner.next === 0;
      if (scanner.column === 0 && isWholeStart) {
        candidate = this.#stopAt(windowStart + scanner.next, candidate);
        const stop = this.#list.blocks[candidate];
        if (stop !== undefined && this.#moved(candidate) === windowStart + scanner.next) {
          stop.isAfterBlank = scanner.isAfterBlank;
          const blocks = placed(scanned, scanner.next, first);
          this.#shorten(blocks, scanner, windowStart);
          return { first: begin, last: candidate, blocks, lines: scanner.line, divs: scanner.divs };
        }
      }
      const block = scanner.scan();
      if (block.isOpen && !isWhole) return undefined;
      scanned.push(block);
    }
    if (!isWhole) return undefined;
    if (scanned.length === 0) scanned.push(new Block(source, 0, 0, 0));
    const blocks = placed(scanned, source.length, first);
    const last = list.blocks.length;
    return { first: begin, last, blocks, lines: scanner.line, divs: scanner.divs };
  }

  /** Lets go of the text behind new blocks, which was only looked at: they may stay for long. */
  #shorten(blocks: readonly Block[], scanner: FileScanner, windowStart: number): void {
    const text = this.#slice(windowStart, windowStart + scanner.next);
    // A text that was put together is copied when it is first read; until then it keeps all that it was put together from.
    text.charCodeAt(0);
    for (const block of blocks) {
      block.source = text;
      keepOwnTexts(block.facts);
    }
    scanner.shorten(text);
  }

  /** The index of the first block from `candidate` on that may be kept and does not stand before an offset. */
  #stopAt(offset: number, candidate: number): number {
    const { blocks } = this.#list;
    for (; candidate < blocks.length; candidate++) {
      const block = this.#list.at(candidate);
      if (this.#dirty.has(block) || block.column > 0) continue;
      if (candidate > this.#firstTouched && block.start < this.#change.end) continue;
      if (this.#moved(candidate) >= offset) break;
    }
    return candidate;
  }

  /** Where a block starts after the change; it may not be one that the change has cut. */
  #moved(index: number): number {
    const { start } = this.#list.at(index);
    return index > this.#firstTouched ? start + this.#delta : start;
  }

  #windowEnd(begin: number, ahead: number): number {
    const { blocks, length } = this.#list;
    const behind = (index: number): number => {
      while (index < blocks.length && this.#list.at(index).column > 0) index++;
      return index;
    };
    let index = behind(begin + ahead);
    if (index > this.#firstTouched) index = behind(Math.max(begin, this.#lastTouched) + ahead);
    return index < blocks.length ? this.#moved(index) : length + this.#delta;
  }

  /** A part of the text after the change. */
  #slice(from: number, to: number): string {
    const { start, end, newText } = this.#change;
    const newEnd = start + newText.length;
    const before = from < start ? this.#list.slice(from, Math.min(to, start)) : '';
    const inside =
      from < newEnd && to > start
        ? newText.slice(Math.max(0, from - start), Math.min(newText.length, to - start))
        : '';
    const after =
      to > newEnd ? this.#list.slice(Math.max(end, from - this.#delta), to - this.#delta) : '';
    return before + inside + after;
  }
}

/** Lets blocks tile the text up to `to`. The first one of a window is told what stands before it. */
function placed(blocks: Block[], to: number, before?: Block): Block[] {
  const [first] = blocks;
  if (first !== undefined && first.from > 0) {
    // The first block of a file takes the blank lines before it.
    first.from = 0;
    first.column = 0;
    first.groupLine = 0;
  }
  if (first !== undefined && before !== undefined) first.isAfterBlank = before.isAfterBlank;
  let last: Block | undefined;
  for (const block of blocks) {
    if (last !== undefined) last.to = block.from;
    last = block;
  }
  if (last !== undefined) last.to = to;
  return blocks;
}
