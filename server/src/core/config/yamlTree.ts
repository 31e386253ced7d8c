import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { TextRange } from '../text/range';

/** A value of a YAML document as plain data: numbers and dates stay the text that the author wrote. */
export type YamlValue = string | boolean | null | YamlValue[] | { [key: string]: YamlValue };

/** The value as a map; an empty one where it is something else. */
export function asMap(value: YamlValue | undefined): Readonly<Record<string, YamlValue>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** The texts of a value that is a text or a list of them; anything else is left out. */
export function asTexts(value: YamlValue | undefined): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === 'string');
}

/** Where a key and its value stand. */
export interface YamlPlace {
  /** The value; for an empty value, the key. */
  readonly range: TextRange;
  /** The key; the value itself in a list. */
  readonly keyRange: TextRange;
}

/** A fault of the YAML itself. */
export interface YamlProblem {
  readonly message: string;
  readonly range: TextRange;
  /** The parser's name for the fault, such as `DUPLICATE_KEY`. */
  readonly code: string;
  /** Whether the parser may have lost its way there, so that what it reads from there on is a guess. */
  readonly isSyntax: boolean;
}

/** A YAML text as data, with the place of everything in it. Offsets are absolute in the file. */
export interface YamlTree {
  readonly value: YamlValue;
  readonly problems: readonly YamlProblem[];
  /** The place of the value at a path of keys and indexes; of its nearest known ancestor otherwise. */
  placeOf(path: readonly PropertyKey[]): YamlPlace;
}

/** Aliases may not repeat more nodes than this: aliases of aliases would fill the memory. */
const MAX_REPEATED = 10_000;

/**
 * Reads YAML 1.2. Never throws: faults are listed, and what could be read is kept.
 * @param offset where `text` starts in its file.
 */
export function readYaml(text: string, offset = 0): YamlTree {
  const document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    // The parser would compare each key with all others.
    uniqueKeys: false,
  });
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    message: faultMessage(error.code, error.message),
    code: error.code,
    isSyntax: !HARMLESS.has(error.code),
    // A fault at the end is placed behind the last character.
    range: {
      start: Math.min(error.pos[0], text.length) + offset,
      end: Math.min(error.pos[1], text.length) + offset,
    },
  }));
  const whole = { start: offset, end: offset + text.length };
  const reader = new TreeReader(offset);
  const value = reader.read(document.contents, '');
  problems.push(...reader.problems);
  return {
    // Half of what aliases repeat would be a riddle.
    value: reader.isOverflown ? null : value,
    problems,
    placeOf: (path) => reader.placeOf(path) ?? { range: whole, keyRange: whole },
  };
}

/** Faults after which the parser goes on as before. */
const HARMLESS: ReadonlySet<string> = new Set([
  'MULTIPLE_DOCS',
  'TAG_RESOLVE_FAILED',
  'RESOURCE_EXHAUSTION',
]);

/** The parser speaks to programmers. */
function faultMessage(code: string, message: string): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'a second document begins here; only one is read';
    case 'RESOURCE_EXHAUSTION':
      return 'it is nested too deeply';
    case 'MISSING_CHAR':
      return message.includes('quote') ? 'a quote that is opened is not closed' : message;
    case 'BAD_INDENT':
      return /end with a [\]}]$/.test(message)
        ? `the closing ${message.slice(-1)} is missing, or stands too far to the left`
        : message;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a second “: ” stands here; put quotes around the value, or mend the indentation';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a key stands on one line and ends in a colon';
    case 'TAB_AS_INDENT':
      return 'spaces make the indentation, not tabs';
    case 'BAD_SCALAR_START':
      return `a value that begins with ${message.slice(-1)} needs quotes around it`;
    case 'UNEXPECTED_TOKEN':
      return 'this cannot stand here; perhaps quotes are missing around a value, or a colon after a key';
    default:
      return message;
  }
}

