import { bareDoi } from './doi';
import { plainText } from './tex';
import { workWith, type Name, type Work } from './work';

/** The fields of an entry by their names in lower case, as written. */
export type Fields = ReadonlyMap<string, string>;

/** What the fields of an entry of BibTeX or BibLaTeX say of a work. */
export function workOf(key: string, type: string, fields: Fields): Work {
  const text = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = plainText(fields.get(name) ?? '');
      if (value !== '') return value;
    }
    return undefined;
  };
  const authors = namesIn(fields.get('author') ?? '');
  const isEdited = authors.length === 0;
  const names = isEdited ? namesIn(fields.get('editor') ?? '') : authors;
  const title = text('title');
  const subtitle = text('subtitle');
  return workWith({
    key,
    type,
    names,
    isEdited,
    year: yearIn(text('date', 'year') ?? ''),
    title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
    container: text('journaltitle', 'journal', 'booktitle', 'maintitle', 'series'),
    volume: text('volume'),
    issue: text('number', 'issue'),
    pages: text('pages'),
    publisher: text('publisher', 'institution', 'school', 'organization', 'howpublished'),
    doi: bareDoi(text('doi')),
    url: text('url'),
  });
}

/** The year of a date of BibLaTeX (EDTF: `2001-05`, `2001/2003`, `1995~`), else the text. */
function yearIn(date: string): string | undefined {
  return /\b\d{4}\b/.exec(date)?.[0] ?? (date === '' ? undefined : date);
}

/** The names of a list that `and` joins, outside of braces. */
function namesIn(list: string): Name[] {
  return splitNames(list).flatMap((name) => {
    const read = nameOf(name.trim());
    return read && read.family !== 'others' ? [read] : [];
  });
}

function splitNames(list: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const character = list.charAt(at);
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 0 && /\s/.test(character)) {
      const match = AND.exec(list.slice(at, at + 12));
      if (!match) continue;
      names.push(list.slice(start, at));
      start = at + match[0].length;
      at = start - 1;
    }
  }
  names.push(list.slice(start));
  return names;
}

const AND = /^\s+and\s+/i;

/** A name as BibTeX reads it: `von Last, First`, `von Last, Jr, First`, `First von Last`; one in braces is whole. */
function nameOf(name: string): Name | undefined {
  if (name === '') return undefined;
  if (/^\{[^{}]*\}$/.test(name)) return { family: plainText(name) };
  const parted = /^(?:[^=,]+=[^,]*)(?:,|$)/.test(name) && /\bfamily\s*=/.test(name);
  if (parted) return extendedName(name);
  const parts = splitOutside(name, ',').map(plainText);
  const [first = ''] = parts;
  if (parts.length > 1) {
    const given = parts.at(-1) ?? '';
    return given === '' ? { family: first } : { family: first, given };
  }
  const words = splitOutside(name.trim(), ' ').filter((word) => word !== '');
  // The first word in lower case begins the family name (“First von Last”); the last word is of it in any case.
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(plainText(word)));
  const from = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  const family = plainText(words.slice(from).join(' '));
  const given = plainText(words.slice(0, from).join(' '));
  return given === '' ? { family } : { family, given };
}

/** A name in the extended format of biblatex: `family=Poole, given=Marshall Scott, prefix=van`. */
function extendedName(name: string): Name {
  const parts = new Map(
    splitOutside(name, ',').map((part): [string, string] => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toLowerCase(), plainText(part.slice(at + 1))];
    }),
  );
  const family = [parts.get('prefix'), parts.get('family')].filter(Boolean).join(' ');
  const given = parts.get('given');
  return given ? { family, given } : { family };
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (
      depth === 0 &&
      (character === separator || (separator === ' ' && character === '\n'))
    ) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
