import type { TextRange } from '../../text/range';
import { Bibliography, type Entry, type Fault, type Reading } from './bibliography';
import { readItem } from './bibtexEntry';
import { workOf, type Fields } from './bibtexWork';
import { strayAt } from './strayAt';
import type { Work } from './work';

/** What entries need to know of the file they stand in. */
interface BibtexFile {
  readonly text: string;
  /** The texts of `@string`, by name in lower case. */
  readonly strings: ReadonlyMap<string, string>;
  /** The fields of an entry, by its key. */
  fieldsOf(key: string): Fields | undefined;
}

/**
 * Reads BibTeX or BibLaTeX. Entries are found one by one, so that one that is broken hides no other; what they say is read
 * when it is asked for.
 */
export function* readBibtex(text: string): Reading {
  const entries: BibtexEntry[] = [];
  const faults: Fault[] = [];
  const broken: TextRange[] = [];
  const strings = new Map<string, string>();
  const byKey = new Map<string, BibtexEntry>();
  const aliases = new Map<string, string>();
  const file: BibtexFile = { text, strings, fieldsOf: (key) => byKey.get(key)?.fields };
  let read = 0;
  let strayLineEnd = 0;
  let isLost = false;
  for (let at = nextItem(text, 0); at >= 0;) {
    let others: TextRange | undefined;
    const item = readItem(text, at, (name, value) => {
      if (name === 'ids') others = value;
    });
    const { type, key, keyRange, end, fault } = item;
    const range = { start: at, end };
    if (type === 'string') {
      readItem(text, at, (name, value) => {
        if (!strings.has(name)) strings.set(name, valueText(text, value, strings));
      });
    }
    if (fault) {
      faults.push({ ...fault, within: range });
      broken.push(range);
      // Where reading goes on behind it is a guess, so that what is loose there may be a part of it.
      isLost ||= fault.isFatal;
    } else if (type === '' && !isLost && at >= strayLineEnd) {
      faults.push(strayAt(text, at, read));
      // What mends the first of a line mends the others.
      const lineEnd = text.indexOf('\n', at);
      strayLineEnd = lineEnd < 0 ? text.length : lineEnd;
    }
    if (key !== '') {
      const entry = new BibtexEntry(file, type, key, range, keyRange);
      entries.push(entry);
      byKey.set(key, entry);
      for (const other of others ? valueText(text, others, strings).split(',') : []) {
        aliases.set(other.trim(), key);
      }
    }
    read = end;
    at = nextItem(text, end);
    yield;
  }
  return new Bibliography(text, entries, faults, broken, false, aliases);
}

const AT_OR_COMMENT = /@|%[^\n]*/g;

/** The next `@` that no `%` takes out: between entries, Pandoc and Biber skip what follows one on its line. */
function nextItem(text: string, from: number): number {
  AT_OR_COMMENT.lastIndex = from;
  for (let match = AT_OR_COMMENT.exec(text); match; match = AT_OR_COMMENT.exec(text)) {
    if (match[0] === '@') return match.index;
  }
  return -1;
}

class BibtexEntry implements Entry {
  readonly key: string;
  readonly range: TextRange;
  readonly keyRange: TextRange;
  readonly #file: BibtexFile;
  readonly #type: string;
  #work: Work | undefined;

  constructor(file: BibtexFile, type: string, key: string, range: TextRange, keyRange: TextRange) {
    this.#file = file;
    this.#type = type;
    this.key = key;
    this.range = range;
    this.keyRange = keyRange;
  }

  get work(): Work {
    return (this.#work ??= workOf(this.key, this.#type, this.#inherited()));
  }

  prepare(): void {
    this.#work ??= workOf(this.key, this.#type, this.#inherited());
  }

  /** The fields as written, macros and concatenations resolved; of one that comes twice, the first. */
  get fields(): Fields {
    const fields = new Map<string, string>();
    const { text, strings } = this.#file;
    readItem(text, this.range.start, (name, value) => {
      if (!fields.has(name)) fields.set(name, valueText(text, value, strings));
    });
    return fields;
  }

  /** With what it takes over from others, one step far (biblatex manual, `crossref` and `xdata`). */
  #inherited(): Fields {
    const own = new Map(this.fields);
    const add = (name: string, value: string): void => {
      if (!own.has(name)) own.set(name, value);
    };
    const parent = this.#file.fieldsOf((own.get('crossref') ?? '').trim());
    for (const [name, value] of parent ?? []) {
      if (name === 'title') add('booktitle', value);
      else if (!NOT_INHERITED.has(name)) add(name, value);
    }
    for (const key of (own.get('xdata') ?? '').split(',')) {
      for (const [name, value] of this.#file.fieldsOf(key.trim()) ?? []) add(name, value);
    }
    return own;
  }
}

/** What a work does not have in common with the one in which it stands. */
const NOT_INHERITED: ReadonlySet<string> = new Set([
  'author',
  'ids',
  'crossref',
  'xdata',
  'subtitle',
  'pages',
  'doi',
  'url',
  'abstract',
  'keywords',
]);

/** So many characters macros may bring into a value: those that are made of one another can grow without end. */
const MOST_FROM_MACROS = 20_000;

const PART = /\s*(?:#\s*)?/y;

/** A value without its delimiters, the texts of macros in their places. */
function valueText(
  text: string,
  { start, end }: TextRange,
  strings: ReadonlyMap<string, string>,
): string {
  const whole = text.slice(start, end);
  const first = whole.charAt(0);
  const parts: string[] = [];
  let room = MOST_FROM_MACROS;
  for (let at = 0; at < whole.length;) {
    PART.lastIndex = at;
    at += PART.exec(whole)?.[0].length ?? 0;
    if (at >= whole.length) break;
    const from = at;
    const opening = whole.charAt(at);
    if (opening === '{' || opening === '"') {
      at = closing(whole, at);
      parts.push(whole.slice(from + 1, at - 1));
    } else {
      while (at < whole.length && !/[\s#]/.test(whole.charAt(at))) at++;
      const name = whole.slice(from, at);
      const macro = strings.get(name.toLowerCase()) ?? MONTHS.get(name.toLowerCase()) ?? name;
      if (macro.length > room) continue;
      room -= macro.length;
      parts.push(macro);
    }
  }
  return parts.length === 1 || first === '' ? (parts[0] ?? '') : parts.join('');
}

/** The macros that every style has (BibTeX manual, 2.3). */
const MONTHS: ReadonlyMap<string, string> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, index) => [name, String(index + 1)],
  ),
);

/** Behind what closes the brace or quote at an offset; values have been found to be balanced. */
function closing(value: string, at: number): number {
  const isQuoted = value.charAt(at) === '"';
  let depth = 0;
  for (let index = at + 1; index < value.length; index++) {
    const character = value.charAt(index);
    if (character === '\\') index++;
    else if (character === '{') depth++;
    else if (isQuoted && character === '"' && depth <= 0) return index + 1;
    else if (character === '}' && depth-- === 0 && !isQuoted) return index + 1;
  }
  return value.length + 1;
}