class TreeReader {
  readonly problems: YamlProblem[] = [];
  readonly #offset: number;
  readonly #places = new Map<string, YamlPlace>();
  readonly #anchors = new Map<string, Node>();
  /** The nodes that aliases around the present one stand for. */
  readonly #repeating = new Set<Node>();
  #repeated = 0;

  constructor(offset: number) {
    this.#offset = offset;
  }

  get isOverflown(): boolean {
    return this.#repeated > MAX_REPEATED;
  }

  placeOf(path: readonly PropertyKey[]): YamlPlace | undefined {
    for (let length = path.length; length > 0; length--) {
      const place = this.#places.get(path.slice(0, length).reduce(below, ''));
      if (place) return place;
    }
    return undefined;
  }

  /** @param path the keys and indexes that lead here, as {@link below} joins them. */
  read(node: Node | null, path: string): YamlValue {
    if (this.#repeating.size > 0 && this.#isTooMuch(node)) return null;
    if (isAlias(node)) return this.#readAlias(node, path);
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
      this.#anchors.set(node.anchor, node);
    }
    if (isMap(node)) return this.#readMap(node, path);
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const own = below(path, index);
        const range = this.#rangeOf(item as Node | null);
        if (range) this.#places.set(own, { range, keyRange: range });
        return this.read(item as Node | null, own);
      });
    }
    if (!isScalar(node)) return null;
    if (typeof node.value === 'boolean') return node.value;
    if (node.value === null || node.value === undefined) return null;
    return typeof node.value === 'string'
      ? node.value
      : (node.source ?? JSON.stringify(node.value));
  }

  /** Whether aliases have repeated more than is read; said once. */
  #isTooMuch(node: Node | null): boolean {
    if (++this.#repeated === MAX_REPEATED + 1) {
      this.#report('TOO_LARGE', 'aliases repeat too much', node);
    }
    return this.isOverflown;
  }

  #readAlias(alias: Alias, path: string): YamlValue {
    const target = this.#anchors.get(alias.source);
    if (!target) {
      this.#report('NO_ANCHOR', `there is no &${alias.source} before *${alias.source}`, alias);
      return null;
    }
    if (this.#repeating.has(target) || this.#contains(target, alias)) {
      this.#report('CYCLE', `*${alias.source} stands within what it repeats`, alias);
      return null;
    }
    this.#repeating.add(target);
    const value = this.read(target, path);
    this.#repeating.delete(target);
    return value;
  }

  #contains({ range }: Node, alias: Alias): boolean {
    if (!range || !alias.range) return false;
    return range[0] <= alias.range[0] && alias.range[1] <= range[1];
  }

  #report(code: string, message: string, node: Node | null): void {
    const [start, end] = node?.range ?? [0, 0];
    const range = { start: start + this.#offset, end: end + this.#offset };
    this.problems.push({ code, message, range, isSyntax: false });
  }

  #readMap(node: YAMLMap, path: string): YamlValue {
    const entries: [string, YamlValue][] = [];
    const names = new Set<unknown>();
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(key)) {
        const isRepeated = names.has(key.value) && this.#repeating.size === 0;
        if (isRepeated) this.#report('DUPLICATE_KEY', 'this key stands here twice', key);
        names.add(key.value);
      }
      const own = below(path, name);
      const keyRange = this.#rangeOf(key);
      if (keyRange) {
        const range = this.#rangeOf(value) ?? keyRange;
        this.#places.set(own, { range, keyRange });
      }
      entries.push([name, this.read(value, own)]);
    }
    return Object.fromEntries(entries);
  }

  #rangeOf(node: Node | null): TextRange | undefined {
    const range = node?.range;
    if (!range) return undefined;
    const quoted =
      isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
    const [start, end] = range;
    if (end === start) return undefined;
    return { start: start + quoted + this.#offset, end: end - quoted + this.#offset };
  }
}

/** A path with one more step; no two paths give the same text. */
function below(path: string, step: PropertyKey): string {
  const name = String(step);
  return `${path}${name.length}:${name}`;
}
