import type { TextRange } from '../text/range';
import type { AttributeBlock, Span } from './attributes';
import type { AttributeToken, Attributed, ClassToken, IdToken } from './types';

/** The part of an element that its attribute block gives. */
export type AttributeLists = Pick<Attributed, 'id' | 'classes' | 'attributes'>;

/** No attributes at all. */
export const noAttributes: AttributeLists = { classes: [], attributes: [] };

/** Leads from offsets into the text that is scanned to ranges of the source. */
export interface Places {
  rangeOf(span: Span): TextRange;
}

/** Sorts an attribute block into id, classes and attributes as Pandoc does: `id=` and `class=` fold in, the last id wins. */
export function attributeLists(block: AttributeBlock, places: Places): AttributeLists {
  const classes: ClassToken[] = [];
  const attributes: AttributeToken[] = [];
  let id: IdToken | undefined;
  for (const part of block.parts) {
    const range = places.rangeOf(part.at);
    if (part.type === 'id') {
      id = { value: part.value, range };
    } else if (part.type === 'class') {
      classes.push({ name: part.value, range });
    } else {
      const valueRange = places.rangeOf(part.valueAt);
      if (part.key === 'id') {
        id = { value: part.value, range: valueRange };
      } else if (part.key === 'class') {
        addClasses(classes, part.value, part.valueAt.start, places);
      } else {
        const keyRange = places.rangeOf(part.keyAt);
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

function addClasses(classes: ClassToken[], value: string, start: number, places: Places): void {
  const word = /\S+/g;
  for (let match = word.exec(value); match !== null; match = word.exec(value)) {
    const at = start + match.index;
    classes.push({
      name: match[0],
      range: places.rangeOf({ start: at, end: at + match[0].length }),
    });
  }
}
