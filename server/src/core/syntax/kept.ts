/** A part of a text that stays what it is until it is taken out, and keeps for that long what was found out about it. */
export interface Keeper {
  /** What is kept under a number, if anything. */
  kept(slot: number): Kept | undefined;
  /** Keeps something under a number under which nothing is kept yet. */
  keep(kept: Kept): void;
}

/** What a part keeps; few parts keep more than one thing, which are lists of little weight. */
export interface Kept {
  readonly slot: number;
  question: unknown;
  answer: unknown;
  next: Kept | undefined;
}

/** What is kept by a block. */
export class Keeping implements Keeper {
  #first: Kept | undefined;

  kept(slot: number): Kept | undefined {
    return keptUnder(slot, this.#first);
  }

  keep(kept: Kept): void {
    kept.next = this.#first;
    this.#first = kept;
  }
}

/** What is kept under a number in a list. */
export function keptUnder(slot: number, first: Kept | undefined): Kept | undefined {
  let kept = first;
  while (kept !== undefined && kept.slot !== slot) kept = kept.next;
  return kept;
}

let slots = 0;

/**
 * Answers about parts of a text, kept by the parts themselves: an answer is found once for as long as the part stays and
 * the question is the same. The last question counts.
 */
export class KeptAnswers<Answer> {
  readonly #slot = slots++;

  /**
   * The answer for a part; `find` gives it where it is not known, and is given the part. It may depend on the part and the question only, which
   * is told from others by `===`. A part that is not asked again keeps the question, which should be of little weight.
   */
  get<Part extends Keeper>(part: Part, question: unknown, find: (part: Part) => Answer): Answer {
    const known = part.kept(this.#slot);
    if (known !== undefined && known.question === question) return known.answer as Answer;
    const answer = find(part);
    if (known === undefined) {
      part.keep({ slot: this.#slot, question, answer, next: undefined });
    } else {
      known.question = question;
      known.answer = answer;
    }
    return answer;
  }
}
