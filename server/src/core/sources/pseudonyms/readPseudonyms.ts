import Papa from 'papaparse';
import { readYaml, type YamlTree, type YamlValue } from '../../config';
import type { TextRange } from '../../text/range';
import type { Pseudonym } from './matcher';
import { isLetter } from './variants';

/** Something in a file of pseudonyms that cannot be read as it stands; it names nobody. */
export interface PseudonymProblem {
  /** A sentence without a full stop. */
  readonly message: string;
  readonly range: TextRange;
}

/** What a file of pseudonyms says. */
export interface WrittenPseudonyms {
  readonly people: readonly Pseudonym[];
  readonly problems: readonly PseudonymProblem[];
}

/** Keys under which entries of a list give the real name, the pseudonym, and further names of the same person. */
const NAME_KEYS: readonly string[] = [
  'name',
  'real',
  'real name',
  'realname',
  'real_name',
  'person',
];
const PSEUDONYM_KEYS: readonly string[] = ['pseudonym', 'alias', 'code', 'replacement', 'shown as'];
const FURTHER_KEYS: readonly string[] = ['also', 'other names', 'aka'];
const ONE_LETTER =
  'A single letter is looked for nowhere; the real name comes first here, and its pseudonym second';
/** Keys that may stand around the whole. */
const WRAPPERS: readonly string[] = ['pseudonyms', 'names', 'people'];

/**
 * Reads a file of real names and their pseudonyms: YAML (a map from name to pseudonym, or a list of entries with `name`,
 * `pseudonym` and perhaps `also`), or a table of two columns set apart by commas, semicolons or tabs. Never throws: what
 * is wrong is listed, and what could be read counts.
 */
export function readPseudonyms(text: string, isTable: boolean): WrittenPseudonyms {
  return isTable ? readTable(text) : readTree(text);
}

function readTree(text: string): WrittenPseudonyms {
  const tree = readYaml(text);
  const reader = new TreeReader(tree);
  // What the parser says of a fault may hold the text around it.
  for (const { isSyntax, range } of tree.problems) {
    if (isSyntax) reader.problems.push({ message: 'This is not valid YAML', range });
  }
  reader.read(tree.value, []);
  return reader;
}

class TreeReader implements WrittenPseudonyms {
  readonly people: Pseudonym[] = [];
  readonly problems: PseudonymProblem[] = [];
  readonly #tree: YamlTree;

  constructor(tree: YamlTree) {
    this.#tree = tree;
  }

  read(value: YamlValue, path: readonly PropertyKey[]): void {
    if (value === null) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        this.#readItem(item, [...path, index]);
      });
      return;
    }
    if (typeof value !== 'object') {
      this.#report('Names and pseudonyms are needed here: a name, a colon and a pseudonym', path);
      return;
    }
    const [wrapper, ...others] = Object.keys(value);
    const inner = wrapper === undefined ? null : value[wrapper];
    const isWrapped = others.length === 0 && WRAPPERS.includes(key(wrapper ?? ''));
    if (isWrapped && typeof inner === 'object' && inner !== null) {
      this.read(inner, [...path, wrapper ?? '']);
      return;
    }
    for (const [name, written] of Object.entries(value))
      this.#readPair(name, written, [...path, name]);
  }

  #readItem(item: YamlValue, path: readonly PropertyKey[]): void {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) {
      this.#report('An entry needs name and pseudonym', path);
      return;
    }
    const name = valueAt(item, NAME_KEYS);
    if (name === undefined) {
      this.read(item, path);
      return;
    }
    const names = [...texts(name), ...texts(valueAt(item, FURTHER_KEYS))];
    this.#add(names, valueAt(item, PSEUDONYM_KEYS), path);
  }

  #readPair(name: string, written: YamlValue, path: readonly PropertyKey[]): void {
    if (written !== null && typeof written === 'object' && !Array.isArray(written)) {
      const names = [name, ...texts(valueAt(written, FURTHER_KEYS))];
      this.#add(names, valueAt(written, PSEUDONYM_KEYS), path);
      return;
    }
    this.#add([name], written, path);
  }

  #add(
    names: readonly string[],
    written: YamlValue | undefined,
    path: readonly PropertyKey[],
  ): void {
    const pseudonym = typeof written === 'string' ? written.trim() : '';
    if (pseudonym === '') this.#report('This name has no pseudonym', path);
    for (const name of names) {
      if (isLetter(name)) this.#report(ONE_LETTER, path);
      if (/\p{L}/u.test(name)) this.people.push({ name: name.trim(), pseudonym });
    }
  }

  #report(message: string, path: readonly PropertyKey[]): void {
    this.problems.push({ message, range: this.#tree.placeOf(path).keyRange });
  }
}

function key(name: string): string {
  return name.trim().toLowerCase();
}

function valueAt(
  map: Readonly<Record<string, YamlValue>>,
  names: readonly string[],
): YamlValue | undefined {
  const found = Object.keys(map).find((name) => names.includes(key(name)));
  return found === undefined ? undefined : map[found];
}

function texts(value: YamlValue | undefined): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === 'string');
}

function readTable(text: string): WrittenPseudonyms {
  const problems: PseudonymProblem[] = [];
  const people: Pseudonym[] = [];
  let columns = { name: 0, pseudonym: 1 };
  let start = 0;
  let isFirst = true;
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data, meta }) => {
      const from = start + (/^[\r\n]*/.exec(text.slice(start, meta.cursor))?.[0].length ?? 0);
      const range = { start: from, end: Math.max(from, lineEnd(text, meta.cursor)) };
      start = meta.cursor;
      const cells = data.map((cell) => cell.trim());
      if (isFirst) {
        isFirst = false;
        const header = headerOf(cells);
        if (header) {
          columns = header;
          return;
        }
      }
      if (cells.every((cell) => cell === '') || cells[0]?.startsWith('#')) return;
      const name = cells[columns.name] ?? '';
      const pseudonym = cells[columns.pseudonym] ?? '';
      if (!/\p{L}/u.test(name)) problems.push({ message: 'This row has no name', range });
      else {
        if (pseudonym === '') problems.push({ message: 'This name has no pseudonym', range });
        if (isLetter(name)) problems.push({ message: ONE_LETTER, range });
        people.push({ name, pseudonym });
      }
    },
  });
  return { people, problems };
}

/** Which columns hold what, where the first row says it. */
function headerOf(cells: readonly string[]): { name: number; pseudonym: number } | undefined {
  const keys = cells.map(key);
  const name = keys.findIndex((cell) => NAME_KEYS.includes(cell));
  const pseudonym = keys.findIndex((cell) => PSEUDONYM_KEYS.includes(cell));
  return name >= 0 && pseudonym >= 0 ? { name, pseudonym } : undefined;
}

/** Where a row ends, without its line break. */
function lineEnd(text: string, cursor: number): number {
  return text.slice(0, cursor).replace(/[\r\n]+$/, '').length;
}
