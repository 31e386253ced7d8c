import { ID_PREFIXES, type Kind } from '../../model';
import type { Project } from '../../project';

/** How many words of the text an id keeps. */
const WORDS = 3;

/** Words that tell one passage from another no better than chance. */
const INSIGNIFICANT: ReadonlySet<string> = new Set(
  (
    'a about after all also although among an and any are as at be because been before being between both but by can ' +
    'could did do does for from had has have he her his how i if in into is it its may might more most my no not of on ' +
    'one only or our she should so some such than that the their them then there these they this those through to ' +
    'under us was we were what when where whether which while who whose will with without would you your'
  ).split(' '),
);

/** Letters that no decomposition turns into ASCII. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** The ids that are out of the question for a new element: those that exist, and those that something refers to. */
export function takenIds(project: Project): ReadonlySet<string> {
  const taken = new Set(project.allIds());
  for (const { target } of project.references) taken.add(target);
  for (const { id } of project.sources) taken.add(id);
  return taken;
}

/** Tells which ids are out of the question. */
export type Taken = Pick<ReadonlySet<string>, 'has'>;

/** An id that is not taken, made of the first significant words of a text. */
export function freshId(taken: Taken, kind: Kind, text: string): string {
  return freshWith(taken, kind, slugOf(text));
}

/**
 * An id that is not taken, made of words that are joined already.
 * @param slug what follows the prefix of the kind; '' for a number alone
 */
export function freshWith(taken: Taken, kind: Kind, slug: string): string {
  const base = `${ID_PREFIXES[kind]}${slug === '' ? '1' : slug}`;
  if (!taken.has(base)) return base;
  const stem = slug === '' ? ID_PREFIXES[kind] : `${base}-`;
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

function slugOf(text: string): string {
  const words = asciiOf(text).match(/[a-z\d]+(?:'[a-z]+)*/g) ?? [];
  const bare = words.map((word) => word.replace(/'s$/, '').replaceAll("'", ''));
  const significant = bare.filter((word) => word.length > 1 && !INSIGNIFICANT.has(word));
  return (significant.length > 0 ? significant : bare)
    .slice(0, WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
    .join('-');
}

/** A word longer than this is cut: an id should be easy to type. */
const LONGEST_WORD = 20;

function asciiOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? '');
}
