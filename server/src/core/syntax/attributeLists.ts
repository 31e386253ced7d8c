import { AnchoredRange, subRange } from '../text/anchor';
import { ownText } from '../text/ownText';
import type { TextRange } from '../text/range';
import type { AttributeToken, Attributed, ClassToken } from './types';

/** The part of an element that its attribute block gives. */
export type AttributeLists = Pick<Attributed, 'id' | 'classes' | 'attributes'>;

/** No attributes at all. */
export const noAttributes: AttributeLists = { classes: [], attributes: [] };

/** An id or a class, with offsets into the text that is scanned. */
export interface ScannedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A key-value attribute, with offsets into the text that is scanned. */
export interface ScannedAttribute {
  readonly key: string;
  readonly value: string;
  readonly quote: AttributeToken['quote'];
  /** Where the key starts, and where all of it ends. */
  readonly start: number;
  readonly end: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** What an attribute block gives before it has its place in the source. */
export interface ScannedLists {
  readonly id: ScannedName | undefined;
  readonly classes: readonly ScannedName[];
  readonly attributes: readonly ScannedAttribute[];
}

/** Leads from offsets into the text that is scanned to ranges of the source. */
export interface Places {
  range(start: number, end: number): AnchoredRange;
}

const none: readonly never[] = [];

/** Sorts attributes into id, classes and others as Pandoc does: `id=` and `class=` fold in, the last id wins. */
export class AttributeCollector implements ScannedLists {
  #classes: ScannedName[] | undefined;
  #attributes: ScannedAttribute[] | undefined;
  #id: ScannedName | undefined;
  #count = 0;

  /** How many attributes were added. */
  get count(): number {
    return this.#count;
  }

  get id(): ScannedName | undefined {
    return this.#id?.name === '' ? undefined : this.#id;
  }

  get classes(): readonly ScannedName[] {
    return this.#classes ?? none;
  }

  get attributes(): readonly ScannedAttribute[] {
    return this.#attributes ?? none;
  }

  addId(name: string, start: number, end: number): void {
    this.#count++;
    this.#id = { name, start, end };
  }

  addClass(name: string, start: number, end: number): void {
    this.#count++;
    this.#pushClass({ name, start, end });
  }

  add(attribute: ScannedAttribute): void {
    this.#count++;
    const { key, value, valueStart, valueEnd } = attribute;
    if (key === 'id') this.#id = { name: value, start: valueStart, end: valueEnd };
    else if (key === 'class') this.#addClasses(value, valueStart);
    else if (this.#attributes === undefined) this.#attributes = [attribute];
    else this.#attributes.push(attribute);
  }

  #addClasses(value: string, start: number): void {
    const word = /\S+/g;
    for (let match = word.exec(value); match !== null; match = word.exec(value)) {
      const at = start + match.index;
      this.#pushClass({ name: match[0], start: at, end: at + match[0].length });
    }
  }

  #pushClass(token: ScannedName): void {
    if (this.#classes === undefined) this.#classes = [token];
    else this.#classes.push(token);
  }
}

/**
 * An attribute that stands in the source as it was scanned: the places of its parts follow from its own. It is its own
 * range, since there are many, and few are asked where they stand.
 */
class PlacedAttribute extends AnchoredRange implements AttributeToken {
  readonly key: string;
  value: string;
  readonly quote: AttributeToken['quote'];
  #keyRange: TextRange | undefined;
  #valueRange: TextRange | undefined;

  constructor({ key, value, quote }: ScannedAttribute, { anchor, from, to }: AnchoredRange) {
    super(anchor, from, to);
    this.key = key;
    this.value = value;
    this.quote = quote;
  }

  get range(): AnchoredRange {
    return this;
  }

  get keyRange(): TextRange {
    return (this.#keyRange ??= subRange(this, 0, this.key.length));
  }

  get valueRange(): TextRange {
    const length = this.to - this.from - this.quote.length - this.#valueStart;
    return (this.#valueRange ??= this.partOfValue(0, length));
  }

  /** A part of the value as it is written. */
  partOfValue(from: number, to: number): TextRange {
    return subRange(this, this.#valueStart + from, this.#valueStart + to);
  }

  /** Whether the value is written as Pandoc reports it. */
  get isLiteral(): boolean {
    const { from, to, quote, value } = this;
    return to - from === this.#valueStart + value.length + quote.length;
  }

  override toJSON() {
    const { key, value, quote } = this;
    return { key, value, quote, ...super.toJSON() };
  }

  get #valueStart(): number {
    return this.key.length + 1 + this.quote.length;
  }
}

/** Lets go of the text that was scanned, of which the values may be parts. */
export function keepOwnValues({ attributes }: AttributeLists): void {
  for (const token of attributes) {
    if (token instanceof PlacedAttribute) token.value = ownText(token.value);
  }
}

/** The range of a part of a value; where the value is not written as Pandoc reports it, the range of all of it. */
export function rangeInValue(token: AttributeToken, { start, end }: TextRange): TextRange {
  if (token instanceof PlacedAttribute && token.isLiteral) return token.partOfValue(start, end);
  const { valueRange, value } = token;
  const isLiteral = valueRange.end - valueRange.start === value.length;
  return isLiteral ? subRange(valueRange, start, end) : valueRange;
}

/** The attributes with their places in the source. */
export function placed(lists: ScannedLists, places: Places): AttributeLists {
  const { id } = lists;
  const classes = lists.classes.length === 0 ? none : placedClasses(lists.classes, places);
  const attributes = lists.attributes.length === 0 ? none : placedAttributes(lists, places);
  if (id === undefined) return { classes, attributes };
  return { id: { value: id.name, range: places.range(id.start, id.end) }, classes, attributes };
}

function placedClasses(classes: readonly ScannedName[], places: Places): ClassToken[] {
  return classes.map(({ name, start, end }) => ({ name, range: places.range(start, end) }));
}

function placedAttributes({ attributes }: ScannedLists, places: Places): AttributeToken[] {
  return attributes.map((attribute) => placedAttribute(attribute, places));
}

function placedAttribute(attribute: ScannedAttribute, places: Places): AttributeToken {
  const { key, value, quote, start, end, keyEnd, valueStart, valueEnd } = attribute;
  const range = places.range(start, end);
  const isAsWritten =
    range.to - range.from === end - start &&
    keyEnd === start + key.length &&
    valueStart === keyEnd + 1 + quote.length;
  if (isAsWritten) return new PlacedAttribute(attribute, range);
  const keyRange = places.range(start, keyEnd);
  const valueRange = places.range(valueStart, valueEnd);
  return { key, value, keyRange, valueRange, range, quote };
}

/** Whether there is nothing in the lists. */
export function isEmpty(lists: AttributeLists): boolean {
  return lists.id === undefined && lists.classes.length === 0 && lists.attributes.length === 0;
}
