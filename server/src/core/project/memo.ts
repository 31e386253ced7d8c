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
        // Dropped while it was computed.
        if (this.#entries.get(key) !== entry) this.#onDrop(value);
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

  /** Drops what has read a file that changed. */
  invalidate(uri: string): void {
    this.drop(uri, () => true);
  }

  /** Drops the values that have read a file and meet a condition, and what is being computed and has read it already. */
  drop(uri: string, isConcerned: (value: T) => boolean): void {
    for (const [key, { settled, dependencies }] of this.#entries) {
      if (settled && !isConcerned(settled.value)) continue;
      if (!dependencies.includes(uri)) continue;
      this.#entries.delete(key);
      if (settled) this.#onDrop(settled.value);
    }
  }
}
