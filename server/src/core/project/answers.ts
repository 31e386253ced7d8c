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
  /** Keys need not be held weakly: what finds an answer again holds its key anyway. */
  readonly #known = new Map<unknown, Settled<unknown>>();

  /** @param queue where what may be another answer now waits */
  constructor(queue: WatchQueue) {
    this.#queue = queue;
  }

  get(key: unknown, find: () => unknown): unknown {
    let answer = this.#known.get(key);
    if (!answer) {
      answer = new Settled<unknown>(this.#queue, find, () => this.#known.delete(key));
      this.#known.set(key, answer);
    }
    return answer.value;
  }

  forget(): void {
    for (const answer of [...this.#known.values()]) answer.forget();
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
