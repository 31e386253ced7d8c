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

/** The first significant words of a text, as an id may have them: `trust-outlived-incentives`. May be empty. */
export function slugOf(text: string): string {
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
