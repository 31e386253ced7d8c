import type { TextRange } from '../../text/range';
import { isAuthor } from './authors';
import {
  AROUND,
  isAmongGerman,
  isBehindName,
  isOthers,
  isSpeaker,
  isWholePart,
  particlesBefore,
  WORD_CHARACTER,
} from './beside';
import { COMMON_WORDS, OPENERS, PARTICLES } from './commonWords';
import { fold } from './fold';
import { writtenInstead } from './replacement';
import {
  formsOf,
  isLetter,
  variantsOf,
  type NamePart,
  type NameVariant,
  type VariantPlace,
} from './variants';

/** A real name and what is written in its place. */
export interface Pseudonym {
  readonly name: string;
  /** '' where the file gives none. */
  readonly pseudonym: string;
}

/** A real name that was found in a text. */
export interface NameMatch {
  /** Where it stands in the text, without a possessive ending. */
  readonly range: TextRange;
  readonly part: NamePart;
  /** The pseudonyms of those who may be meant; more than one where people share a name. */
  readonly pseudonyms: readonly string[];
  /** What to write in its place for each of them, in their order; none for whoever has no pseudonym. */
  readonly replacements: readonly string[];
}

/** Where a variant of names ends in the tree. */
interface Ending {
  readonly part: NamePart;
  readonly where: VariantPlace;
  /** What may stand before it, by who is meant. */
  readonly people: Map<Pseudonym, readonly string[]>;
}

interface Step {
  readonly next: Map<string, Step>;
  endings?: Ending[];
}

/** A word of a text. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const INSIDE = new RegExp(`[${WORD_CHARACTER}]`, 'u');
/** A word that may be one of a name: it begins with a capital, or its script has none. */
const CAPITALISED = new RegExp(
  `[\\p{Lu}\\p{Lt}\\p{Lo}][${WORD_CHARACTER}]*(?:['’ʼ][\\p{L}\\p{M}]+)*`,
  'gu',
);
const ANY = new RegExp(`[${WORD_CHARACTER}]+(?:['’ʼ][\\p{L}\\p{M}]+)*`, 'gu');
const NEXT = new RegExp(`[${WORD_CHARACTER}]+(?:['’ʼ][\\p{L}\\p{M}]+)*`, 'uy');
/** Blanks, hyphens and markup between the words of a name; a comma where the name of the family comes first. */
const GAP = /(?:[\s*_~>.,\\\u2010\u2011-]|&nbsp;|&#160;){1,16}/y;
const POSSESSIVE = /['’ʼ]s$/i;
/** Parts of an id or a path: words, and the humps of one. */
const HUMP = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lo}\p{M}]+/gu;
/** Shorter names with an `s` are mostly other words: `Ans`, `Bos`. */
const SHORTEST_GENITIVE = 3;
/** Scripts without blanks between words, and those that join endings to a name: it is found inside of words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/**
 * Finds real names in texts, all in one pass whose cost goes with the length of the text, and not with the number of names.
 * Case counts as written, but for capitals throughout; diacritics, possessives and markup between words do not.
 */
export class NameMatcher {
  readonly #root: Step = { next: new Map() };
  readonly #unspaced: Pseudonym[] = [];
  /** Whether some name is written without capitals. */
  readonly #hasSmall: boolean = false;
  /** The words of all pseudonyms. */
  readonly #taken: ReadonlySet<string>;

