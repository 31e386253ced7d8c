import { asMap, readYaml, type YamlValue } from '../../config';
import { bibliographyKeys } from '../bibliographyKeys';
import type { Work } from './works';

/**
 * The works of a bibliography with what an author knows them by. An entry that is broken gives its key alone.
 * @param path tells the format by its end; what is no BibTeX is taken for CSL
 */
export function readWorks(path: string, text: string): Work[] {
  if (/\.bib(?:tex|latex)?$/i.test(path)) return readBibtex(path, text);
  const items = itemsOf(/\.json$/i.test(path) ? readJson(text) : readYaml(text).value);
  const works = new Map(items.map((work) => [work.key, work]));
  for (const key of bibliographyKeys(path, text).keys()) {
    if (!works.has(key) && items.length === 0) works.set(key, { key });
  }
  return [...works.values()];
}

function readBibtex(path: string, text: string): Work[] {
  const keys = [...bibliographyKeys(path, text)].sort(([, a], [, b]) => a - b);
  return keys.map(([key, start], index) => {
    const entry = text.slice(start + key.length, keys[index + 1]?.[1]);
    const fields = fieldsOf(entry);
    const names = fields.get('author') ?? fields.get('editor');
    const year = /\d{4}/.exec(fields.get('year') ?? fields.get('date') ?? '')?.[0];
    return work(key, names?.split(/\s+and\s+/i).map(familyName), year, fields.get('title'));
  });
}

const FIELD = /\b(author|editor|title|year|date)\s*=\s*/gi;

function fieldsOf(entry: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const match of entry.matchAll(FIELD)) {
    const name = (match[1] ?? '').toLowerCase();
    const value = fieldValue(entry, match.index + match[0].length);
    if (!fields.has(name)) fields.set(name, plain(value));
  }
  return fields;
}

/** A value in braces, which may hold others, in quotes, or a bare number. */
function fieldValue(entry: string, start: number): string {
  const opening = entry.charAt(start);
  if (opening !== '{' && opening !== '"') return /^\w*/.exec(entry.slice(start))?.[0] ?? '';
  let depth = 0;
  for (let at = start; at < entry.length; at++) {
    const character = entry.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    const isEnd = opening === '{' ? depth === 0 : depth === 0 && character === '"' && at > start;
    if (isEnd) return entry.slice(start + 1, at);
  }
  return '';
}

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
};

const LETTERS: Readonly<Record<string, string>> = {
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
};

const ACCENTED = /\\(?:([`'^"~=.])\s*|([uvHcdrk])(?=[\s{])\s*)(?:\{?\\?(\p{L})\}?)/gu;

/** A value without the marks of TeX. */
function plain(value: string): string {
  const accented = value.replace(
    ACCENTED,
    (_, mark: string | undefined, command: string | undefined, letter: string) =>
      `${letter}${ACCENTS[mark ?? command ?? ''] ?? ''}`,
  );
  const marked = accented
    .normalize('NFC')
    .replace(
      /\\(aa|AA|ae|AE|oe|OE|ss|[oOlLij])(?![a-zA-Z])\s?/g,
      (_, name: string) => LETTERS[name] ?? '',
    );
  return marked
    .replace(/\\[a-zA-Z]+\s?|[{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function familyName(name: string): string {
  const comma = name.indexOf(',');
  if (comma >= 0) return name.slice(0, comma).trim();
  return name.trim().split(' ').at(-1) ?? name;
}

function work(
  key: string,
  names: readonly string[] | undefined,
  year: string | undefined,
  title: string | undefined,
): Work {
  const authors = names && joinNames(names.filter((name) => name !== ''));
  return {
    key,
    ...(authors ? { authors } : {}),
    ...(year === undefined ? {} : { year }),
    ...(title === undefined ? {} : { title }),
  };
}

function joinNames(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length > 2) return `${first} et al.`;
  return names.length === 2 ? `${first} & ${second}` : first;
}

function readJson(text: string): YamlValue {
  try {
    return JSON.parse(text) as YamlValue;
  } catch {
    return null;
  }
}

/** The items of CSL JSON, or of CSL YAML, which may stand under `references:`. */
function itemsOf(value: YamlValue): Work[] {
  const list = Array.isArray(value) ? value : asMap(value)['references'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const { id, title, author, editor, issued } = asMap(item);
    if (typeof id !== 'string') return [];
    const people = Array.isArray(author) ? author : editor;
    const names = Array.isArray(people) ? people.map(nameOfPerson) : undefined;
    const text = typeof title === 'string' ? title : undefined;
    return [work(id, names, yearOf(issued), text)];
  });
}

function nameOfPerson(person: YamlValue): string {
  const { family, literal } = asMap(person);
  return typeof family === 'string' ? family : typeof literal === 'string' ? literal : '';
}

/** A date of CSL: a text, a map of parts, or `date-parts`. */
function yearOf(issued: YamlValue | undefined): string | undefined {
  return /\d{4}/.exec(JSON.stringify(issued ?? ''))?.[0];
}
