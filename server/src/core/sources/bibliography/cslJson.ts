import type { YamlValue } from '../../config';
import type { TextRange } from '../../text/range';
import { Bibliography, type Entry, type Fault, type Reading } from './bibliography';
import { CslEntry } from './cslEntry';

/** An item as it stands in the text. */
interface RawItem {
  readonly range: TextRange;
  readonly id?: { readonly key: string; readonly range: TextRange };
}

/**
 * Reads CSL JSON: a list of items, or an object that has one under `items`. Items are found one by one by their brackets,
 * so that one that is broken hides no other.
 */
export function* readCslJson(text: string): Reading {
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  const broken: TextRange[] = [];
  const list = text.indexOf('[');
  if (list < 0) {
    const isEmpty = /^\s*$/.test(text);
    const range = { start: 0, end: lineEnd(text, 0) };
    const message = 'This is no CSL JSON: it should be a list of items in [ and ]';
    return new Bibliography(text, [], isEmpty ? [] : [{ range, message, isFatal: true }]);
  }
  let at = list + 1;
  for (let isFirst = true; ; isFirst = false) {
    const next = nextItem(text, at, isFirst);
    if (next.fault) faults.push(next.fault);
    if (next.start === undefined) break;
    const item = readRawItem(text, next.start);
    at = item.range.end;
    const slice = text.slice(item.range.start, item.range.end);
    const message = faultOf(slice);
    if (message !== undefined) {
      const range = item.id?.range ?? { start: next.start, end: lineEnd(text, next.start) };
      const name = item.id === undefined ? 'This item' : `The item ${item.id.key}`;
      faults.push({ range, message: `${name} is no valid JSON: ${message}`, isFatal: true });
      broken.push(item.range);
    }
    if (item.id) {
      const { key, range } = item.id;
      entries.push(new CslEntry(key, item.range, range, () => parse(slice)));
    } else if (message === undefined) {
      const range = { start: next.start, end: next.start + 1 };
      faults.push({ range, message: 'This item has no id, so nobody can cite it', isFatal: true });
    }
    yield;
  }
  return new Bibliography(text, entries, faults, broken);
}

/** Where the next item begins; none behind the last one. What stands between two items is a comma. */
function nextItem(
  text: string,
  at: number,
  isFirst: boolean,
): { readonly start?: number; readonly fault?: Fault } {
  const between = /[\s,]*/y;
  between.lastIndex = at;
  const gap = between.exec(text)?.[0] ?? '';
  const start = at + gap.length;
  const commas = gap.replace(/[^,]/g, '').length;
  const character = text.charAt(start);
  const range = { start: Math.max(0, isFirst ? start : at - 1), end: start + 1 };
  if (character === ']') {
    if (commas === 0) return {};
    const comma = at + gap.indexOf(',');
    const message = 'The comma behind the last item has to go';
    const range = { start: comma, end: comma + 1 };
    const mending = { title: 'Remove the comma', edits: [{ range, newText: '' }] };
    return { fault: { range, message, isFatal: true, mending } };
  }
  if (character === '') {
    const end = text.trimEnd().length;
    const message = 'The list is not closed; a ] is missing';
    return { fault: { range: { start: Math.max(0, end - 1), end }, message, isFatal: true } };
  }
  if (character !== '{') {
    const found = text.indexOf('{', start);
    const message = 'Only items in { and } can stand in this list, with commas between them';
    return { ...(found < 0 ? {} : { start: found }), fault: { range, message, isFatal: true } };
  }
  const wanted = isFirst ? 0 : 1;
  if (commas === wanted) return { start };
  const message =
    commas < wanted ? 'A comma is missing before this item' : 'There is a comma too many';
  return { start, fault: { range: { start, end: start + 1 }, message, isFatal: true } };
}

/** An item begins a line with a brace, and the one before ends with its own: so a missing bracket is found. */
const NEXT_ITEM = /\n[ \t]{0,4}\{\s*"/y;

/** Reads from the `{` of an item to the `}` that closes it. */
function readRawItem(text: string, start: number): RawItem {
  let depth = 0;
  let id: RawItem['id'];
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (depth === 1 && id === undefined && text.slice(at, end) === '"id"') {
        id = idAfter(text, end);
      }
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) {
      return { range: { start, end: at + 1 }, ...(id ? { id } : {}) };
    } else if (code === 0x0a && depth > 0) {
      NEXT_ITEM.lastIndex = at;
      const isLost = depth > 1 && /^\s*\{\s*"id"\s*:/.test(text.slice(at, at + 40));
      if (isLost && NEXT_ITEM.test(text))
        return { range: { start, end: at }, ...(id ? { id } : {}) };
    }
  }
  return { range: { start, end: text.length }, ...(id ? { id } : {}) };
}

const ID_VALUE = /\s*:\s*(?:"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.]*))/y;

function idAfter(text: string, at: number): RawItem['id'] {
  ID_VALUE.lastIndex = at;
  const match = ID_VALUE.exec(text);
  if (!match) return undefined;
  const [whole, quoted, number = ''] = match;
  const written = quoted ?? number;
  const end = at + whole.length - (quoted === undefined ? 0 : 1);
  const key = quoted === undefined ? number : unescaped(quoted);
  return key === '' ? undefined : { key, range: { start: end - written.length, end } };
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  const value = parse(`"${written}"`);
  return typeof value === 'string' ? value : written;
}

/** A string ends with its line at the latest, since JSON allows no line break in one. */
function stringEnd(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5c) index++;
    else if (code === 0x22) return index + 1;
    else if (code === 0x0a) return index;
  }
  return text.length;
}

function faultOf(item: string): string | undefined {
  try {
    JSON.parse(item);
    return undefined;
  } catch {
    if (/,\s*[}\]]/.test(item)) return 'a comma stands before a closing bracket';
    if (/["\d}\]]\s*\n\s*"/.test(item)) return 'a comma is missing at the end of a line';
    return 'look for a missing quote, comma or bracket';
  }
}

function parse(text: string): YamlValue {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'number' ? String(value) : value,
    ) as YamlValue;
  } catch {
    return null;
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
