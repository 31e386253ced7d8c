const begin = '\\begin{';
const end = '\\end{';

// Longer than the name of any environment.
const maximalName = 80;

/** The TeX environments of a text. They are found at the first question, so that a text full of them is read once. */
export class Environments {
  readonly #text: string;
  /** For each `\begin{…}` that is closed, the offset after its `\end{…}`. */
  #ends: Map<number, number> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset after the environment that `\begin{` opens at `at`, or -1 where it is not closed. */
  endOf(at: number): number {
    this.#ends ??= pairs(this.#text);
    return this.#ends.get(at) ?? -1;
  }
}

/** Pairs each `\begin` with the `\end` of the same name, whatever stands between them. */
function pairs(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  let nextBegin = text.indexOf(begin);
  let nextEnd = text.indexOf(end);
  while (nextEnd >= 0) {
    if (nextBegin >= 0 && nextBegin < nextEnd) {
      const name = nameAt(text, nextBegin + begin.length);
      const starts = open.get(name);
      if (starts !== undefined) starts.push(nextBegin);
      else if (name !== '') open.set(name, [nextBegin]);
      nextBegin = text.indexOf(begin, nextBegin + begin.length);
    } else {
      const name = nameAt(text, nextEnd + end.length);
      const start = open.get(name)?.pop();
      if (start !== undefined) ends.set(start, nextEnd + end.length + name.length + 1);
      nextEnd = text.indexOf(end, nextEnd + end.length);
    }
  }
  return ends;
}

/** The name up to the closing brace; '' where there is none. */
function nameAt(text: string, at: number): string {
  const close = text.slice(at, at + maximalName).indexOf('}');
  return close < 0 ? '' : text.slice(at, at + close);
}
