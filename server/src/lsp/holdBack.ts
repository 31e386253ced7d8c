import { holdsBack, isElsewhere, joinEdits, type ChangedFile, type ReplacedLines } from './calm';
import type { FarReadings } from './farReading';

/** After a pause of so many debounces (10 s), what the author has left open is meant as it stands. */
const PAUSE = 50;

/** Nothing is held back for longer than so many debounces (30 s), whatever the author does. */
const LONGEST = 150;

/** What the decision rests on. */
export interface HoldBackOptions {
  readonly readings: FarReadings;
  /** In milliseconds; with 0, nothing is held back. */
  readonly debounce: number;
}

/**
 * Decides when diagnostics far from the edits are held back: only while something is left unclosed there that many of
 * them depend on, until the author pauses for long, writes elsewhere, or a longest time is over.
 */
export class HoldBack {
  readonly #readings: FarReadings;
  readonly #pause: number;
  readonly #longest: number;
  /** What was edited since everything was shown. */
  readonly #edited = new Map<string, ReplacedLines>();
  #lastEdit = -Infinity;
  /** When the first was held back of what is held back now. */
  #since: number | undefined;
  #isReleased = false;

  constructor({ readings, debounce }: HoldBackOptions) {
    this.#readings = readings;
    this.#pause = PAUSE * debounce;
    this.#longest = LONGEST * debounce;
  }

  /** Takes note of an edit. */
  edited(uri: string, lines: ReplacedLines): void {
    this.#lastEdit = performance.now();
    const before = this.#edited.get(uri);
    const isHolding = this.#since !== undefined;
    if (isHolding && (!before || isElsewhere(before, lines))) this.release();
    this.#edited.set(uri, joinEdits(before, lines));
  }

  /** Everything is shown next time. */
  release(): void {
    this.#isReleased = true;
  }

  /** Whether anything may be held back; it is decided by {@link timeFor}. */
  get mayHold(): boolean {
    return this.#longest > 0 && !this.#isReleased;
  }

  /** The lines of a file that were edited since everything was shown. */
  linesOf(uri: string): ReplacedLines | undefined {
    return this.#edited.get(uri);
  }

  /**
   * For how many milliseconds yet to hold back what has changed in files; 0 where all is to be shown, of which note is
   * taken as by {@link allShown}.
   */
  timeFor(files: Iterable<ChangedFile>): number {
    const isUnfinished = [...this.#edited.keys()].some((uri) => this.#readings.isUnfinished(uri));
    let isMeant = !this.mayHold;
    if (!isMeant && isUnfinished && holdsBack(files)) {
      const now = performance.now();
      this.#since ??= now;
      const left = Math.min(this.#lastEdit + this.#pause, this.#since + this.#longest) - now;
      if (left > 0) return Math.ceil(left);
      isMeant = true;
    }
    this.allShown(isMeant);
    return 0;
  }

  /**
   * Takes note that everything is shown.
   * @param isMeant whether what is left open is taken to be what the author means
   */
  allShown(isMeant: boolean): void {
    for (const uri of this.#edited.keys()) this.#readings.shown(uri, isMeant);
    this.#edited.clear();
    this.#isReleased = false;
    this.#since = undefined;
  }
}
