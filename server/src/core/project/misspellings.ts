import { MAX_SLIP, NameIndex, nearest } from '../model';
import { Change, isTracking } from '../reactive';

/** In names of fewer letters fewer may differ than in a longer misspelling. */
const SHORT = 2 * MAX_SLIP;

/** What references name that lead nowhere, and whether they seem to mean a name. Who asks is told when that changes. */
export class Misspellings {
  /** How many references name what nothing has. */
  readonly #targets = new Map<string, number>();
  readonly #index = new NameIndex();
  /** Told for each name that was asked about. */
  readonly #asked = new Map<string, Change>();
  readonly #names = new NameIndex();

  /** Takes note of a reference that leads nowhere. */
  add(target: string): void {
    const count = this.#targets.get(target) ?? 0;
    this.#targets.set(target, count + 1);
    if (count > 0) return;
    this.#index.add(target);
    this.#tell(target);
  }

  /** Takes back what `add` took note of. */
  delete(target: string): void {
    const count = this.#targets.get(target) ?? 0;
    if (count > 1) this.#targets.set(target, count - 1);
    if (count !== 1) return;
    this.#targets.delete(target);
    this.#index.delete(target);
    this.#tell(target);
  }

  /** Whether a reference that leads nowhere seems to mean a name. */
  mean(name: string): boolean {
    if (isTracking()) {
      let change = this.#asked.get(name);
      if (!change) {
        this.#asked.set(name, (change = new Change()));
        this.#names.add(name);
      }
      change.track();
    }
    // How far apart two names may be depends on the length of the misspelt one.
    const near = name.length < SHORT ? [...this.#targets.keys()] : this.#index.nearest(name);
    return near.some((target) => nearest(target, [name]).length > 0);
  }

  #tell(target: string): void {
    for (const name of this.#names.nearest(target)) {
      const change = this.#asked.get(name);
      if (change?.isRead === true) {
        change.announce();
      } else {
        this.#asked.delete(name);
        this.#names.delete(name);
      }
    }
  }
}
