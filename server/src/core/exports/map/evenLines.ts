import { textWidth, type TextStyle } from '../text/measure';
import { wrapText } from '../text/wrap';

/**
 * A text in lines of a width at most, as even as they can be; what does not fit into the number of lines ends in `…`.
 * @param width in pixels
 */
export function evenLines(text: string, width: number, style: TextStyle, limit: number): string[] {
  const lines = wrapText(text, width, style);
  if (lines.length > limit) return cut(lines, width, style, limit);
  // The narrowest width that needs no further line makes them even.
  const words = text.split(/\s+/).map((word) => textWidth(word, style));
  let [narrow, wide, best] = [Math.min(width, Math.max(...words)), width, lines];
  while (wide - narrow > 3) {
    const middle = (narrow + wide) / 2;
    const tried = wrapText(text, middle, style);
    if (tried.length <= lines.length) [wide, best] = [middle, tried];
    else narrow = middle;
  }
  return best;
}

function cut(lines: readonly string[], width: number, style: TextStyle, limit: number): string[] {
  const kept = lines.slice(0, limit);
  let last = Array.from(kept.pop() ?? '');
  while (last.length > 0 && textWidth(`${last.join('')}…`, style) > width) last = last.slice(0, -1);
  return [...kept, `${last.join('').replace(/[\s,;:.–—-]+$/u, '')}…`];
}
