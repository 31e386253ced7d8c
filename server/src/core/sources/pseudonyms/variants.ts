import { COMMON_WORDS, PARTICLES, SUFFIXES, TITLES } from './commonWords';
import { fold, foldings } from './fold';

/** How much of a name a text says. */
export type NamePart = 'full' | 'initials' | 'family' | 'given';

/**
 * Where a variant says a name: in texts and in ids and paths; there alone, where words are joined; family first, in texts
 * with a comma; or only where somebody is named as who speaks, since it is a common word as well.
 */
export type VariantPlace = 'anywhere' | 'slug' | 'turned' | 'speaker';

/** A way to write a name. */
export interface NameVariant {
  readonly part: NamePart;
  /** The folded words, at least one. */
  readonly words: readonly string[];
  /** Particles that may stand before it and belong to it then. */
  readonly particles: readonly string[];
  readonly where: VariantPlace;
}

/** A name taken apart. */
export interface NameParts {
  readonly given: readonly string[];
  readonly particles: readonly string[];
  readonly family: string | undefined;
}

const WORD = /[\p{L}\p{M}\p{N}\u00AD]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** What joins the two names of a family, and names of that kind: `Jansen-Prins`. */
const HYPHEN = /[\u2010\u2011-]/;
const DOUBLE = /[\p{L}\p{M}]{2,}[\u2010\u2011-][\p{L}\p{M}]{2,}$/u;

/** Parts of names that are shorter say too little alone. */
const SHORTEST_PART = 3;
/** Words run together that are shorter may be another word. */
const SHORTEST_JOINED = 6;

/** Takes a name apart: `Anna de Vries`, `de Vries, Anna`, `Dr A. M. de Vries jr.`; the last word is the family's. */
export function partsOfName(name: string): NameParts {
  const [before = '', behind, ...rest] = name.split(',');
  const isTurned = behind !== undefined && rest.length === 0 && !SUFFIXES.has(fold(only(behind)));
  const written = isTurned ? `${behind} ${before}` : name;
  const words = [...written.matchAll(WORD)].map(([word]) => word);
  while (words.length > 1 && TITLES.has(fold(words[0] ?? ''))) words.shift();
  while (words.length > 1 && SUFFIXES.has(fold(words.at(-1) ?? ''))) words.pop();
  if (words.length < 2) return { given: words, particles: [], family: undefined };
  const last = words.pop();
  // `Eva Jansen-Prins`: the hyphen stands directly before the last word.
  const behindIt =
    last === undefined ? '' : written.slice(0, written.lastIndexOf(last) + last.length);
  const half = DOUBLE.test(behindIt) ? words.pop() : undefined;
  const family = half === undefined ? last : `${half}-${last ?? ''}`;
  const particles: string[] = [];
  while (words.length > 0 && isParticle(words.at(-1) ?? '')) particles.unshift(words.pop() ?? '');
  return { given: words, particles, family };
}

