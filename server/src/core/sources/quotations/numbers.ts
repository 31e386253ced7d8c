/** Reads numbers that are written as words or figures, in one language. */
export class NumberWords {
  readonly #values = new Map<string, number>();
  /** The denominators of words that stand behind a number: *thirds*. */
  readonly #parts = new Map<string, number>();
  readonly #joiner: string;
  readonly #ones: ReadonlySet<string>;

  /**
   * @param words `three/third=3`, separated by blanks
   * @param parts `third/thirds=3`, alike
   * @param joiner the word that stands inside a number: *and*
   */
  constructor(words: string, parts: string, joiner: string) {
    this.#joiner = joiner;
    let ones: string[] = [];
    for (const { forms, value } of entriesOf(words)) {
      for (const form of forms) this.#values.set(form, value);
      if (value === 1) ones = forms;
    }
    for (const { forms, value } of entriesOf(parts)) {
      for (const form of forms) {
        this.#parts.set(form, value);
        if (!this.#values.has(form)) this.#values.set(form, 1 / value);
      }
    }
    for (const [form, value] of [...this.#values]) {
      const plain = withoutAccents(form);
      if (!this.#values.has(plain)) this.#values.set(plain, value);
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

  /** Whether a word may be a part of a number that is written in words. */
  belongs(key: string): boolean {
    return key === this.#joiner || this.valueOf(key) !== undefined;
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
    const sum = new Sum();
    const close = () => {
      if (sum.value !== undefined) values.push(sum.value);
      sum.clear();
    };
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? '';
      const next = keys[at + 1];
      const isNext = next !== undefined && this.valueOf(next) !== undefined;
      const part = this.#parts.get(key);
      const value = this.valueOf(key);
      if (part !== undefined && sum.divide(part)) continue;
      if (value !== undefined) {
        if (sum.add(value, VINGT.test(key))) continue;
        close();
        sum.add(value, false);
      } else if (sum.value !== undefined && key === this.#joiner && next !== undefined) {
        const behind = keys[at + 2];
        // "Three and a half", "quatre et demi".
        const half = this.#valueBelowOne(next) ?? this.#valueBelowOne(behind);
        if (half !== undefined && sum.addPart(half)) {
          at += this.#valueBelowOne(next) === undefined ? 2 : 1;
        } else if (!(isNext && (this.isTelling(next) || sum.isTens))) {
          close();
          rest.push(key);
        }
      } else if (!(isArticle(key) && isNext && (this.valueOf(next) ?? 0) >= 100)) {
        // "Two million of them" in other languages: "deux millions de".
        const isOf = (sum.value ?? 0) >= 1e6 && (key === 'de' || key === 'd');
        if (isOf) continue;
        close();
        rest.push(key);
      } else {
        close();
      }
    }
    close();
    return { values, rest };
  }

  #valueBelowOne(key: string | undefined): number | undefined {
    const value = key === undefined || /^\d/.test(key) ? undefined : this.valueOf(key);
    return value !== undefined && value > 0 && value < 1 ? value : undefined;
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

/** A number that is put together word by word. */
class Sum {
  /** The thousands that are complete. */
  #whole = 0;
  /** What is below them. */
  #part: number | undefined;
  /** What the last word multiplied by, and a half behind it is of: *two million and a half*. */
  #unit = 1;

  /** What is put together so far, to a millionth; undefined before the first word. */
  get value(): number | undefined {
    return this.#part === undefined
      ? undefined
      : Math.round((this.#whole + this.#part) * 1e6) / 1e6;
  }

  /** Whether it ends with tens, to which ones may come. */
  get isTens(): boolean {
    return this.#part !== undefined && this.#part >= 20 && this.#part % 10 === 0;
  }

  clear(): void {
    this.#whole = 0;
    this.#part = undefined;
    this.#unit = 1;
  }

  /**
   * Adds a number word, where it can be of the same number.
   * @param isScore whether it is the *vingt* by which French multiplies four
   */
  add(value: number, isScore: boolean): boolean {
    const part = this.#part;
    if (part !== undefined && !Number.isInteger(part) && value < 1000) return false;
    if (value >= 1000) this.#multiply(value);
    else if (part === undefined || (part === 0 && this.#whole > 0)) this.#part = value;
    else if (value === 100) this.#part = part * 100;
    else if (isScore && part % 100 === 4) this.#part = part + 76;
    else if (part % 100 === 0 && part > 0 && value < 100 && value >= 1) this.#part = part + value;
    else if (part % 10 === 0 && part > 0 && value < 10 && value >= 1) this.#part = part + value;
    // "Soixante-dix", "quatre-vingt-onze".
    else if ((part % 100 === 60 || part % 100 === 80) && value >= 10 && value < 20) {
      this.#part = part + value;
    } else return false;
    return true;
  }

  /** Adds a half or a quarter. */
  addPart(value: number): boolean {
    if (this.#part === undefined || !Number.isInteger(this.#part)) return false;
    this.#part += value * this.#unit;
    return true;
  }

  /** Makes a fraction of it: *two thirds*. */
  divide(by: number): boolean {
    const part = this.#part;
    if (part === undefined || this.#whole > 0 || !Number.isInteger(part)) return false;
    if (part < 1 || part >= by * 4) return false;
    this.#part = part / by;
    return true;
  }

  #multiply(value: number): void {
    const part = this.#part;
    const times = part === undefined || (part === 0 && this.#whole === 0) ? 1 : part;
    this.#whole =
      this.#whole >= value ? this.#whole + times * value : (this.#whole + times) * value;
    if (part === undefined) this.#whole = value;
    this.#part = 0;
    this.#unit = value;
  }
}

const VINGT = /^vingts?$/;

function isArticle(key: string): boolean {
  return key === 'a';
}

function entriesOf(list: string): { forms: string[]; value: number }[] {
  if (list === '') return [];
  return list.split(' ').map((entry) => {
    const [forms = '', value] = entry.split('=');
    return { forms: forms.split('/'), value: Number(value) };
  });
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The value of figures, with what may stand behind them: `1st`, `20th`, `3x`, `2/3`. */
function figures(key: string): number | undefined {
  const [, part, of] = /^(\d+)\/([1-9]\d*)$/.exec(key) ?? [];
  if (part !== undefined) return Math.round((Number(part) / Number(of)) * 1e6) / 1e6;
  const match = /^(\d+(?:\.\d+)?)(?:st|nd|rd|th|er|re|e|de|ste|x|%)?$/.exec(key);
  return match ? Number(match[1]) : undefined;
}