  /** @param list names whose pseudonym is the name itself are no secret, and left out */
  constructor(list: readonly Pseudonym[]) {
    const secret = list.filter(({ name, pseudonym }) => name !== '' && name !== pseudonym);
    this.#taken = new Set(secret.flatMap(({ pseudonym }) => wordsIn(pseudonym).map(fold)));
    for (const person of secret) {
      const unspaced = formsOf(person.name).filter((form) => UNSPACED.test(form));
      if (unspaced.length > 0) {
        this.#unspaced.push(...unspaced.map((name) => ({ ...person, name })));
        continue;
      }
      if (isLetter(person.name)) continue;
      if (/^\p{Ll}/u.test(person.name) && !PARTICLES.has(fold(wordsIn(person.name)[0] ?? ''))) {
        this.#hasSmall = true;
      }
      for (const variant of variantsOf(person.name)) {
        const { part, words } = variant;
        // A part that is somebody's pseudonym names nobody.
        if (
          (part === 'family' || part === 'given') &&
          words.some((word) => this.#taken.has(word))
        ) {
          continue;
        }
        this.#add(person, variant);
      }
    }
    // The longest first, so that a name within another one does not hide it.
    this.#unspaced.sort((a, b) => b.name.length - a.name.length);
  }

  /** Whether there is nothing to find. */
  get isEmpty(): boolean {
    return this.#root.next.size + this.#unspaced.length === 0;
  }

  /** The names in running text with its markup, in their order; a name that is cited as an author's is none. */
  inText(text: string): NameMatch[] {
    const found: NameMatch[] = this.#inUnspaced(text);
    const expression = this.#hasSmall ? ANY : CAPITALISED;
    expression.lastIndex = 0;
    let end = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const [written] = match;
      if (match.index < end || isInsideWord(text, match.index) || !this.#begins(written)) continue;
      const name = this.#nameAt(text, {
        text: written,
        start: match.index,
        end: match.index + written.length,
      });
      if (!name) continue;
      found.push(name);
      end = name.range.end;
      expression.lastIndex = Math.max(expression.lastIndex, end);
    }
    return found.sort((a, b) => a.range.start - b.range.start);
  }

  /** The names in an id, a path or the like, where case says nothing and words are joined; in their order. */
  inSlug(text: string): NameMatch[] {
    const tokens = [...text.matchAll(HUMP)].map(({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
    }));
    const found = this.#inUnspaced(text);
    for (let at = 0; at < tokens.length; at++) {
      const match = this.#slugAt(text, tokens, at);
      if (!match) continue;
      found.push(match.name);
      at += match.count - 1;
    }
    return found.sort((a, b) => a.range.start - b.range.start);
  }

  /** The names in what says who speaks, such as `speaker=mark`: there a common word is a name as well. */
  inSpeaker(text: string): NameMatch[] {
    const found = this.inText(text);
    if (found.length > 0) return found;
    const joined = this.inSlug(text);
    if (joined.length > 0) return joined;
    return [...text.matchAll(ANY)].flatMap(({ 0: word, index }) => {
      const endings = this.#root.next.get(fold(word))?.endings ?? [];
      // `the mark` is another thing.
      if (word !== text.trim() && !/^\p{Lu}/u.test(word)) return [];
      const ending = endings.find(({ part }) => part === 'given' || part === 'full');
      if (!ending) return [];
      const range = { start: index, end: index + word.length };
      return [this.#matchOf(text, range, ending.part, [...ending.people.keys()])];
    });
  }

  /** A text with something else in the place of each name. */
  redact(text: string, instead: (name: NameMatch) => string): string {
    let redacted = '';
    let at = 0;
    for (const name of this.inText(text)) {
      if (name.range.start < at) continue;
      redacted += text.slice(at, name.range.start) + instead(name);
      at = name.range.end;
    }
    return redacted + text.slice(at);
  }

  #add(person: Pseudonym, { part, words, particles, where }: NameVariant): void {
    let step = this.#root;
    for (const word of words) {
      let next = step.next.get(word);
      if (!next) step.next.set(word, (next = { next: new Map() }));
      step = next;
    }
    const endings = (step.endings ??= []);
    let ending = endings.find((other) => other.part === part && other.where === where);
    if (!ending) endings.push((ending = { part, where, people: new Map() }));
    if (!ending.people.has(person)) ending.people.set(person, particles);
  }

  #begins(word: string): boolean {
    const name = word.replace(POSSESSIVE, '');
    const { next } = this.#root;
    return next.has(fold(name)) || (name.endsWith('s') && next.has(fold(name.slice(0, -1))));
  }

  /** The longest name that begins with a word. */
  #nameAt(text: string, first: Token): NameMatch | undefined {
    const tokens: Token[] = [];
    let best: NameMatch | undefined;
    let step: Step | undefined = this.#root;
    for (let token: Token | undefined = first; token; token = nextToken(text, token)) {
      const written = token.text.replace(POSSESSIVE, '');
      const word: Token = { ...token, text: written, end: token.start + written.length };
      tokens.push(word);
      const next: Step | undefined = step.next.get(fold(written));
      const genitive = next ? undefined : this.#genitive(text, step, word);
      if (genitive) tokens[tokens.length - 1] = genitive.word;
      for (const ending of (next ?? genitive?.step)?.endings ?? []) {
        best = this.#accept(text, tokens, ending) ?? best;
      }
      // What is owned by somebody is no part of the name.
      if (!next || written !== token.text) break;
      step = next;
    }
    return best;
  }

  /**
   * German joins the ending of the genitive to a name without an apostrophe: `Anna Müllers Bericht`. One name alone (`Annas`)
   * has to stand among German words: elsewhere `Williams` is another one.
   */
  #genitive(
    text: string,
    step: Step,
    { text: written, start, end }: Token,
  ): { step: Step; word: Token } | undefined {
    if (!written.endsWith('s')) return undefined;
    const word: Token = { text: written.slice(0, -1), start, end: end - 1 };
    const next = step.next.get(fold(word.text));
    if (!next || step !== this.#root) return next && { step: next, word };
    if (word.text.length < SHORTEST_GENITIVE || this.#taken.has(fold(written))) return undefined;
    return isAmongGerman(text, start, end) ? { step: next, word } : undefined;
  }

  #accept(text: string, tokens: readonly Token[], ending: Ending): NameMatch | undefined {
    const { part, where, people } = ending;
    const [first] = tokens;
    const last = tokens.at(-1);
    if (!first || !last || where === 'slug') return undefined;
    const hasComma = text.slice(first.start, last.end).includes(',');
    if (hasComma !== (where === 'turned')) return undefined;
    if (tokens.length === 1 && !isWrittenAsName(text, first, ending)) return undefined;
    const before = particlesBefore(text, first.start);
    const meant = [...people].filter(([, particles]) => {
      return before.words.length === 0 || before.words.join(' ') === particles.join(' ');
    });
    const isWhole = meant.length > 0;
    // `Van Jansen` is another family; in small letters it may be what belongs to Jansen as well.
    if (!isWhole && /^\p{Lu}/u.test(text.slice(before.start))) return undefined;
    const range = { start: isWhole ? before.start : first.start, end: last.end };
    if (part === 'family' || part === 'given') {
      if (isOthers(text, { start: before.start, end: last.end }, part)) return undefined;
    }
    // `Karl Peters` and `Frau Peters` have a family of that name.
    const isGenitive = part === 'given' && text.charAt(last.end) === 's';
    if (isGenitive && isBehindName(text, first.start)) return undefined;
    if (isAuthor(text, range, isGenitive ? 'family' : part)) return undefined;
    const named = isWhole ? meant : [...people];
    return this.#matchOf(
      text,
      range,
      part,
      named.map(([person]) => person),
    );
  }

  #matchOf(
    text: string,
    range: TextRange,
    part: NamePart,
    people: readonly Pseudonym[],
  ): NameMatch {
    const written = text.slice(range.start, range.end);
    const pseudonyms = [...new Set(people.map(({ pseudonym }) => pseudonym))].filter(
      (pseudonym) => pseudonym !== '',
    );
    const isFirst = /(?:^|[.!?:]["'”’)]*\s+|["“„«(]|\n\s*\n\s*)$/.test(
      text.slice(Math.max(0, range.start - AROUND), range.start),
    );
    const replacements = pseudonyms.map((pseudonym) =>
      writtenInstead(pseudonym, part, written, isFirst),
    );
    return { range, part, pseudonyms, replacements };
  }

  #slugAt(
    text: string,
    tokens: readonly Token[],
    from: number,
  ): { readonly name: NameMatch; readonly count: number } | undefined {
    let best: { readonly name: NameMatch; readonly count: number } | undefined;
    let step: Step | undefined = this.#root;
    for (let at = from; at < tokens.length && step; at++) {
      const token = tokens[at];
      step = token && step.next.get(fold(token.text));
      const endings = step?.endings?.filter(({ where }) => where !== 'speaker') ?? [];
      const ending = endings.find(({ part }) => part === 'full') ?? endings[0];
      const first = tokens[from];
      if (!ending || !token || !first) continue;
      const count = at - from + 1;
      const range = { start: first.start, end: token.end };
      if (count === 1 && token.text.length < 3) continue;
      if (count === 1 && COMMON_WORDS.has(fold(token.text)) && !isWholePart(text, range)) continue;
      const people = [...ending.people.keys()];
      best = { name: this.#matchOf(text, range, ending.part, people), count };
    }
    return best;
  }

  #inUnspaced(text: string): NameMatch[] {
    const found: NameMatch[] = [];
    for (const person of this.#unspaced) {
      const { length } = person.name;
      for (let at = text.indexOf(person.name); at >= 0; at = text.indexOf(person.name, at + 1)) {
        const range = { start: at, end: at + length };
        if (found.some((other) => other.range.start < range.end && at < other.range.end)) continue;
        found.push(this.#matchOf(text, range, 'full', [person]));
      }
    }
    return found;
  }
}

