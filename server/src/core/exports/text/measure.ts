import { characterWidth } from '../../syntax/widths';

/**
 * Advance widths of Helvetica, which Arial and Liberation Sans share, in thousandths of the size, from U+0020 to U+007E
 * (the metrics of the standard PostScript fonts).
 */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Marks that are common in prose, and narrower or wider than a letter. */
const MARKS: Readonly<Record<string, number>> = {
  '‘': 222,
  '’': 222,
  '“': 333,
  '”': 333,
  '…': 1000,
  '—': 1000,
  '•': 350,
  '·': 278,
};

/** What any other narrow character takes: as much as most letters. */
const LETTER = 556;

/** How much wider bold text is; other fonts that stand in for Helvetica differ less than that. */
const BOLD = 1.08;

/** A way to set text: its size in pixels, and whether it is bold. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

/** The fonts that {@link textWidth} measures, for an SVG's `font-family`. */
export const FONT_FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif";

/** About how wide a text is in Helvetica, in pixels. It is computed, so that it is the same wherever it is drawn. */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  let width = 0;
  // Letters with accents are as wide as without.
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    const known = WIDTHS[code - 0x20] ?? MARKS[character];
    const columns = known === undefined ? characterWidth(code) : 0;
    width += known ?? (columns === 2 ? 1000 : columns * LETTER);
  }
  return (width * size * (bold ? BOLD : 1)) / 1000;
}
