/** Words that stand for several, or for another one; as they are when folded. */
const SPOKEN: Readonly<Record<string, string>> = {
  cannot: 'can not',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  dunno: 'do not know',
  gimme: 'give me',
  lemme: 'let me',
  kinda: 'kind of',
  sorta: 'sort of',
  alright: 'all right',
  "'cause": 'because',
  cos: 'because',
  cuz: 'because',
  "'em": 'them',
  "'til": 'until',
  ok: 'okay',
  euros: 'euro',
  dollars: 'dollar',
  dólares: 'dollar',
  pounds: 'pound',
  yep: 'yes',
  yeah: 'yes',
  "let's": 'let us',
  "can't": 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "z'n": 'zijn',
  "m'n": 'mijn',
  "d'r": 'haar',
  "'t": 'het',
  "'n": 'een',
  "'k": 'ik',
  "da's": 'dat is',
  nix: 'nichts',
  nich: 'nicht',
  "'ne": 'eine',
  "'nen": 'einen',
  "t'as": 'tu as',
  "t'es": 'tu es',
};

const SUFFIXES: Readonly<Record<string, string>> = {
  m: 'am',
  re: 'are',
  ve: 'have',
  ll: 'will',
  // Of these nobody can tell what they stand for.
  d: "'d",
  s: "'s",
};

const ELIDED: Readonly<Record<string, string>> = {
  j: 'je',
  n: 'ne',
  qu: 'que',
  d: 'de',
  c: 'ce',
  l: "l'",
  m: "m'",
  s: "s'",
  t: "t'",
  jusqu: 'jusque',
  lorsqu: 'lorsque',
  puisqu: 'puisque',
};

const known = new Map<string, readonly string[]>();
/** More words than these are not remembered. */
const MOST_KNOWN = 50_000;

/**
 * A word as it is compared, which may be several: composed (NFC), without ligatures and soft hyphens, with straight
 * apostrophes, contractions written out, and last in small letters.
 */
export function keysOfWord(word: string): readonly string[] {
  let keys = known.get(word);
  if (!keys) {
    keys = fold(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, keys);
  }
  return keys;
}

function fold(word: string): readonly string[] {
  let key = word;
  if (!/^[A-Za-z]+$/.test(word)) {
    key = key
      .normalize('NFC')
      .replace(/[ﬀ-ﬆ]/g, (ligature) => ligature.normalize('NFKC'))
      .replace(/[\u00AD\u200B-\u200D\u2060]/g, '')
      .replace(/[’‘ʼ`´]/g, "'");
  }
  key = key.toLowerCase();
  if (PERCENT.test(key)) return ['percent'];
  if (key.endsWith('?')) return ['¿no?'];
  if (/^\d/.test(key)) return [plainNumber(key)];
  const spoken = SPOKEN[key];
  if (spoken !== undefined) return spoken.split(' ');
  const trimmed = key.length > 1 && key.endsWith("'") ? key.slice(0, -1) : key;
  const at = trimmed.indexOf("'", 1);
  if (at < 0) return [trimmed];
  const head = trimmed.slice(0, at);
  const tail = trimmed.slice(at + 1);
  if (tail === 't' && head.endsWith('n')) return [head.slice(0, -1), 'not'];
  const suffix = SUFFIXES[tail];
  if (suffix !== undefined) return [...fold(head), suffix];
  const elided = ELIDED[head];
  if (elided !== undefined && tail !== '') return [elided, ...fold(tail)];
  return tail === 's' || tail === '' ? [head] : [trimmed];
}

const PERCENT = /^(?:%|p(?:er|our?|or)\s.*|pro[cz]ent)$/u;

/** A number without separators of thousands, with a decimal point. */
function plainNumber(written: string): string {
  const grouped = /^\d{1,3}(?:[.,' \u00A0\u202F]\d{3})+$/.test(written);
  if (grouped) return written.replace(/\D/g, '');
  return written
    .replace(/[' \u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace(/^0+(?=\d)/, '');
}

/** What is written otherwise in another country or by another hand. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/isation/g, 'ization'],
  [/is(e|ed|es|ing|er|ers)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/([b-df-hj-np-tv-z])our/g, '$1or'],
  [/([bt])re(s?)$/, '$1er$2'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/ogue(s?)$/, 'og$1'],
  [/mme(s?)$/, 'm$1'],
  [/ence(s?)$/, 'ense$1'],
  [/grey/, 'gray'],
  [/judgement/, 'judgment'],
  [/whilst$/, 'while'],
  [/amongst$/, 'among'],
  [/wards$/, 'ward'],
  [/([lrn])t$/, '$1ed'],
];

/** What equals the same of another word if the two are ways to write one word. */
export function spellingOf(key: string): string {
  // Vowels with two dots are written out in German, and letters of their own there.
  let plain = key.replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/œ/g, 'oe');
  if (!/^[a-z]*$/.test(plain)) plain = plain.normalize('NFD').replace(/\p{M}/gu, '');
  if (plain.length < 4) return plain;
  for (const [written, other] of VARIANTS) plain = plain.replace(written, other);
  return plain;
}

/** Words of which one may stand for the other where somebody speaks. */
const STAND_INS: ReadonlySet<string> = new Set([
  "'d would",
  "'d had",
  "'s is",
  "'s has",
  "'s us",
  "'s des",
  "'s es",
  "'s het",
  'til until',
  'till until',
  'er haar',
  "l' le",
  "l' la",
  "s' se",
  "m' me",
  "t' te",
]);

/** Whether one word may be short for another. */
export function standsFor(a: string, b: string): boolean {
  return STAND_INS.has(`${a} ${b}`) || STAND_INS.has(`${b} ${a}`);
}
