import { KeyedSignals, trackWhole } from '../reactive';
import type { Element } from './element';
import { LiveElement } from './liveElement';
import { Misspellings } from './misspellings';
import { OrderedGroups } from './orderedGroups';
import type { ReferenceUse } from './project';

/** What is referred to in the attributes of elements, by the names that are used. Kept up to date element by element. */
export class UseTable {
  readonly #compare = (a: ReferenceUse, b: ReferenceUse): number =>
    a.owner instanceof LiveElement && b.owner instanceof LiveElement
      ? this.#compareOwners(a.owner, b.owner)
      : 0;
  readonly #compareOwners: (a: LiveElement, b: LiveElement) => number;
  readonly #of = new KeyedSignals<Element, readonly ReferenceUse[]>(
    (element) => this.#uses.get(element) ?? NONE,
  );
  readonly #uses = new Map<Element, readonly ReferenceUse[]>();
  readonly #broken = new OrderedGroups<string, ReferenceUse>(this.#compare);
  readonly #misspellings = new Map<string, Misspellings>();
  readonly #works = new OrderedGroups<string, ReferenceUse>(this.#compare);
  readonly #to = new OrderedGroups<Element, ReferenceUse>(this.#compare);

  constructor(compareOwners: (a: LiveElement, b: LiveElement) => number) {
    this.#compareOwners = compareOwners;
  }

  /** The references that an element holds. */
  of(element: Element): readonly ReferenceUse[] {
    const home = element instanceof LiveElement ? element.home : undefined;
    if (home && trackWhole(home)) return this.#uses.get(element) ?? NONE;
    return this.#of.get(element);
  }

  /** The references in attributes that name an element. */
  to(element: Element): readonly ReferenceUse[] {
    return this.#to.get(element);
  }

  /** The references in attributes of one name that lead nowhere. */
  broken(attribute: string): readonly ReferenceUse[] {
    return this.#broken.get(attribute);
  }

  /** Whether a reference in attributes of one name that leads nowhere seems to mean an id. */
  isMisspelt(attribute: string, id: string): boolean {
    return this.#misspellingsIn(attribute).mean(id);
  }

  #misspellingsIn(attribute: string): Misspellings {
    let misspellings = this.#misspellings.get(attribute);
    if (!misspellings) this.#misspellings.set(attribute, (misspellings = new Misspellings()));
    return misspellings;
  }

  /** The first place where an attribute names a work. */
  firstOfWork(key: string): ReferenceUse | undefined {
    return this.#works.first(key);
  }

  /** Takes over what an element refers to now; nothing where it is gone. */
  set(element: LiveElement, uses: readonly ReferenceUse[]): void {
    const before = this.#uses.get(element) ?? NONE;
    if (before.length + uses.length === 0 || isSame(before, uses)) return;
    for (const use of before) this.#register(use, 'delete');
    for (const use of uses) this.#register(use, 'add');
    if (uses.length > 0) this.#uses.set(element, uses);
    else this.#uses.delete(element);
    this.#of.refresh(element);
    element.home?.parts.announce();
  }

  #register(use: ReferenceUse, change: 'add' | 'delete'): void {
    const { attribute, reference, resolution, target } = use;
    if (attribute && !resolution) {
      this.#broken[change](attribute.name, use);
      this.#misspellingsIn(attribute.name)[change](target);
    }
    if (reference?.kind === 'citation') this.#works[change](target, use);
    if (resolution?.type === 'element') this.#to[change](resolution.element, use);
  }
}

function isSame(a: readonly ReferenceUse[], b: readonly ReferenceUse[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((use, index) => {
    const other = b[index];
    return (
      use.reference === other?.reference &&
      use.attribute === other?.attribute &&
      isSameResolution(use.resolution, other?.resolution)
    );
  });
}

function isSameResolution(a: ReferenceUse['resolution'], b: ReferenceUse['resolution']): boolean {
  if (a === b) return true;
  if (a?.type === 'element') return b?.type === 'element' && a.element === b.element;
  if (a?.type === 'source') return b?.type === 'source' && a.source === b.source;
  if (a?.type === 'citation') return b?.type === 'citation' && a.key === b.key;
  return a?.type === 'id' && b?.type === 'id' && a.known === b.known;
}

const NONE: readonly never[] = [];
