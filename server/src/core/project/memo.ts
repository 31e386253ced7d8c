import { Dependencies } from './fileCache';

type Compute<T> = (dependencies: Dependencies, begin: (value: T) => void) => Promise<T>;

class Entry<T> {
  readonly dependencies = new Dependencies();
  readonly value: Promise<T>;
  /** The value as far as it has been computed, where it is kept up to date from now on. */
  begun: { readonly value: T } | undefined = undefined;
  /** Set when the value has been computed. */
  settled: { readonly value: T } | undefined = undefined;

  constructor(compute: Compute<T>) {
    this.value = compute(this.dependencies, (value) => {
      this.begun = { value };
    });
  }
}

/** Values computed from files, kept until one of those files changes. A failure is not kept. */
export class Memo<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #onDrop: (value: T) => void;

  /** @param onDrop told of each value that is dropped */
  constructor(onDrop: (value: T) => void = () => undefined) {
    this.#onDrop = onDrop;
  }

  /**
   * The value of a key; `compute` notes what it reads, and may say what the value is going to be as soon as that can be
   * kept up to date.
   */
  get(key: string, compute: Compute<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known) return known.value;
    const entry = new Entry(compute);
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

  /** The values that hold still, also those that are not complete yet. */
  *begun(): Iterable<T> {
    for (const { settled, begun } of this.#entries.values()) {
      const known = settled ?? begun;
      if (known) yield known.value;
    }
  }

  /** Drops what has read a file that changed. */
  invalidate(uri: string): void {
    this.drop(uri, () => true);
  }

  /** Drops the values that have read a file and meet a condition, and what has read it already and is not begun. */
  drop(uri: string, isConcerned: (value: T) => boolean): void {
    for (const [key, { settled, begun, dependencies }] of this.#entries) {
      const known = settled ?? begun;
      if (known && !isConcerned(known.value)) continue;
      if (!dependencies.includes(uri)) continue;
      this.#entries.delete(key);
      if (settled) this.#onDrop(settled.value);
    }
  }
}
