import type { Span, SpanEdit } from '../commands/spans';

/** What an author has decided on a step; `open` before that. A step is `gone` where there is nothing to decide any more. */
export type Decision = 'open' | 'accepted' | 'skipped' | 'never' | 'gone';

/** One suggestion of a tagging pass. */
export interface Step {
  readonly phrase: string;
  /** Where its passage stands now. */
  readonly span: Span;
  readonly decision: Decision;
}

interface KeptStep extends Step {
  span: Span;
  decision: Decision;
}

/** How far a pass has come. */
export interface Progress {
  /** Counts from 1. */
  readonly at: number;
  readonly of: number;
}

/**
 * The steps of one tagging pass: from the caret to the end of the text, and from its beginning to the caret. They follow
 * the text while it is edited, by the pass itself or by its author.
 */
export class PassSteps {
  readonly #steps: readonly KeptStep[];
  /** The decided steps, as indexes, in the order in which they were decided. */
  readonly #decided: number[] = [];
  #at = 0;

  /**
   * @param passages in the order in which an author decides on them
   * @param caret the passage that holds it, or the first one behind it, comes first
   */
  constructor(passages: readonly { readonly span: Span; readonly phrase: string }[], caret = 0) {
    const found = passages.findIndex(({ span }) => span.end >= caret);
    const first = Math.max(0, found);
    const rotated = [...passages.slice(first), ...passages.slice(0, first)];
    this.#steps = rotated.map(({ span, phrase }) => ({ span, phrase, decision: 'open' }));
  }

  /** The step to decide on; nothing at the end. */
  get current(): Step | undefined {
    return this.#steps[this.#at];
  }

  /** Which step it is, of those that there are. */
  get progress(): Progress {
    const left = (steps: readonly Step[]) => steps.filter(({ decision }) => decision !== 'gone');
    return { at: left(this.#steps.slice(0, this.#at)).length + 1, of: left(this.#steps).length };
  }

  /** Whether a step can be taken back. */
  get canGoBack(): boolean {
    return this.#decided.length > 0;
  }

  /** How many steps were decided in a way. */
  count(decision: Decision): number {
    return this.#steps.filter((step) => step.decision === decision).length;
  }

  /** Decides on the current step and goes on to the next. With `never`, what the same phrase led to is gone as well. */
  decide(decision: Exclude<Decision, 'open'>): void {
    const step = this.#steps[this.#at];
    if (!step) return;
    step.decision = decision;
    if (decision !== 'gone') this.#decided.push(this.#at);
    if (decision === 'never') this.#turn(step.phrase, 'open', 'gone');
    this.#goOn();
  }

  /** Goes back to the step that was decided last, which is open again; nothing where there is none. */
  goBack(): Decision | undefined {
    const at = this.#decided.pop();
    const step = at === undefined ? undefined : this.#steps[at];
    if (at === undefined || !step) return undefined;
    const { decision } = step;
    step.decision = 'open';
    if (decision === 'never') this.#turn(step.phrase, 'gone', 'open');
    this.#at = at;
    return decision;
  }

  /** Takes note of where the passage of the current step stands, as it is found now. */
  place(span: Span): void {
    const step = this.#steps[this.#at];
    if (step) step.span = span;
  }

  /** Takes note of an edit of the text. */
  edited(edits: readonly SpanEdit[]): void {
    for (const step of this.#steps) step.span = moved(step.span, edits);
  }

  #goOn(): void {
    do this.#at++;
    while (this.current && this.current.decision !== 'open');
  }

  #turn(phrase: string, from: Decision, to: Decision): void {
    if (phrase === '') return;
    for (const step of this.#steps) {
      if (step.decision === from && step.phrase === phrase) step.decision = to;
    }
  }
}

/**
 * Where a span stands after edits: each is one of the text before all of them, and none overlaps another. What is inserted
 * at either end stays outside; of what is cut, the rest is left, which may be nothing.
 */
export function moved({ start, end }: Span, edits: readonly SpanEdit[]): Span {
  let [first, last] = [start, end];
  for (const edit of edits) {
    const grown = edit.newText.length - (edit.end - edit.start);
    if (edit.end <= start) first += grown;
    else if (edit.start < start) first += edit.start + edit.newText.length - start;
    if (edit.end <= end && edit.start < end) last += grown;
    else if (edit.start < end) last += edit.start - end;
  }
  return { start: first, end: Math.max(first, last) };
}
