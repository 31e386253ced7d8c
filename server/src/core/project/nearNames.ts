import { MAX_SLIP, NameIndex } from '../model';
import { Change, isTracking } from '../reactive';

/** Names among which those near a misspelt one are looked for. Who asks is told when a name near it comes or goes. */
export class NearNames {
  readonly #names = new NameIndex();
  readonly #asked = new Map<string, Asked>();
  /** The names that were asked about. */
  readonly #wanted = new NameIndex();

  /** Adds a name. */
  add(name: string): void {
    this.#names.add(name);
    this.#tell(name);
  }

  /** Takes away a name that was added, once. */
  delete(name: string): void {
    this.#names.delete(name);
    this.#tell(name);
  }

  /** As `nearest` has it. */
  nearest(name: string, limit = MAX_SLIP): readonly string[] {
    if (!isTracking()) return this.#names.nearest(name, limit);
    let asked = this.#asked.get(name);
    if (!asked) {
      this.#asked.set(name, (asked = { change: new Change(), answers: new Map() }));
      this.#wanted.add(name);
    }
    asked.change.track();
    let answer = asked.answers.get(limit);
    if (!answer) asked.answers.set(limit, (answer = this.#names.nearest(name, limit)));
    return answer;
  }

  #tell(changed: string): void {
    if (this.#asked.size === 0) return;
    // How many edits a short name allows depends on which one was asked about.
    const near = changed.length < SHORT ? this.#asked.keys() : this.#wanted.nearest(changed);
    for (const name of near) {
      const asked = this.#asked.get(name);
      if (!asked) continue;
      if (asked.change.isRead) {
        asked.answers.clear();
        asked.change.announce();
      } else {
        this.#asked.delete(name);
        this.#wanted.delete(name);
      }
    }
  }
}

/** Names as long as this allow as many edits as any. */
const SHORT = 2 * MAX_SLIP;

/** A name that somebody asked about, and wants to hear more of. */
interface Asked {
  readonly change: Change;
  /** By how many edits away a name may be. */
  readonly answers: Map<number, readonly string[]>;
}
