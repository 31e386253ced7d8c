import { textWidth, type TextStyle } from './measure';

/**
 * The lines of a text that is set in a column, broken between words; a word that is wider than the column is broken where
 * it has to be. There is at least one line, which may be empty.
 * @param width of the column, in pixels
 */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    for (const piece of piecesOf(word, width, style)) {
      // No further part of a broken word fits behind the one before.
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (line === '' || textWidth(longer, style) <= width) line = longer;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return [...lines, line];
}

/** A word, or the parts of one that no line holds. */
function piecesOf(word: string, width: number, style: TextStyle): string[] {
  if (textWidth(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (piece !== '' && textWidth(piece + segment, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
