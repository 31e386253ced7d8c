import type { Block } from './block';
import type { ElementFact, HeadingName } from './facts';
import { keyOf, type ReferenceTable } from './references';

/** The names that the headings of a document have taken, so that one that is typed into does not concern the others. */
export class HeadingNames {
  readonly #table: ReferenceTable;
  /** How many headings without an identifier of their own have a title that gives an identifier. */
  readonly #bases = new Map<string, number>();
  /** How many headings have an identifier. */
  readonly #ids = new Map<string, number>();

  constructor(table: ReferenceTable) {
    this.#table = table;
  }

  /** Takes note of a heading that has its identifiers. */
  add(element: ElementFact, { base, key }: HeadingName): void {
    if (element.id === undefined) count(this.#bases, base, 1);
    count(this.#ids, element.id?.value ?? element.automaticId ?? '', 1);
    this.#table.addHeading(key);
  }

  /** Takes back what `add` took note of. */
  remove(element: ElementFact, { base, key }: HeadingName): void {
    if (element.id === undefined) count(this.#bases, base, -1);
    count(this.#ids, element.id?.value ?? element.automaticId ?? '', -1);
    this.#table.removeHeading(key);
  }

  /** Whether a heading may have another title without any other heading or reference being read otherwise. */
  mayChange(
    element: ElementFact,
    old: HeadingName,
    name: HeadingName,
    blocks: readonly Block[],
  ): boolean {
    const isNamedAlike = old.base === name.base || element.id !== undefined;
    if (!isNamedAlike && !(this.#isFree(element, old.base) && this.#isUnknown(name.base))) {
      return false;
    }
    return old.key === name.key || !refersTo(blocks, old.key, name.key);
  }

  /** Whether no other heading would take the identifier if this one had it no more. */
  #isFree({ automaticId }: ElementFact, base: string): boolean {
    const isOwn = automaticId === base && this.#bases.get(base) === 1 && this.#ids.get(base) === 1;
    return isOwn && !this.#isNumbered(base);
  }

  #isUnknown(base: string): boolean {
    return !this.#bases.has(base) && !this.#ids.has(base) && !this.#isNumbered(base);
  }

  /** Whether the identifier is one that Pandoc might give to the second heading with some title. */
  #isNumbered(base: string): boolean {
    const match = /^(.+)-\d+$/.exec(base);
    return match?.[1] !== undefined && this.#bases.has(match[1]);
  }
}

function refersTo(blocks: readonly Block[], ...keys: readonly string[]): boolean {
  for (const { refersToOthers, facts } of blocks) {
    if (!refersToOthers) continue;
    const parts = [facts, ...(facts.ownNotes ?? []).map((note) => note.facts)];
    for (const { ownUses } of parts) {
      for (const use of ownUses ?? []) if (keys.includes(keyOf(use.label))) return true;
    }
  }
  return false;
}

function count(counts: Map<string, number>, key: string, change: number): void {
  const next = (counts.get(key) ?? 0) + change;
  if (next > 0) counts.set(key, next);
  else counts.delete(key);
}
