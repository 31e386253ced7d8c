/** Letters that Unicode does not take apart into a letter and its marks, as those write them who lack the key. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ħ', 'h'],
]);
const SPECIAL = /[ßøæœłđðþıħ]/g;
const DROPPED = /[\p{M}\u00AD'’ʼ]/gu;
/** Letters that German, Danish, Norwegian and Swedish write as two where the letter is not at hand. */
const TWO_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
  ['å', 'aa'],
]);

/** A word without case, diacritics, apostrophes and soft hyphens, so that spellings of one name are the same. */
export function fold(word: string): string {
  if (/^[A-Za-z]*$/.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFD')
    .replace(DROPPED, '');
}

/** The foldings under which a word of a name may be found: `Müller` is also written `Mueller`. */
export function foldings(word: string): readonly string[] {
  const plain = fold(word);
  const spelt = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüøå]/g, (letter) => TWO_LETTERS.get(letter) ?? letter);
  const other = fold(spelt);
  return other === plain ? [plain] : [plain, other];
}
