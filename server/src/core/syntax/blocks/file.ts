import { type Block, emptyFacts } from '../facts';
import { fileContainer, toSource } from '../source';
import type { FrontMatter } from '../types';
import { frontMatterAt } from '../frontMatter';
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
  const scanner = new BlockScanner(container, emptyFacts(), 0, {
    isInList: false,
    divDepth: 0,
    context: 'body',
    depth: 0,
    section: { end: Infinity },
    tokens: new TokenList(),
    leafKind: 'paragraph',
  });
  const blocks: Block[] = [];
  const front = frontMatterAt(container);
  let frontMatter: FrontMatter | undefined;
  if (front !== undefined) {
    frontMatter = front.frontMatter;
    blocks.push({ ...frontMatter.range, base: 0, isOpen: false, facts: front.facts });
    scanner.skipTo(front.end);
  }
  for (let start = scanner.nextBlock(); start >= 0; start = scanner.nextBlock()) {
    const facts = emptyFacts();
    scanner.facts = facts;
    scanner.scanBlock();
    blocks.push({
      start: toSource(container, start),
      end: toSource(container, scanner.position),
      base: 0,
      isOpen: scanner.takeOpen(),
      facts,
    });
  }
  return { blocks, frontMatter };
}
