import { isBlankFrom } from './blocks/lines';
import { type Container, lineEnd, lineStart, toSource } from './source';
import type { FrontMatter } from './types';

/** Finds the YAML block at the start of a file: the lines of its fences, or undefined. */
export function frontMatterLines(
  container: Container,
): { readonly open: number; readonly close: number } | undefined {
  const { text, lineCount } = container;
  let open = 0;
  while (open < lineCount && isBlankFrom(text, lineStart(container, open))) open++;
  const close = metadataEnd(container, open);
  return close < 0 ? undefined : { open, close };
}

/** The places of a YAML block with fences on the two lines. */
export function frontMatterAt(container: Container, open: number, close: number): FrontMatter {
  const at = (offset: number): number => toSource(container, offset);
  return {
    range: { start: at(lineStart(container, open)), end: at(lineEnd(container, close)) },
    contentRange: {
      start: at(lineStart(container, open + 1)),
      end: at(lineStart(container, close)),
    },
  };
}

/** The line that closes the YAML block which opens on a line, or -1 where there is none. */
export function metadataEnd(container: Container, line: number): number {
  const { text, lineCount } = container;
  if (!isFence(container, line, '---')) return -1;
  const next = line + 1;
  if (next >= lineCount || isBlankFrom(text, lineStart(container, next))) return -1;
  if (!looksLikeMapping(container, next)) return -1;
  for (let close = next; close < lineCount; close++) {
    if (isFence(container, close, '---') || isFence(container, close, '...')) return close;
  }
  return -1;
}

/** Whether the first line that is no comment begins a mapping: Pandoc takes nothing else for metadata. */
function looksLikeMapping(container: Container, from: number): boolean {
  for (let line = from; line < container.lineCount; line++) {
    const content = container.text.slice(lineStart(container, line), lineEnd(container, line));
    if (/^\s*(?:#|$)/.test(content)) continue;
    return (
      /^\s*(?:\{|[^\s#-][^\n]*:|"[^"]*"\s*:|-[^\s][^\n]*:|\?\s)/.test(content) ||
      isFenceText(content)
    );
  }
  return false;
}

function isFenceText(content: string): boolean {
  return /^(?:---|\.\.\.)\s*$/.test(content);
}

function isFence(container: Container, line: number, fence: string): boolean {
  const start = lineStart(container, line);
  return container.text.startsWith(fence, start) && isBlankFrom(container.text, start + 3);
}
