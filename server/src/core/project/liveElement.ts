import type { RegistryEntry } from '../config';
import { BEGINNING, type Attribute, type Kind, type LiveTag, type Place, type Tag } from '../model';
import { trackPart, type Change, type Whole } from '../reactive';
import type { TextRange } from '../text/range';
import type { Element } from './element';
import type { Node } from './link';

/** What is written about an element, and where. */
interface Written {
  readonly tag: LiveTag | undefined;
  readonly entries: readonly RegistryEntry[];
  /** What the entries say. */
  readonly registry: readonly Attribute[];
  readonly occurrences: readonly LiveTag[];
  /** Where an entry of the registry without a tag is anchored, or stands. */
  readonly anchor: Place | undefined;
  readonly attributes: readonly Attribute[];
}

const NONE: readonly never[] = [];

/** Where an element comes from: a tag, or an entry of the registry, which may quote words that nothing tags. */
interface Origin {
  readonly tag?: LiveTag;
  readonly anchor?: Place;
  readonly quote?: string | undefined;
}

/**
 * An element of a manuscript that may be edited. It stays the same object while its tag stays, or is replaced by one with
 * the same id and kind; what is written about it may change.
 */
export class LiveElement implements Element {
  readonly key: string;
  readonly kind: Kind;
  readonly id?: string;
  /** What it is to links. */
  readonly node: Node & { readonly type: 'element' };
  #written: Written;
  #change: Change | undefined;
  readonly #quote: string;

  constructor(kind: Kind, id: string | undefined, key: string, { tag, anchor, quote }: Origin) {
    this.kind = kind;
    if (id !== undefined) this.id = id;
    this.key = key;
    this.node = { type: 'element', element: this };
    this.#quote = quote ?? '';
    this.#written = {
      tag,
      entries: NONE,
      registry: NONE,
      occurrences: NONE,
      anchor,
      attributes: tag?.attributes ?? NONE,
    };
  }

  get tag(): LiveTag | undefined {
    return this.#read().tag;
  }

  get entry(): RegistryEntry | undefined {
    return this.#read().entries[0];
  }

  get occurrences(): readonly LiveTag[] {
    return this.#read().occurrences;
  }

  get attributes(): readonly Attribute[] {
    return this.#read().attributes;
  }

  get place(): Place {
    const { tag, anchor } = this.#read();
    if (tag) return placeOfTag(tag);
    return anchor ?? NOWHERE;
  }

  get text(): string {
    return this.tag?.text ?? this.#quote;
  }

  get beginning(): string {
    return this.tag?.beginning ?? this.#quote.slice(0, BEGINNING);
  }

  /** The place, without taking note of who asks: where an element stands among others does not change. */
  get start(): number {
    const { tag, anchor } = this.#written;
    return tag ? rangeOfTag(tag).start : (anchor?.range.start ?? 0);
  }

  /** The file in which it stands, without taking note of who asks. */
  get uri(): string {
    const { tag, anchor } = this.#written;
    return tag?.uri ?? anchor?.uri ?? '';
  }

  /** The file of which it is a part, without taking note of who asks; nothing for untagged words. */
  get home(): Whole | undefined {
    return this.#written.tag?.home;
  }

  /** What its attributes are, without taking note of who asks. */
  get currentAttributes(): readonly Attribute[] {
    return this.#written.attributes;
  }

  /** The tag, without taking note of who asks. */
  get currentTag(): LiveTag | undefined {
    return this.#written.tag;
  }

  /** Takes over what is written about it now; gives whether that is anything else than before. */
  write(changes: Partial<Omit<Written, 'attributes'>>): boolean {
    const before = this.#written;
    const after = { ...before, ...changes };
    if (isSame(before, after)) return false;
    const { tag, registry, occurrences } = after;
    const own = tag?.attributes ?? [];
    const attributes =
      registry.length + occurrences.length === 0
        ? own
        : [...own, ...registry, ...occurrences.flatMap(furtherAttributes)];
    const home = this.home;
    this.#written = { ...after, attributes };
    this.#change?.announce();
    home?.parts.announce();
    if (this.home !== home) this.home?.parts.announce();
    return true;
  }

  #read(): Written {
    this.#change = trackPart(this.#change, this.home);
    return this.#written;
  }
}

const NOWHERE: Place = { uri: '', range: { start: 0, end: 0 } };

function furtherAttributes({ attributes }: LiveTag): Attribute[] {
  return attributes.filter(({ name }) => name !== 'ref');
}

function isSame(a: Written, b: Written): boolean {
  return (
    a.tag === b.tag &&
    a.anchor?.uri === b.anchor?.uri &&
    a.anchor?.range === b.anchor?.range &&
    isEqual(a.entries, b.entries) &&
    isEqual(a.registry, b.registry) &&
    isEqual(a.occurrences, b.occurrences)
  );
}

function isEqual<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}

/** Where a finding about a tag stands: the tagged words; for a div or a table the attributes, since its text is long. */
export function placeOfTag(tag: Tag): Place {
  return { uri: tag.uri, range: rangeOfTag(tag) };
}

/** The range of {@link placeOfTag}. */
export function rangeOfTag({ source }: Tag): TextRange {
  const { carrier, contentRange } = source;
  const isLong = carrier === 'div' || carrier === 'table' || carrier === 'codeblock';
  const isEmpty = contentRange.start === contentRange.end;
  return isLong || isEmpty ? (source.attributeRange ?? source.range) : contentRange;
}
