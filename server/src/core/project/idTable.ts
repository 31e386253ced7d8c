import type { FactsChange, KnownId } from '../model';
import { Change } from '../reactive';
import { OrderedGroups } from './orderedGroups';

/** An identifier and the file that defines it. */
export interface PlacedId {
  readonly known: KnownId;
  readonly uri: string;
}

/** The identifiers of a project by name, kept up to date by difference. */
export class IdTable {
  readonly #ids: OrderedGroups<string, PlacedId>;
  readonly #change = new Change();

  /** @param rankOf the place of a file in the manuscript */
  constructor(rankOf: (uri: string) => number) {
    this.#ids = new OrderedGroups<string, PlacedId>(
      (a, b) => rankOf(a.uri) - rankOf(b.uri) || compareInFile(a.known, b.known),
    );
  }

  /** The identifiers with a name, in the order of the manuscript. */
  get(id: string): readonly PlacedId[] {
    return this.#ids.get(id);
  }

  /** All names. */
  all(): Iterable<string> {
    this.#change.track();
    return this.#ids.keys();
  }

  /** Takes in identifiers of a file. */
  add(uri: string, ids: Iterable<KnownId>): void {
    for (const known of ids) this.#ids.add(known.id, { known, uri });
  }

  /** Takes over what an edit has changed in a file. */
  update(uri: string, { addedIds, removedIds }: FactsChange): void {
    for (const known of removedIds) {
      const placed = this.#ids.current(known.id).find((other) => other.known === known);
      if (placed) this.#ids.delete(known.id, placed);
    }
    this.add(uri, addedIds);
    if (addedIds.length + removedIds.length > 0) this.#change.announce();
  }
}

/** Elements before labels, each as they stand. */
function compareInFile(a: KnownId, b: KnownId): number {
  return Number(!a.source) - Number(!b.source) || a.range.start - b.range.start;
}
