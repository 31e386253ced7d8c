import type { Notation } from './content';
import { chapters, type PaperOptions } from './paper';
import { pandocNotation } from './pandoc';

/** A paper of about so many characters, but whole chapters; the same arguments give the same text. */
export function manuscript(
  characters: number,
  { notation = pandocNotation(), ...paper }: PaperOptions & { readonly notation?: Notation } = {},
): string {
  const parts = [notation.front];
  let length = notation.front.length;
  for (const chapter of chapters(paper)) {
    for (const block of chapter) {
      if (length >= characters) return parts.join('');
      const text = notation.write(block);
      parts.push(text);
      length += text.length;
    }
  }
  return parts.join('');
}
