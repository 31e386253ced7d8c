import { type Block, Facts } from '../facts';
import { fileContainer, toSource } from '../source';
import type { FrontMatter } from '../types';
import { frontMatterAt, frontMatterLines } from '../frontMatter';
import { TokenList } from '../inline/tokenList';
import { BlockScanner } from './scanner';

/** The blocks of a file, in order. */
export interface ScannedFile {
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter | undefined;
}

/** Reads a file block by block. */
export function scanFile(source: string): ScannedFile {
  const container = fileContainer(source);
  const tokens = new TokenList();
  const scanner = new BlockScanner(container, new Facts(), {
    isInList: false,
    divDepth: 0,
    context: 'body',
    depth: 0,
    section: { end: Infinity },
    tokens,
    leafKind: 'paragraph',
  });
  const blocks: Block[] = [];
  const front = frontMatterLines(container);
  const frontMatter =
    front === undefined ? undefined : frontMatterAt(container, front.open, front.close);
  for (let start = scanner.nextBlock(); start >= 0; start = scanner.nextBlock()) {
    const facts = new Facts();
    scanner.facts = facts;
    tokens.isOpen = false;
    scanner.scanBlock();
    blocks.push({
      start: toSource(container, start),
      end: toSource(container, scanner.pos),
      isOpen: tokens.isOpen,
      facts,
    });
  }
  return { blocks, frontMatter };
}
