import type { LiveFacts, FactsChange } from '../model';
import { Change } from '../reactive';
import type { Attributed } from '../syntax';
import { containsRange, type TextRange } from '../text/range';

/** The class of a div that holds a table made from the tags: what stands there repeats what the manuscript says. */
export const GENERATED_TABLE = 'warrant-table';

/** Whether an element is such a div. */
export function isGeneratedTable({ carrier, classes }: Attributed): boolean {
  return carrier === 'div' && classes.some(({ name }) => name === GENERATED_TABLE);
}

/** Finds where tables stand that were made from the tags. Who asks is told when they are others, or end elsewhere. */
export class GeneratedTables {
  readonly #files = new Map<LiveFacts, FileTables>();

  /** Whether a range of a file stands in such a table. */
  holds(facts: LiveFacts, range: TextRange): boolean {
    let tables = this.#files.get(facts);
    if (!tables) this.#files.set(facts, (tables = new FileTables(facts)));
    return tables.holds(range);
  }

  /** Takes over what an edit has changed. */
  update(change: FactsChange): void {
    this.#files.get(change.facts)?.update(change);
  }
}

class FileTables {
  readonly #divs = new Set<Attributed>();
  readonly #change = new Change();

  constructor({ current }: LiveFacts) {
    for (const { elements } of current.blocks) this.#add(elements);
  }

  holds(range: TextRange): boolean {
    this.#change.track();
    for (const div of this.#divs) if (containsRange(div.range, range)) return true;
    return false;
  }

  update({ syntax }: FactsChange): void {
    const gone = syntax.removedElements.filter((element) => this.#divs.delete(element));
    const isMore = this.#add(syntax.addedElements);
    // A fence may end a div elsewhere, though it is the same.
    const mayMove = syntax.divsChanged && this.#divs.size > 0;
    if (gone.length > 0 || isMore || mayMove) this.#change.announce();
  }

  #add(elements: readonly Attributed[]): boolean {
    const before = this.#divs.size;
    for (const element of elements) if (isGeneratedTable(element)) this.#divs.add(element);
    return this.#divs.size > before;
  }
}
