/** How many words of the text an id keeps. */
const WORDS = 3;

/** A word longer than this is cut: an id should be easy to type. */
const LONGEST_WORD = 20;

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

/**
 * Words that tell one passage from another no better than chance, in English, Dutch, German, French, Spanish and Italian.
 * What means something in English is left out of the others.
 */
const INSIGNIFICANT: ReadonlySet<string> = new Set(
  (
    'a about after all also although among an and any are as at be because been before being between both but by can ' +
    'could did do does for from had has have he her his how i if in into is it its may might more most my no not of on ' +
    'one only or our she should so some such than that the their them then there these they this those through to ' +
    'under us was we were what when where whether which while who whose will with without would you your ' +
    'aan als bij dat de deze die dit door een en er het hij hun ik je maar met naar niet nog om ons onze ook op te ' +
    'tot uit van voor waar wat werd wij worden wordt ze zich zij zijn ' +
    'aber auch auf aus bei das dass dem der des ein eine einem einen einer eines es für haben ich ihr ihre im ist ' +
    'mit nach nicht oder sich sie sind über um und uns von vor waren wenn werden wie wir wird wurde zu zum zur ' +
    'au aux avec ce ces cette dans du elle est et il ils la le les leur mais ne nous ou où par pas plus pour qu que ' +
    'qui sa se ses son sont sur un une vous ' +
    'al con del el ella era esta este ha las lo los muy nos o para pero por si sin su sus una uno y ' +
    'che da dei della delle di e gli ma nel non per sono sulla tra'
  )
    .split(' ')
    .map(latin),
);

/** Letters of scripts that set no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The first significant words of a text as part of an id, joined by hyphens; '' where it has none. */
export function slugOf(text: string): string {
  const words = wordsOf(latin(text));
  const bare = words.map((word) => word.replace(/^(?:[cdjlmn]|qu)'|'s$/g, '').replaceAll("'", ''));
  const significant = bare.filter((word) => !isShort(word) && !INSIGNIFICANT.has(word));
  return (significant.length > 0 ? significant : bare)
    .slice(0, WORDS)
    .map((word) => [...word].slice(0, LONGEST_WORD).join(''))
    .join('-');
}

function wordsOf(text: string): string[] {
  const runs = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[a-z]+)*/gu) ?? [];
  return runs.flatMap((run) => {
    if (!UNSPACED.test(run)) return run;
    const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run);
    return [...segments].map(({ segment }) => segment);
  });
}

/** A letter says little, as do the particles of Japanese; a character of Chinese is a word. */
function isShort(word: string): boolean {
  if (/^\p{Script=Hiragana}{1,2}$/u.test(word)) return true;
  return word.length < 2 && !UNSPACED.test(word);
}

/** Latin letters without their marks, as ASCII; other scripts keep theirs, since Pandoc takes them in ids. */
function latin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? '');
}
