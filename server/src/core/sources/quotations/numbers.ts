/** Reads numbers that are written as words or figures, in one language. */
export class NumberWords {
  readonly #values = new Map<string, number>();
  readonly #joiner: string;
  readonly #ones: ReadonlySet<string>;

  /**
   * @param words `three/third=3`, separated by blanks
   * @param joiner the word that stands inside a number: *and*
   */
  constructor(words: string, joiner: string) {
    this.#joiner = joiner;
    let ones: string[] = [];
    for (const entry of words.split(' ')) {
      const [forms = '', value] = entry.split('=');
      for (const form of forms.split('/')) this.#values.set(form, Number(value));
      if (value === '1') ones = forms.split('/');
    }
    this.#ones = new Set(ones);
  }

  /** The value of a word or of figures; undefined where it is no number. */
  valueOf(key: string): number | undefined {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (/^\d/.test(key)) return figures(key);
    return /^\p{Ll}{6,}$/u.test(key) ? this.#compound(key) : undefined;
  }

  /** Whether a word is a number, and none that is an article or pronoun as often. */
  isTelling(key: string): boolean {
    return !this.#ones.has(key) && this.valueOf(key) !== undefined;
  }

  /**
   * Reads the numbers in some words.
   * @returns the values in their order, and the words that belong to none
   */
  read(keys: readonly string[]): {
    readonly values: readonly number[];
    readonly rest: readonly string[];
  } {
    const values: number[] = [];
    const rest: string[] = [];
    /** What is being put together: the thousands that are complete, and what is below them. */
    let whole = 0;
    let part: number | undefined;
    const close = () => {
      if (part !== undefined) values.push(whole + part);
      whole = 0;
      part = undefined;
    };
    keys.forEach((key, index) => {
      const value = this.valueOf(key);
      if (value === undefined) {
        const next = keys[index + 1];
        const isInside = part !== undefined && key === this.#joiner && next !== undefined;
        if (isInside && this.isTelling(next)) return;
        close();
        // "A hundred".
        if (key === 'a' && next !== undefined && (this.valueOf(next) ?? 0) >= 100) return;
        rest.push(key);
      } else if (part === undefined) {
        part = value;
      } else if (value >= 1000) {
        whole = (whole + part) * value;
        part = 0;
      } else if (value === 100) {
        part *= 100;
      } else if (
        (part % 100 === 0 && value < 100) ||
        (part % 10 === 0 && value < 10 && value >= 1)
      ) {
        part += value;
      } else {
        close();
        part = value;
      }
    });
    close();
    return { values, rest };
  }

  /** A number that is written as one word: *vijfentwintig*, *zweihundert*. */
  #compound(key: string): number | undefined {
    for (const [large, size] of [
      ['duizend', 1000],
      ['tausend', 1000],
      ['honderd', 100],
      ['hundert', 100],
    ] as const) {
      const at = key.indexOf(large);
      if (at < 0 || !this.#values.has(large)) continue;
      const times = at === 0 ? 1 : this.valueOf(key.slice(0, at));
      const tail = key.slice(at + large.length);
      const more = tail === '' ? 0 : this.valueOf(tail);
      if (times !== undefined && more !== undefined) return times * size + more;
    }
    for (const joiner of [`ë${this.#joiner.slice(1)}`, this.#joiner]) {
      const at = key.indexOf(joiner, 2);
      if (at < 0) continue;
      const unit = this.#values.get(key.slice(0, at));
      const ten = this.#values.get(key.slice(at + joiner.length));
      if (unit !== undefined && unit < 10 && ten !== undefined && ten >= 20 && ten < 100)
        return unit + ten;
    }
    return undefined;
  }
}

/** The value of figures, with what may stand behind them: `1st`, `20th`, `3x`. */
function figures(key: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(?:st|nd|rd|th|e|de|ste|x|%)?$/.exec(key);
  return match ? Number(match[1]) : undefined;
}
