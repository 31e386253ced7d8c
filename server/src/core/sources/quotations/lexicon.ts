import { keysOfWord, spellingOf } from './fold';
import { LANGUAGES } from './languages';
import type { QuotationLanguage } from './languages/language';
import { NumberWords } from './numbers';

/** Whose parts are words, as keys. */
type Phrase = readonly string[];

/** What the words of a language mean to who compares quotations. */
export class QuotationLexicon {
  readonly code: string;
  readonly numbers: NumberWords;
  readonly #common: ReadonlySet<string>;
  readonly #fillers: ReadonlySet<string>;
  readonly #asides = new Map<string, Phrase[]>();
  readonly #negations: ReadonlySet<string>;
  readonly #echoes: ReadonlySet<string>;
  readonly #modals = new Map<string, string>();
  /** By a verb, the word that makes a modal of it, and which. */
  readonly #semiModals = new Map<string, readonly [next: string, modal: string]>();
  /** By a word, and by one with the word before it, the words that say as many. */
  readonly #quantities = new Map<string, string>();
  readonly #months: ReadonlySet<string>;
  readonly #particle: string;
  readonly #partners: ReadonlySet<string>;
  readonly #spelledOut: readonly (readonly [RegExp, string])[];

  constructor(language: QuotationLanguage) {
    this.code = language.code;
    this.numbers = new NumberWords(language.numbers, language.parts, language.joiner);
    this.#common = new Set(words(language.common));
    this.#fillers = new Set(words(language.fillers));
    this.#negations = new Set(words(language.negations));
    this.#echoes = new Set(words(language.echoes));
    for (const aside of language.asides.split(';')) {
      const phrase = words(aside).flatMap(keysOfWord);
      const first = phrase[0] ?? '';
      this.#asides.set(first, [...(this.#asides.get(first) ?? []), phrase]);
    }
    for (const forms of words(language.modals)) {
      for (const form of forms.split('/')) {
        const [verb = '', next] = form.split('+');
        if (next === undefined) this.#modals.set(verb, forms);
        else this.#semiModals.set(verb, [next, forms]);
      }
    }
    for (const forms of words(language.quantities)) {
      for (const form of forms.split('/')) this.#quantities.set(form, forms);
    }
    this.#months = new Set(words(language.months));
    const [particle = '', partners = ''] = (language.particle ?? '').split('=');
    this.#particle = particle;
    this.#partners = new Set(partners.split('/'));
    this.#spelledOut = words(language.spelledOut ?? '').flatMap((entry) => {
      const [out = '', letter] = entry.split('=');
      // Not the second letter of *neue* or *Bauer*.
      return letter === undefined
        ? []
        : [[new RegExp(out.startsWith('u') ? `(?<![aeq])${out}` : out, 'g'), letter]];
    });
  }

  /** Whether a word is one by which the language is recognised. */
  isCommon(key: string): boolean {
    return this.#common.has(key);
  }

  /** Whether a word is sound or habit wherever it stands. */
  isFiller(key: string): boolean {
    return this.#fillers.has(key);
  }

  /** The phrases that begin with a word, and are habit where a comma or a stop stands beside them. */
  asidesFrom(key: string): readonly Phrase[] {
    return this.#asides.get(key) ?? [];
  }

  /** Whether a word turns a statement around. */
  isNegation(key: string): boolean {
    return this.#negations.has(key);
  }

  /** Whether one of two words says with a negation what the other says after one: *nothing*, *anything*. */
  isEcho(a: string, b: string): boolean {
    return this.#echoes.has(`${a}/${b}`) || this.#echoes.has(`${b}/${a}`);
  }

  /** Whether a word says nothing of its own beside a negation: *ne*. */
  isParticle(key: string): boolean {
    return this.#particle !== '' && key === this.#particle;
  }

  /** Whether a word makes a negation together with such a particle: *pas*, *plus*. */
  isPartner(key: string): boolean {
    return this.#partners.has(key);
  }

  /** Whether a word is a month. */
  isMonth(key: string): boolean {
    return this.#months.has(key);
  }

  /** The words that say how many as a word does, or how often; undefined where it says neither. */
  quantityOf(key: string, before: string | undefined): string | undefined {
    return this.#quantities.get(`${before ?? ''}+${key}`) ?? this.#quantities.get(key);
  }

  /** What equals the same of another word if the two are ways to write one word of the language. */
  spellingOf(key: string): string {
    let letters = key;
    for (const [out, letter] of this.#spelledOut) letters = letters.replace(out, letter);
    return spellingOf(letters);
  }

  /** The forms of the modal verb that a word is one of: those of one strength. */
  modalOf(key: string, next: string | undefined): string | undefined {
    const semi = this.#semiModals.get(key);
    if (semi && semi[0] === next) return semi[1];
    return this.#modals.get(key);
  }
}

function words(list: string): string[] {
  return list === '' ? [] : list.split(' ');
}

const LEXICONS = new Map(
  LANGUAGES.map((language) => [language.code, new QuotationLexicon(language)]),
);
const OTHER = new QuotationLexicon({
  code: '',
  common: '',
  fillers: 'um uh eh ehm hm hmm mm äh euh',
  asides: '',
  negations: '',
  echoes: '',
  modals: '',
  numbers: 'null=0',
  parts: '',
  quantities: '',
  months: '',
  joiner: '-',
});

/** How large a part of the words has to be common in a language. */
const SHARE = 0.12;

/** With fewer words than these, a language is not guessed. */
const ENOUGH = 5;

/**
 * The words of a language, declared or else guessed; where neither tells, of one of which nothing is known.
 * @param declared BCP 47, where somebody says it
 */
export function lexiconFor(
  declared: string | undefined,
  keys: () => Iterable<string>,
): QuotationLexicon {
  const code = declared === undefined ? guessLanguage(keys()) : baseOf(declared);
  return LEXICONS.get(code ?? '') ?? OTHER;
}

/** The language of some words, by those that are frequent in it. */
export function guessLanguage(keys: Iterable<string>): string | undefined {
  const counts = new Map<QuotationLexicon, number>();
  let all = 0;
  for (const key of keys) {
    all++;
    for (const lexicon of LEXICONS.values()) {
      if (lexicon.isCommon(key)) counts.set(lexicon, (counts.get(lexicon) ?? 0) + 1);
    }
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best || all < ENOUGH || best[1] < 2 || best[1] < all * SHARE) return undefined;
  return second && second[1] * 1.5 > best[1] ? undefined : best[0].code;
}

/** A language without region: `nl` of `nl-BE`. */
export function baseOf(language: string): string {
  return (/^[A-Za-z]+/.exec(language)?.[0] ?? language).toLowerCase();
}
