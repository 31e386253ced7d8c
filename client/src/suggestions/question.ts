/** An answer as it is shown. */
export interface Choice<A> {
  readonly icon: string;
  readonly label: string;
  /** The letter that chooses it at once. The first choice of a question is chosen by Enter. */
  readonly key?: string;
  readonly answer: A;
}

/** What is asked at a step of a pass. */
export interface Question<A> {
  readonly title: string;
  /** Why it is asked. */
  readonly reason: string;
  /** The words of the passage: near the beginning of a text, the question covers them; and screen readers read them out. */
  readonly passage?: string;
  readonly choices: readonly Choice<A>[];
}
