import type { TextRange } from '../text/range';
import type { AttributeToken, Attributed, ClassToken, IdToken } from './types';

/** The part of an element that its attribute block gives. */
export type AttributeLists = Pick<Attributed, 'id' | 'classes' | 'attributes'>;

/** No attributes at all. */
export const noAttributes: AttributeLists = { classes: [], attributes: [] };

/** Lists are kept as long as the document, so they take no more room than they need. */
function trimmed<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 1 ? list : list.slice();
}

/** Leads from ranges of the text that is scanned to ranges of the source. */
export interface Places {
  rangeOf(range: TextRange): TextRange;
}

/** Sorts attributes into id, classes and others as Pandoc does: `id=` and `class=` fold in, the last id wins. */
export class AttributeCollector {
  #classes: ClassToken[] | undefined;
  #attributes: AttributeToken[] | undefined;
  #id: IdToken | undefined;
  #count = 0;

  /** How many attributes were added. */
  get count(): number {
    return this.#count;
  }

  addId(value: string, range: TextRange): void {
    this.#count++;
    this.#id = { value, range };
  }

  addClass(name: string, range: TextRange): void {
    this.#count++;
    this.#pushClass({ name, range });
  }

  add(attribute: AttributeToken): void {
    this.#count++;
    if (attribute.key === 'id') {
      this.#id = { value: attribute.value, range: attribute.valueRange };
    } else if (attribute.key === 'class') {
      this.#addClasses(attribute.value, attribute.valueRange.start);
    } else if (this.#attributes === undefined) {
      this.#attributes = [attribute];
    } else {
      this.#attributes.push(attribute);
    }
  }

  lists(): AttributeLists {
    const id = this.#id;
    const classes = trimmed(this.#classes) ?? noAttributes.classes;
    const attributes = trimmed(this.#attributes) ?? noAttributes.attributes;
    return id === undefined || id.value === ''
      ? { classes, attributes }
      : { id, classes, attributes };
  }

  #addClasses(value: string, start: number): void {
    const word = /\S+/g;
    for (let match = word.exec(value); match !== null; match = word.exec(value)) {
      const at = start + match.index;
      this.#pushClass({ name: match[0], range: { start: at, end: at + match[0].length } });
    }
  }

  #pushClass(token: ClassToken): void {
    if (this.#classes === undefined) this.#classes = [token];
    else this.#classes.push(token);
  }
}

/** The same attributes with other places. */
export function placed(lists: AttributeLists, places: Places): AttributeLists {
  const { id } = lists;
  const classes = lists.classes.map(({ name, range }) => ({ name, range: places.rangeOf(range) }));
  const attributes = lists.attributes.map(({ key, value, keyRange, valueRange, range, quote }) => ({
    key,
    value,
    keyRange: places.rangeOf(keyRange),
    valueRange: places.rangeOf(valueRange),
    range: places.rangeOf(range),
    quote,
  }));
  if (id === undefined) return { classes, attributes };
  return { id: { value: id.value, range: places.rangeOf(id.range) }, classes, attributes };
}

/** Whether there is nothing in the lists. */
export function isEmpty(lists: AttributeLists): boolean {
  return lists.id === undefined && lists.classes.length === 0 && lists.attributes.length === 0;
}
