import { attributeName, type Tag, type Vocabulary } from '../../model';
import type { TextEdit } from '../../text/textEdit';

/**
 * Takes a tag away and leaves its words: the brackets and the attributes of a span, the attributes of a heading. No edits
 * where it holds what other tools may need (further classes or attributes), or is written in another way.
 */
export function untag({ source, foreign, furtherKinds }: Tag, vocabulary: Vocabulary): TextEdit[] {
  const { carrier, form, range, contentRange, attributeRange, classes } = source;
  const isOurs =
    foreign.length === 0 &&
    furtherKinds.length === 0 &&
    classes.every(({ name }) => vocabulary.classes.has(name)) &&
    source.attributes.every(({ key }) => attributeName(key) !== 'lang');
  if (!isOurs || form !== 'markdown' || !attributeRange) return [];
  switch (carrier) {
    case 'span':
      return [
        { range: { start: range.start, end: contentRange.start }, newText: '' },
        { range: { start: contentRange.end, end: range.end }, newText: '' },
      ];
    case 'heading':
      return [{ range: { start: contentRange.end, end: attributeRange.end }, newText: '' }];
    default:
      return [];
  }
}
