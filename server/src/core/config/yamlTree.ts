import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
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
}

/** A YAML text as data, with the place of everything in it. Offsets are absolute in the file. */
export interface YamlTree {
  readonly value: YamlValue;
  readonly problems: readonly YamlProblem[];
  /** The place of the value at a path of keys and indexes; of its nearest known ancestor otherwise. */
  placeOf(path: readonly PropertyKey[]): YamlPlace;
}

/** A document may not unfold to more nodes than this: aliases of aliases would fill the memory. */
const MAX_NODES = 200_000;

/**
 * Reads YAML 1.2. Never throws: faults are listed, and what could be read is kept.
 * @param offset where `text` starts in its file.
 */
export function readYaml(text: string, offset = 0): YamlTree {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    message: error.message,
    code: error.code,
    range: { start: error.pos[0] + offset, end: error.pos[1] + offset },
  }));
  const whole = { start: offset, end: offset + text.length };
  const reader = new TreeReader(document, offset);
  const value = reader.read(document.contents, []);
  if (reader.overflown) {
    problems.push({ message: 'aliases unfold to too much data', code: 'TOO_LARGE', range: whole });
  }
  return {
    value,
    problems,
    placeOf: (path) => reader.placeOf(path) ?? { range: whole, keyRange: whole },
  };
}

class TreeReader {
  readonly #document: Document;
  readonly #offset: number;
  readonly #places = new Map<string, YamlPlace>();
  #nodes = 0;

  constructor(document: Document, offset: number) {
    this.#document = document;
    this.#offset = offset;
  }

  get overflown(): boolean {
    return this.#nodes > MAX_NODES;
  }

  placeOf(path: readonly PropertyKey[]): YamlPlace | undefined {
    for (let length = path.length; length > 0; length--) {
      const place = this.#places.get(pathKey(path.slice(0, length)));
      if (place) return place;
    }
    return undefined;
  }

  read(node: Node | null, path: readonly PropertyKey[]): YamlValue {
    if (++this.#nodes > MAX_NODES) return null;
    if (isAlias(node)) return this.read(node.resolve(this.#document) ?? null, path);
    if (isMap(node)) return this.#readMap(node, path);
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const own = [...path, index];
        const range = this.#rangeOf(item as Node | null);
        if (range) this.#places.set(pathKey(own), { range, keyRange: range });
        return this.read(item as Node | null, own);
      });
    }
    if (!isScalar(node)) return null;
    if (typeof node.value === 'boolean') return node.value;
    if (node.value === null || node.value === undefined) return null;
    return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value));
  }

  #readMap(node: YAMLMap, path: readonly PropertyKey[]): YamlValue {
    const entries: [string, YamlValue][] = [];
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(key) ? String(key.value) : '';
      const own = [...path, name];
      const keyRange = this.#rangeOf(key);
      if (keyRange) {
        const range = this.#rangeOf(value) ?? keyRange;
        this.#places.set(pathKey(own), { range, keyRange });
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

function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
