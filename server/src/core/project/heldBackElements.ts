import type { Attribute } from '../model';
import type { Access, HeldBackAccess } from './access';
import type { Element } from './element';

/** What stands in the place of what is held back. */
export function withheldMark(access: Access): string {
  return `[withheld: ${access}]`;
}

/** Whose text of its own is the words of somebody: what is held back of evidence besides what it quotes. */
const WORDS: ReadonlySet<string> = new Set(['note', 'original', 'qda']);
/** Whose text says who somebody is, and where to find it. */
const IDENTITY: ReadonlySet<string> = new Set([...WORDS, 'speaker', 'loc']);

/** An element of which others see another text. */
abstract class ShownElement implements Element {
  declare readonly id?: string;
  protected readonly element: Element;

  constructor(element: Element) {
    this.element = element;
    if (element.id !== undefined) this.id = element.id;
  }

  get key() {
    return this.element.key;
  }
  get kind() {
    return this.element.kind;
  }
  get tag() {
    return this.element.tag;
  }
  get entry() {
    return this.element.entry;
  }
  get occurrences() {
    return this.element.occurrences;
  }
  get attributes(): readonly Attribute[] {
    return this.element.attributes;
  }
  get place() {
    return this.element.place;
  }
  get beginning() {
    return this.text;
  }
  abstract get text(): string;
}

/** Evidence whose words are held back. */
export class WithheldElement extends ShownElement {
  readonly withheld: HeldBackAccess;
  readonly #onAsked: () => void;

  constructor(element: Element, access: HeldBackAccess, onAsked: () => void) {
    super(element);
    this.withheld = access;
    this.#onAsked = onAsked;
  }

  override get text(): string {
    this.#onAsked();
    return withheldMark(this.withheld);
  }

  override get attributes(): readonly Attribute[] {
    const secret = this.withheld === 'confidential' ? IDENTITY : WORDS;
    return this.element.attributes.filter(({ name }) => !secret.has(name));
  }
}

/** What is tagged within evidence whose words are held back; its attributes are its author's. */
export class InnerElement extends ShownElement {
  readonly #access: HeldBackAccess;
  readonly #onAsked: () => void;

  constructor(element: Element, access: HeldBackAccess, onAsked: () => void) {
    super(element);
    this.#access = access;
    this.#onAsked = onAsked;
  }

  override get text(): string {
    this.#onAsked();
    return withheldMark(this.#access);
  }
}

/** What is tagged around evidence whose words are held back. */
export class SurroundingElement extends ShownElement {
  readonly #inner: readonly (readonly [Element, HeldBackAccess])[];
  readonly #onAsked: () => void;

  constructor(
    element: Element,
    inner: readonly (readonly [Element, HeldBackAccess])[],
    onAsked: () => void,
  ) {
    super(element);
    this.#inner = inner;
    this.#onAsked = onAsked;
  }

  override get text(): string {
    this.#onAsked();
    let { text } = this.element;
    for (const [evidence, access] of this.#inner) {
      if (evidence.text === '') continue;
      // Where the words cannot be told from the others, none are shown.
      if (!text.includes(evidence.text)) return withheldMark(access);
      text = text.replaceAll(evidence.text, withheldMark(access));
    }
    return text;
  }
}
