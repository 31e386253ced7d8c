import type { TextRange } from '../../text/range';

/** A step on the way to a place in YAML: a key, or an item of a list. */
export type YamlStep = string | typeof ITEM;

/** An item of a list, whichever. */
export const ITEM = Symbol('item');

/** What an author is writing in YAML. Offsets are those of the text. */
export interface YamlSpot {
  /** The map in which a key is written, or the key whose value is. */
  readonly path: readonly YamlStep[];
  readonly type: 'key' | 'value';
  /** The word around the caret. */
  readonly word: TextRange;
  /** The keys that stand beside the caret. */
  readonly siblings: ReadonlySet<string>;
}

interface Level {
  readonly indent: number;
  readonly step: YamlStep;
}

const KEY = /^(["']?)([^\s"'#{}[\],:&*!|>%@-][^"'#{}[\],:]*?)\1\s*:(?=\s|$)/;

/**
 * Tells what is written at an offset, by the indentation of the lines above alone: YAML that is being written can seldom
 * be parsed. Nothing in comments.
 */
export function yamlSpot(text: string, offset: number): YamlSpot | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const levels: Level[] = [];
  for (const line of text.slice(0, start).split('\n')) enter(levels, line);
  const written = text.slice(start, offset);
  if (/(?:^|\s)#/.test(written)) return undefined;
  const { indent, rest } = within(levels, written);
  const path = levels.map(({ step }) => step);
  const end = offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const flow = inFlow(rest, path, { start: offset, end });
  if (flow) return flow;
  const key = KEY.exec(rest);
  if (key) {
    const value = rest.slice(key[0].length);
    if (!/^\s/.test(value)) return undefined;
    const typed = /[^\s[,"']*$/.exec(value)?.[0] ?? '';
    const word = { start: offset - typed.length, end };
    return { path: [...path, key[2] ?? ''], type: 'value', word, siblings: new Set() };
  }
  if (!/^[\w.-]*$/.test(rest)) return undefined;
  const isItem = /^\s*(?:-\s+)+$/.test(written.slice(0, written.length - rest.length));
  const siblings = siblingsAt(text, start, indent, isItem);
  return { path, type: 'key', word: { start: offset - rest.length, end }, siblings };
}

function keyOf(rest: string): string[] {
  const key = KEY.exec(rest);
  return key ? [key[2] ?? ''] : [];
}

/**
 * In a map or list that is written on one line: `{id: owner, kind: …}`.
 * @param behind from the caret to the end of the word
 */
function inFlow(
  rest: string,
  outer: readonly YamlStep[],
  { start: offset, end }: TextRange,
): YamlSpot | undefined {
  const open: { isMap: boolean; steps: YamlStep[]; siblings: Set<string> }[] = [];
  let part = '';
  for (const [token] of rest.matchAll(/[{}[\],]|[^{}[\],]+/g)) {
    const keys = keyOf(part.trim());
    if (token === '{' || token === '[') {
      const isMap = token === '{';
      open.push({ isMap, steps: isMap ? keys : [...keys, ITEM], siblings: new Set() });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') for (const key of keys) open.at(-1)?.siblings.add(key);
    part = /^[{}[\],]$/.test(token) ? '' : token;
  }
  const inner = open.at(-1);
  if (!inner) return undefined;
  const { siblings } = inner;
  const path = [...outer, ...open.flatMap(({ steps }) => steps)];
  const written = part.trimStart();
  const key = KEY.exec(written);
  const typed = key ? written.slice(key[0].length).trimStart() : written;
  const word = { start: offset - typed.length, end };
  if (key) return { path: [...path, key[2] ?? ''], type: 'value', word, siblings };
  return { path, type: inner.isMap ? 'key' : 'value', word, siblings };
}

/** Takes the levels that a line opens. */
function enter(levels: Level[], line: string): void {
  if (/^\s*(?:#.*)?$/.test(line)) return;
  const { indent, rest } = within(levels, line);
  const key = KEY.exec(rest);
  if (key) levels.push({ indent, step: key[2] ?? '' });
}

/** Leaves the levels that end before a line, enters the items that it begins, and gives what is left of it. */
function within(levels: Level[], line: string): { readonly indent: number; readonly rest: string } {
  let indent = /^ */.exec(line)?.[0].length ?? 0;
  let rest = line.slice(indent).replace(/\r$/, '');
  const leave = (isItem: boolean): void => {
    for (let last = levels.at(-1); last; last = levels.at(-1)) {
      const isOver = isItem && last.step !== ITEM ? last.indent > indent : last.indent >= indent;
      if (!isOver) break;
      levels.pop();
    }
  };
  for (let item = /^-\s+/.exec(rest); item; item = /^-\s+/.exec(rest)) {
    leave(true);
    levels.push({ indent, step: ITEM });
    indent += item[0].length;
    rest = rest.slice(item[0].length);
  }
  leave(false);
  return { indent, rest };
}

/** The keys of the map in which a line stands. */
function siblingsAt(
  text: string,
  start: number,
  indent: number,
  isItem: boolean,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const take = (lines: readonly string[]): void => {
    for (const line of lines) {
      if (/^\s*(?:#.*)?$/.test(line)) continue;
      const marker = /^ *(?:-\s+)*/.exec(line)?.[0] ?? '';
      const own = /^ */.exec(line)?.[0].length ?? 0;
      if (marker.length < indent) return;
      if (marker.length === indent) for (const key of keyOf(line.slice(indent))) keys.add(key);
      // The line that begins an item is its first.
      if (own < indent) return;
    }
  };
  if (!isItem) take(text.slice(0, start).split('\n').reverse());
  const behind = text.indexOf('\n', start);
  if (behind >= 0) {
    const lines = text.slice(behind + 1).split('\n');
    const next = lines.findIndex((line) => /^ *-\s/.test(line) && line.search(/\S/) < indent);
    take(next < 0 ? lines : lines.slice(0, next));
  }
  return keys;
}
