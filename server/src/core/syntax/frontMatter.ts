import { isBlankFrom } from './blocks/lines';
import { emptyFacts, type Facts } from './facts';
import { type Container, lineEnd, lineStart, toSource } from './source';
import type { FrontMatter } from './types';

/** The YAML block at the start of a file, with what its strings and comments say. */
export interface ScannedFrontMatter {
  readonly frontMatter: FrontMatter;
  /** Relative to the start of the front matter. */
  readonly facts: Facts;
  /** Where the text after it begins, in the container. */
  readonly end: number;
}

/** Finds the YAML block at the start of a file (Pandoc manual, `yaml_metadata_block`). */
export function frontMatterAt(container: Container): ScannedFrontMatter | undefined {
  const { text, lineCount } = container;
  let first = 0;
  while (first < lineCount && isBlankFrom(text, lineStart(container, first))) first++;
  const close = metadataEnd(container, first);
  if (close < 0) return undefined;
  const range = {
    start: toSource(container, lineStart(container, first)),
    end: toSource(container, lineEnd(container, close)),
  };
  const contentRange = {
    start: toSource(container, lineStart(container, first + 1)),
    end: toSource(container, lineStart(container, close)),
  };
  const end = Math.min(lineEnd(container, close) + 1, text.length);
  return { frontMatter: { range, contentRange }, facts: emptyFacts(), end };
}

/** The line that closes the YAML block which opens on a line, or -1 where there is none. */
export function metadataEnd(container: Container, line: number): number {
  const { text, lineCount } = container;
  if (!isFence(container, line, '---')) return -1;
  const next = line + 1;
  if (next >= lineCount || isBlankFrom(text, lineStart(container, next))) return -1;
  for (let close = next; close < lineCount; close++) {
    if (isFence(container, close, '---') || isFence(container, close, '...')) return close;
  }
  return -1;
}

function isFence(container: Container, line: number, fence: string): boolean {
  const start = lineStart(container, line);
  return container.text.startsWith(fence, start) && isBlankFrom(container.text, start + 3);
}
