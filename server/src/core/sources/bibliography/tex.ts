/** The accents of TeX, as marks that combine with the letter before. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands that are a sign by themselves. */
const SIGNS: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'i',
  j: 'j',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textasciitilde: '~',
  textbackslash: '\\',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  S: '§',
  P: '¶',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
};

const ACCENTED = /\\(?:([`'^"~=.])\s*|([uvHcdrkb])(?=[\s\\])\s*)\\?(\p{L})/gu;
const ACCENTED_IN_BRACES = /\\(?:([`'^"~=.])\s*|([uvHcdrkb])\s*)\{\s*\\?(\p{L})\s*\}/gu;

/** Whether a value holds nothing that {@link plainText} would change, as most values. */
const PLAIN = /^[^\\{}~$`'\n\r\t-]*$/;

/** A value of BibTeX as plain text: accents become letters, and what only sets type is left out. */
export function plainText(value: string): string {
  if (PLAIN.test(value)) return value.trim();
  const withMark = (
    _: string,
    mark: string | undefined,
    command: string | undefined,
    letter: string,
  ): string => letter + (ACCENTS[mark ?? command ?? ''] ?? '');
  return value
    .replace(ACCENTED_IN_BRACES, withMark)
    .replace(ACCENTED, withMark)
    .normalize('NFC')
    .replace(/\\([a-zA-Z]+)(?:\s+|\{\})?/g, (_, name: string) => SIGNS[name] ?? '')
    .replace(/\\([&%$#_{}\s])/g, (_, sign: string) => PROTECTED[sign] ?? sign)
    .replace(/\\(?:[-/,;!]|\\)/g, ' ')
    .replace(/[{}$\\]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/[~\s]+/g, ' ')
    .replace(/[\uE000-\uE002]/g, (sign) => RESTORED[sign] ?? '')
    .trim();
}

/** Signs that are meant as such wait in the private use area until the others are gone. */
const PROTECTED: Readonly<Record<string, string>> = { '{': '\uE000', '}': '\uE001', $: '\uE002' };
const RESTORED: Readonly<Record<string, string>> = { '\uE000': '{', '\uE001': '}', '\uE002': '$' };
