import { Settled, type WatchQueue } from '../reactive';

/** The answers to one question, by key. */
export interface Answers {
  /** The answer that is known, else the one that `find` gives now. */
  get(key: unknown, find: () => unknown): unknown;
  /** Lets go of all that the answers were read from. */
  forget(): void;
}

/** Answers that are found again when something that they were read from has changed. */
export class LiveAnswers implements Answers {
  readonly #queue: WatchQueue;
  readonly #byObject = new WeakMap<object, Settled<unknown>>();
  readonly #others = new Map<unknown, Settled<unknown>>();
  readonly #all = new Set<Settled<unknown>>();

  /** @param queue where what may be another answer now waits */
  constructor(queue: WatchQueue) {
    this.#queue = queue;
  }

  get(key: unknown, find: () => unknown): unknown {
    const answers: Pick<Map<unknown, Settled<unknown>>, 'get' | 'set' | 'delete'> = typeof key ===
      'object' && key !== null
      ? (this.#byObject as unknown as Map<unknown, Settled<unknown>>)
      : this.#others;
    let answer = answers.get(key);
    if (!answer) {
      const made = new Settled<unknown>(this.#queue, find, () => {
        answers.delete(key);
        this.#all.delete(made);
      });
      answers.set(key, (answer = made));
      this.#all.add(made);
    }
    return answer.value;
  }

  forget(): void {
    for (const answer of [...this.#all]) answer.forget();
  }
}

/** Answers about what does not change, but for files that are still being read: what waits for these is not kept. */
export class FinalAnswers implements Answers {
  readonly #pendingAnswers: () => number;
  readonly #known = new Map<unknown, { readonly answer: unknown }>();

  /** @param pendingAnswers how often somebody was told so far that a file is still being read */
  constructor(pendingAnswers: () => number) {
    this.#pendingAnswers = pendingAnswers;
  }

  get(key: unknown, find: () => unknown): unknown {
    const known = this.#known.get(key);
    if (known) return known.answer;
    const before = this.#pendingAnswers();
    const answer = find();
    if (this.#pendingAnswers() === before) this.#known.set(key, { answer });
    return answer;
  }

  forget(): void {
    this.#known.clear();
  }
}
