import type { Spot } from './lines';

/** As much of a DOM event as says which key was pressed, and which ones were held. */
interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key does in the grid. */
export type KeyAction =
  | { readonly type: 'go'; readonly to: Spot }
  /** As a click does. */
  | { readonly type: 'press' }
  | { readonly type: 'menu' }
  | { readonly type: 'link'; readonly stance: 'for' | 'against' }
  | { readonly type: 'unlink' }
  | { readonly type: 'undo' };

/**
 * What a key does (WAI-ARIA Authoring Practices §Grid): arrows, Home, End and Page keys move, with Ctrl to the ends of the
 * whole; Enter is a click.
 * @param last the last line and column
 * @param page how many lines a page has
 */
export function keyAction(
  event: Pressed,
  { line, column }: Spot,
  last: Spot,
  page: number,
): KeyAction | undefined {
  const isFar = event.ctrlKey || event.metaKey;
  if (event.altKey) return undefined;
  if (isFar && event.key.toLowerCase() === 'z' && !event.shiftKey) return { type: 'undo' };
  const go = (to: Partial<Spot>): KeyAction => ({
    type: 'go',
    to: {
      line: clamp(to.line ?? line, last.line),
      column: clamp(to.column ?? column, last.column),
    },
  });
  switch (event.key) {
    case 'ArrowUp':
      return go({ line: isFar ? 0 : line - 1 });
    case 'ArrowDown':
      return go({ line: isFar ? last.line : line + 1 });
    case 'ArrowLeft':
      return go({ column: isFar ? 0 : column - 1 });
    case 'ArrowRight':
      return go({ column: isFar ? last.column : column + 1 });
    case 'PageUp':
      return go({ line: line - page });
    case 'PageDown':
      return go({ line: line + page });
    case 'Home':
      return go(isFar ? { line: 0, column: 0 } : { column: 0 });
    case 'End':
      return go(isFar ? last : { column: last.column });
    case 'Enter':
      return event.shiftKey ? { type: 'menu' } : { type: 'press' };
    case ' ':
    case 'ContextMenu':
      return { type: 'menu' };
    case 'F10':
      return event.shiftKey ? { type: 'menu' } : undefined;
    case '+':
      return isFar ? undefined : { type: 'link', stance: 'for' };
    case '-':
      return isFar ? undefined : { type: 'link', stance: 'against' };
    case 'Delete':
      return { type: 'unlink' };
    default:
      return undefined;
  }
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(last, index));
}
