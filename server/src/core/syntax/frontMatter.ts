import { isBlankFrom } from './blocks/lines';
import { isMetadata } from './metadata';
import { type Container, lineEnd, lineStart, type Search } from './source';

/** The line that closes the YAML block which opens on a line, or -1 where there is none. */
export function metadataEnd(container: Container, line: number, search: Search): number {
  const { text, lineCount } = container;
  if (!isFence(container, line, '---')) return -1;
  const next = line + 1;
  if (next >= lineCount || isBlankFrom(text, lineStart(container, next))) return -1;
  const content = firstContent(container, next);
  if (!looksLikeMapping(container, content)) {
    search.isOpen ||= content !== next;
    return -1;
  }
  for (let close = next; close < lineCount; close++) {
    if (!isFence(container, close, '---') && !isFence(container, close, '...')) continue;
    const yaml = text.slice(lineStart(container, next), lineStart(container, close));
    return hasPlainKey(container, content) || isMetadata(yaml) ? close : -1;
  }
  search.isOpen = true;
  return -1;
}

/** The first line from `line` on that is neither blank nor a comment. */
function firstContent(container: Container, line: number): number {
  while (line < container.lineCount && /^\s*(?:#|$)/.test(lineText(container, line))) line++;
  return line;
}

/** Whether a line begins a mapping, or YAML that is broken. */
function hasPlainKey(container: Container, line: number): boolean {
  return /^[\w-]+:(?:\s|$)/.test(lineText(container, line));
}

/** Whether a line may begin a mapping: Pandoc takes nothing else for metadata. */
function looksLikeMapping(container: Container, line: number): boolean {
  if (line >= container.lineCount) return false;
  const content = lineText(container, line);
  return (
    /^\s*(?:\{|[^\s#-][^\n]*:|"[^"]*"\s*:|-[^\s][^\n]*:|\?\s)/.test(content) || isFenceText(content)
  );
}

function lineText(container: Container, line: number): string {
  return container.text.slice(lineStart(container, line), lineEnd(container, line));
}

function isFenceText(content: string): boolean {
  return /^(?:---|\.\.\.)\s*$/.test(content);
}

function isFence(container: Container, line: number, fence: string): boolean {
  const start = lineStart(container, line);
  return container.text.startsWith(fence, start) && isBlankFrom(container.text, start + 3);
}
