import type { Source } from '../config';
import type { KnownId, Tag } from '../model';
import { declare, type Tables } from './elementReader';
import { occurrenceTarget } from './elementTable';
import { statementsOf, type Resolver } from './linkStatements';
import type { LiveElement } from './liveElement';
import { referencesOf, type NameTable } from './references';
import type { Statement } from './statement';

/**
 * Reads what the elements of one file say about others, in place of an `ElementReader` for each. While the file is
 * not edited, what they say depends on nothing but what names mean; an element about which something is written in another
 * place as well does not belong here.
 */
export class WholeFileReader implements Resolver, NameTable {
  #elements: readonly LiveElement[];
  readonly #names: Resolver & NameTable;
  readonly #tables: Tables;
  /** What they say, in their order. */
  #statements: readonly Statement[] = NONE;
  /** What was asked for, and what it meant. */
  readonly #meanings = new Map<string, Meaning>();
  /** Whether it matters which elements the occurrences in the file belong to. */
  #asksForOwners = false;

  /** @param elements in the order of the file */
  constructor(elements: readonly LiveElement[], names: Resolver & NameTable, tables: Tables) {
    this.#elements = elements;
    this.#names = names;
    this.#tables = tables;
  }

  /** Reads all elements. Nothing may be noted meanwhile. */
  read(): void {
    const { links, uses, attributes } = this.#tables;
    const before = this.#statements;
    const all: Statement[] = [];
    this.#meanings.clear();
    this.#asksForOwners = false;
    let at = 0;
    for (const element of this.#elements) {
      const first = at;
      while (before[at]?.owner === element) at++;
      const statements = statementsOf(element, this);
      declare(first === at ? NONE : before.slice(first, at), statements, links);
      for (const statement of statements) all.push(statement);
      uses.set(element, referencesOf(element, this));
      attributes.update(element);
    }
    this.#statements = all.length > 0 ? all.slice() : NONE;
  }

  /** The elements that are read here, in the order of the file. */
  get elements(): readonly LiveElement[] {
    return this.#elements;
  }

  /** Reads an element no more, which is to be followed by itself; gives what it was read to say, if it was read here. */
  release(element: LiveElement): readonly Statement[] | undefined {
    if (!this.#elements.includes(element)) return undefined;
    const said = this.#statements.filter(({ owner }) => owner === element);
    this.#elements = this.#elements.filter((other) => other !== element);
    this.#statements = this.#statements.filter(({ owner }) => owner !== element);
    return said;
  }

  /**
   * Whether something else may be said now.
   * @param names what may mean something else than before
   * @param isReowned whether occurrences may belong to other elements than before
   */
  isOutdated(names: ReadonlySet<string>, isReowned: boolean): boolean {
    if (isReowned && this.#asksForOwners) return true;
    if (names.size === 0) return false;
    const [few, many] =
      names.size < this.#meanings.size ? [names, this.#meanings] : [this.#meanings.keys(), names];
    for (const name of few) {
      if (many.has(name) && this.#meanings.get(name) !== this.#meaningOf(name)) return true;
    }
    return false;
  }

  element(id: string): LiveElement | undefined {
    const element = this.#names.element(id);
    if (element || !this.#meanings.has(id)) this.#meanings.set(id, element);
    return element;
  }

  knownIds(id: string): ReturnType<NameTable['knownIds']> {
    const found = this.#names.knownIds(id);
    this.#meanings.set(id, found[0]?.known);
    return found;
  }

  elementOf(tag: Tag): LiveElement | undefined {
    // What any other tag of the file introduces stays.
    if (occurrenceTarget(tag) !== undefined) this.#asksForOwners = true;
    return this.#names.elementOf(tag);
  }

  source(id: string): Source | undefined {
    return this.#names.source(id);
  }

  #meaningOf(name: string): Meaning {
    return this.#names.element(name) ?? this.#names.knownIds(name)[0]?.known;
  }
}

/** An element or, where there is none, the first identifier of another kind. */
type Meaning = LiveElement | KnownId | undefined;

const NONE: readonly never[] = [];
