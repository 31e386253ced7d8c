import type { LeafFact } from '../leafFact';
import type { VisibleText } from '../types';
import { type Definitions, markedPieces } from './reader';
import { writePlain } from './plainText';
import type { InlineScanner } from './scanner';
import { TextOutput } from './textOutput';
import { InlineWalker } from './walker';

/** How a leaf is to be rendered. */
export interface RenderOptions {
  /**
   * What Pandoc's `stringify` keeps (code, math, citations as written), or what a reader reads as prose, with signs where
   * emphasis begins and ends or without.
   */
  readonly mode: 'plain' | 'prose' | 'emphasis';
  /** Whether the text of inline notes is kept. */
  readonly withNotes: boolean;
  readonly definitions: Definitions;
  /** A scanner for the text that holds the leaf. */
  readonly scanner: InlineScanner;
}

/** Renders the text of a leaf, with offsets into the source. White space is folded, also at both ends to nothing. */
export function renderLeaf(leaf: LeafFact, options: RenderOptions): VisibleText {
  const { scanned, start, end } = leaf.source;
  const { scanner, definitions } = options;
  const plain = new TextOutput();
  if (writePlain(scanned.text, start, end, plain)) return plain.folded(scanned, end);
  const stop = scanner.scan(start, end, 'bounded');
  const pieces = markedPieces(scanned.text, scanner.tokens, stop, leaf.context, definitions);
  const output = new TextOutput();
  const walker = new InlineWalker(scanned.text, pieces, output, {
    isPlain: options.mode === 'plain',
    withNotes: options.withNotes,
    marksEmphasis: options.mode === 'emphasis',
    isRow: leaf.kind === 'cell' || leaf.kind === 'term',
  });
  walker.walk(start, end);
  return output.folded(scanned, end);
}