/** Whether a word goes on there, as in `iPhone`; what is elided before a name, as in `d’Anna`, is another word. */
function isInsideWord(text: string, at: number): boolean {
  return INSIDE.test(text.charAt(at - 1));
}

function wordsIn(text: string): string[] {
  return [...text.matchAll(ANY)].map(([word]) => word);
}

/** The word behind another one, where both may belong to one name. */
function nextToken(text: string, { text: word, end }: Token): Token | undefined {
  GAP.lastIndex = end;
  const gap = GAP.exec(text)?.[0];
  if (gap === undefined || /\n\s*\n/.test(gap)) return undefined;
  // A full stop ends an initial, else the sentence.
  if (gap.includes('.') && Array.from(word).length > 2) return undefined;
  NEXT.lastIndex = end + gap.length;
  const next = NEXT.exec(text)?.[0];
  return next === undefined
    ? undefined
    : { text: next, start: end + gap.length, end: end + gap.length + next.length };
}

/**
 * A single word that is a common one as well is a name only within a sentence, and not in capitals throughout; before a
 * colon these are a speaker's.
 */
function isWrittenAsName(
  text: string,
  { text: word, start, end }: Token,
  { part, where }: Ending,
): boolean {
  const isCapitals = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  if (isCapitals && isSpeaker(text, start, end)) return true;
  if (where === 'speaker' || (isCapitals && word.length <= 3)) return false;
  const folded = fold(word);
  if (part !== 'full' || !(COMMON_WORDS.has(folded) || OPENERS.has(folded))) return true;
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/[*_"'“‘„«([]+$/, '');
  return !isCapitals && /[\p{L}\p{N},;][*_]*\s+$/u.test(before);
}
