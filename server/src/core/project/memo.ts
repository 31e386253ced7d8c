import { Dependencies } from './fileCache';

interface Entry<T> {
  readonly value: Promise<T>;
  readonly dependencies: Dependencies;
  /** Set when the value has been computed. */
  settled?: { readonly value: T };
}

/** Values computed from files, kept until one of those files changes. A failure is not kept. */
export class Memo<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #onDrop: (value: T) => void;

  /** @param onDrop told of each value that is dropped */
  constructor(onDrop: (value: T) => void = () => undefined) {
    this.#onDrop = onDrop;
  }

  /** The value of a key; `compute` notes what it reads. */
  get(key: string, compute: (dependencies: Dependencies) => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known) return known.value;
    const dependencies = new Dependencies();
    const entry: Entry<T> = { value: compute(dependencies), dependencies };
    this.#entries.set(key, entry);
    entry.value.then(
      (value) => {
        entry.settled = { value };
      },
      () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
      },
    );
    return entry.value;
  }

  /** The values that have been computed and hold still. */
  *settled(): Iterable<T> {
    for (const { settled } of this.#entries.values()) if (settled) yield settled.value;
  }

  /** Drops what a change concerns, and what is being computed: it may have read the file before the change. */
  invalidate(uri: string): void {
    this.drop((_, dependencies) => dependencies.includes(uri));
  }

  /** Drops the values that meet a condition, and what is being computed. */
  drop(isConcerned: (value: T, dependencies: Dependencies) => boolean): void {
    for (const [key, { settled, dependencies }] of this.#entries) {
      if (settled && !isConcerned(settled.value, dependencies)) continue;
      this.#entries.delete(key);
      if (settled) this.#onDrop(settled.value);
    }
  }
}
