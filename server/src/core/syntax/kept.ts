/** A part of a text that stays what it is until it is taken out, and keeps for that long what was found out about it. */
export interface Keeper {
  /** What is kept under a number, if anything. */
  kept(slot: number): unknown;
  keep(slot: number, value: unknown): void;
}

/** What is kept by a block or a leaf. */
export class Keeping implements Keeper {
  #kept: unknown[] | undefined;

  kept(slot: number): unknown {
    return this.#kept?.[slot];
  }

  keep(slot: number, value: unknown): void {
    (this.#kept ??= [])[slot] = value;
  }
}

let slots = 0;

/**
 * Answers about parts of a text, kept by the parts themselves: an answer is found once for as long as the part stays and
 * the question is the same. The last question counts.
 */
export class KeptAnswers<Answer> {
  readonly #slot = slots++;

  /**
   * The answer for a part; `find` gives it where it is not known. It may depend on the part and the question only, which
   * is told from others by `===`.
   */
  get(part: Keeper, question: unknown, find: () => Answer): Answer {
    const known = part.kept(this.#slot) as Kept<Answer> | undefined;
    if (known !== undefined && known.question === question) return known.answer;
    const answer = find();
    part.keep(this.#slot, { question, answer } satisfies Kept<Answer>);
    return answer;
  }
}

interface Kept<Answer> {
  readonly question: unknown;
  readonly answer: Answer;
}
