import { Watcher, type WatchQueue } from '../reactive';
import type { AttributeIndex } from './attributeIndex';
import { isSameStatement, statementsOf, type Resolver } from './linkStatements';
import type { LinkTable } from './linkTable';
import type { LiveElement } from './liveElement';
import { referencesOf, type NameTable } from './references';
import type { Statement } from './statement';
import type { UseTable } from './useTable';

/** What is kept of what elements say. */
export interface Tables {
  readonly links: LinkTable;
  readonly uses: UseTable;
  readonly attributes: AttributeIndex;
}

/** Reads what an element says about others, of which nothing was read before and nothing will change. */
export function readOnce(
  element: LiveElement,
  names: Resolver & NameTable,
  { links, uses }: Pick<Tables, 'links' | 'uses'>,
): void {
  for (const statement of statementsOf(element, names)) links.add(statement);
  uses.set(element, referencesOf(element, names));
}

/**
 * Takes over what an element says now. What is said as before stays, with the links that were drawn from it.
 * @param statements what is said as before is put into it
 */
export function declare(
  before: readonly Statement[],
  statements: Statement[],
  links: LinkTable,
): void {
  const { length } = statements;
  for (let index = 0; index < before.length; index++) {
    const known = before[index];
    const statement = statements[index];
    if (!known) continue;
    if (statement && isSameStatement(known, statement)) statements[index] = known;
    else links.remove(known);
  }
  for (let index = 0; index < length; index++) {
    const statement = statements[index];
    if (statement && before[index] !== statement) links.add(statement);
  }
}

/** Reads what an element says about others, and again when that may be something else. */
export class ElementReader {
  readonly #element: LiveElement;
  readonly #tables: Tables;
  readonly #watcher: Watcher;
  #statements: readonly Statement[];

  /** @param statements what it is known to have said before */
  constructor(
    element: LiveElement,
    names: Resolver & NameTable,
    queue: WatchQueue,
    tables: Tables,
    statements: readonly Statement[] = NONE,
  ) {
    this.#element = element;
    this.#tables = tables;
    this.#statements = statements;
    this.#watcher = new Watcher(queue, () => {
      this.#declare(statementsOf(element, names));
      tables.uses.set(element, referencesOf(element, names));
      tables.attributes.update(element);
    });
  }

  /** Does not read again. */
  stop(): void {
    this.#watcher.dispose();
  }

  /** Takes back all that was said. */
  retract(): void {
    this.stop();
    this.#declare([]);
    this.#tables.uses.set(this.#element, []);
    this.#tables.attributes.delete(this.#element);
  }

  #declare(statements: Statement[]): void {
    declare(this.#statements, statements, this.#tables.links);
    this.#statements = statements.length > 0 ? statements.slice() : NONE;
  }
}

const NONE: readonly never[] = [];