function only(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** A single capital is an initial, whatever small word it could be. */
function isParticle(word: string): boolean {
  return PARTICLES.has(fold(word)) && !/^\p{Lu}$/u.test(word);
}

/** Whether a name is a single letter, which says nobody's name: it is `A` at the beginning of any sentence. */
export function isLetter(name: string): boolean {
  const { given, family } = partsOfName(name);
  return family === undefined && Array.from(fold(given[0] ?? '')).length < 2;
}

/** What a list puts beside a name: `J. (Joop) ter Braak`, `Eva “Eefje” Prins`, `Anna de Vries (interview 3)`. */
const ASIDE = /[([]([^()[\]]*)[)\]]|["“„«]([^"“”„«»]*)["“”»]/gu;
/** The name by which somebody is called: the rest are remarks. */
const CALL_NAME = /^\p{Lu}\p{M}*\p{Ll}[\p{L}\p{M}]*(?:-\p{Lu}[\p{L}\p{M}]+)?$/u;

/** A name without what stands beside it, and with the name by which somebody is called in the place of the given ones. */
export function formsOf(name: string): string[] {
  const asides = [...name.matchAll(ASIDE)].map(([, round = '', quoted = '']) => round + quoted);
  const plain = name.replace(ASIDE, ' ').trim();
  if (asides.length === 0 || !/\p{L}/u.test(plain)) return [name];
  const { given, particles, family = '' } = partsOfName(plain);
  const called = asides.map((aside) => aside.trim()).filter((aside) => CALL_NAME.test(aside));
  const forms = called
    .filter((aside) => !given.includes(aside))
    .map((aside) => [aside, ...particles, family].join(' ').trim());
  return [plain, ...forms].filter((form) => !isLetter(form));
}

/** The ways in which a text may write a name, from the whole to its parts. */
export function variantsOf(name: string): readonly NameVariant[] {
  return formsOf(name).flatMap(variantsOfForm);
}

function variantsOfForm(name: string): readonly NameVariant[] {
  const { given, particles, family } = partsOfName(name);
  const small = particles.map(fold);
  const found: NameVariant[] = [];
  const add = (
    part: NamePart,
    words: readonly string[],
    before: readonly string[] = [],
    where: VariantPlace = 'anywhere',
  ) => {
    for (const spelt of spellings(words)) {
      found.push({ part, words: spelt, particles: before, where });
      const joined = [...before, ...spelt].join('');
      if (joined === spelt[0] || joined.length < SHORTEST_JOINED) continue;
      found.push({ part, words: [joined], particles: [], where: 'slug' });
    }
  };
  if (family === undefined) {
    if (given.length > 0) add('full', given);
    return found;
  }
  const [first = ''] = given;
  const double = family.split(HYPHEN);
  const last = [...particles, ...double];
  if (given.length > 0) {
    add('full', [...given, ...last]);
    if (given.length > 1) add('full', [first, ...last]);
    if (particles.length > 0) add('full', [first, ...double]);
    add('full', [...double, first], small, 'turned');
    if (particles.length > 0) {
      add('full', [...last, first], [], 'turned');
      add('full', [last.join(''), first], [], 'slug');
    }
    for (const initials of initialsOf(given)) {
      add('initials', [...initials, ...last]);
      if (particles.length > 0) add('initials', [...initials, ...double]);
    }
    if (isTelling(first)) add('given', [first]);
    else if (fold(first).length > 1) add('given', [first], [], 'speaker');
    // `Jean-Pierre`, whose halves do not stand alone.
    if (given.length > 1 && given.some(isTelling)) add('given', given);
  }
  if (isTelling(family) || given.length === 0) {
    add(given.length === 0 ? 'full' : 'family', double, small);
  }
  const half = double.at(-1) ?? '';
  if (double.length > 1 && given.length > 0 && isTelling(half)) add('family', [half], small);
  return found;
}

/** Whether a part of a name names somebody without the rest. */
function isTelling(part: string): boolean {
  const word = fold(part);
  return word.length >= SHORTEST_PART && !COMMON_WORDS.has(word) && !PARTICLES.has(word);
}

/** `A.`, `A. M.` and `AM` for given names. */
function initialsOf(given: readonly string[]): string[][] {
  const letters = given.map((name) => Array.from(fold(name))[0] ?? '');
  const [first = ''] = letters;
  if (given.every((name) => Array.from(name).length === 1)) return [];
  return letters.length > 1 ? [[first], letters, [letters.join('')]] : [[first]];
}

/** A name with each of its words spelt in one way or the other, all alike. */
function spellings(words: readonly string[]): string[][] {
  const each = words.map(foldings);
  const one = each.map(([plain = '']) => plain);
  const other = each.map((spelt) => spelt.at(-1) ?? '');
  return one.join(' ') === other.join(' ') ? [one] : [one, other];
}
