import type { TextRange } from '../text/range';
import type { AttributeBlock } from './attributes';
import type { AttributeToken, Attributed, ClassToken, IdToken } from './types';

/** The part of an element that its attribute block gives. */
export type AttributeLists = Pick<Attributed, 'id' | 'classes' | 'attributes'>;

/** No attributes at all. */
export const noAttributes: AttributeLists = { classes: [], attributes: [] };

/** Sorts an attribute block into id, classes and attributes as Pandoc does: `id=` and `class=` fold in, the last id wins. */
export function attributeLists(
  block: AttributeBlock,
  rangeOf: (start: number, end: number) => TextRange,
): AttributeLists {
  const classes: ClassToken[] = [];
  const attributes: AttributeToken[] = [];
  let id: IdToken | undefined;
  for (const part of block.parts) {
    const range = rangeOf(part.at.start, part.at.end);
    if (part.type === 'id') {
      id = { value: part.value, range };
    } else if (part.type === 'class') {
      classes.push({ name: part.value, range });
    } else {
      const valueRange = rangeOf(part.valueAt.start, part.valueAt.end);
      if (part.key === 'id') {
        id = { value: part.value, range: valueRange };
      } else if (part.key === 'class') {
        addClasses(classes, part.value, part.valueAt.start, rangeOf);
      } else {
        const keyRange = rangeOf(part.keyAt.start, part.keyAt.end);
        const { key, value, quote } = part;
        attributes.push({ key, value, keyRange, valueRange, range, quote });
      }
    }
  }
  return id === undefined || id.value === ''
    ? { classes, attributes }
    : { id, classes, attributes };
}

/** Whether there is nothing in the lists. */
export function isEmpty(lists: AttributeLists): boolean {
  return lists.id === undefined && lists.classes.length === 0 && lists.attributes.length === 0;
}

function addClasses(
  classes: ClassToken[],
  value: string,
  start: number,
  rangeOf: (start: number, end: number) => TextRange,
): void {
  const word = /\S+/g;
  for (let match = word.exec(value); match !== null; match = word.exec(value)) {
    const at = start + match.index;
    classes.push({ name: match[0], range: rangeOf(at, at + match[0].length) });
  }
}
