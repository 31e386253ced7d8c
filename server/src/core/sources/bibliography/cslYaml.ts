import { asMap, asTexts, readYaml, type YamlValue } from '../../config';
import type { TextRange } from '../../text/range';
import { Bibliography, type Entry, type Fault, type Reading } from './bibliography';
import { CslEntry } from './cslEntry';

/** The text of an item in block style, with as much before each line as the dash took. */
interface RawItem {
  readonly start: number;
  readonly end: number;
  /** How far its keys are indented. */
  readonly indent: number;
}

/**
 * Reads CSL YAML: items under `references:`, or a list of them. In block style, items are found one by one by their
 * dashes, and each is read by itself; so one that is broken hides no other, and a long list costs no more than its length.
 * @param isChecked whether somebody else says what is no YAML, as is so of front matter
 */
export function* readCslYaml(text: string, isChecked = false): Reading {
  const items = itemsOf(text);
  if (!items) return readWhole(text);
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  const broken: TextRange[] = [];
  for (const item of items) {
    const { start, end } = item;
    const id = idOf(text, item);
    const range = { start, end: start + text.slice(start, end).trimEnd().length };
    if (id) entries.push(new CslEntry(id.key, range, id.range, () => valueOf(text, item)));
    else {
      const message = 'This item has no id, so nobody can cite it';
      faults.push({ range: { start, end: lineEnd(text, start) }, message, isFatal: true });
      broken.push(range);
    }
    const fault = tabIn(text, item) ?? (isChecked ? undefined : syntaxFault(text, item));
    if (fault) faults.push(fault);
    yield;
  }
  return new Bibliography(text, entries, faults, broken);
}

/** The items in block style; nothing where there are none. */
function itemsOf(text: string): readonly RawItem[] | undefined {
  const list = /^references[ \t]*:[ \t]*(?:#.*)?\r?$/m.exec(text);
  const from = list ? list.index + list[0].length : 0;
  const first = /^([ \t]*)-(?=[ \t]|\r?$)/m.exec(text.slice(from));
  if (!first || (list && /\S/.test(text.slice(from, from + first.index).replace(/#.*/g, '')))) {
    return undefined;
  }
  const indent = (first[1] ?? '').length;
  const items: RawItem[] = [];
  let open: { start: number; indent: number } | undefined;
  let at = from + first.index;
  for (; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (!/\S/.test(line)) continue;
    const depth = line.length - line.trimStart().length;
    const isComment = line.charAt(depth) === '#';
    const isItem = depth === indent && /^-(?:\s|$)/.test(line.slice(depth));
    // What is indented too little is broken, and ends no list.
    if (isComment || (!isItem && depth > 0)) continue;
    if (open) items.push({ ...open, end: at });
    open = undefined;
    // A key beside the list, or the end of the document.
    if (!isItem) break;
    const dash = /^-\s*/.exec(line.slice(depth))?.[0].length ?? 1;
    open = { start: at + depth, indent: indent + dash };
  }
  if (open) items.push({ ...open, end: Math.min(at, text.length) });
  return items;
}

const ID = /^(?:"((?:[^"\\]|\\.)+)"|'([^']+)'|([^\s#"'][^\n#]*?))[ \t]*(?:#.*)?\r?$/;

/** The id of an item between braces. */
const FLOW_ID =
  /^-\s*\{(?:[^{}[\]]*[\s,])?(id|"id"|'id')\s*:\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s,{}"'[\]][^,{}\n]*?))(?=\s*[,}]|["'])["']?/;

/** The value of `id:` among the keys of an item. */
function idOf(
  text: string,
  { start, end, indent }: RawItem,
): { readonly key: string; readonly range: TextRange } | undefined {
  const flow = FLOW_ID.exec(text.slice(start, end));
  if (flow) {
    const value = flow[2] ?? flow[3] ?? flow[4] ?? '';
    const from = start + flow[0].length - value.length - (flow[4] === undefined ? 1 : 0);
    return { key: value, range: { start: from, end: from + value.length } };
  }
  const dash = text.charAt(start + 1) === '' || /\s/.test(text.charAt(start + 1)) ? 1 : 0;
  let keys = indent;
  for (let at = start; at < end; at = lineEnd(text, at) + 1) {
    const stop = lineEnd(text, at);
    const isFirst = at === start;
    const from = isFirst ? start + dash : at;
    const line = text.slice(from, stop);
    const blank = line.length - line.trimStart().length;
    // A dash by itself says nothing of how far the keys are indented.
    if (isFirst && line.trim() === '') {
      keys = -1;
      continue;
    }
    if (keys < 0 && line.trim() !== '') keys = blank;
    if (!isFirst && blank !== keys) continue;
    const key = /^(?:id|"id"|'id')[ \t]*:[ \t]+/.exec(line.slice(blank));
    if (!key) continue;
    const valueStart = from + blank + key[0].length;
    const match = ID.exec(text.slice(valueStart, stop));
    const value = match?.[1] ?? match?.[2] ?? match?.[3];
    if (value === undefined) return undefined;
    const quote = match?.[3] === undefined ? 1 : 0;
    const range = { start: valueStart + quote, end: valueStart + quote + value.length };
    return { key: value, range };
  }
  return undefined;
}

/** YAML allows no tabs there, whatever the rest of the item says. */
function tabIn(text: string, { start, end }: RawItem): Fault | undefined {
  const match = /\n *\t+[ \t]*(?=\S)/.exec(text.slice(start, end));
  if (!match) return undefined;
  const range = { start: start + match.index + 1, end: start + match.index + match[0].length };
  return { range, message: 'A tab makes the indentation here; write spaces', isFatal: true };
}

/** What mostly makes an item no YAML: a second colon, or a sign that only begins something else, in a bare value. */
const SUSPECT = /:[ \t]+(?:[@`%*&!]|[^\s"'[{|>][^\n]*:[ \t])/;

/** What Pandoc refuses the file for. Only what looks suspicious is read here, since a list may be long. */
function syntaxFault(text: string, item: RawItem): Fault | undefined {
  const raw = text.slice(item.start, item.end);
  if (!SUSPECT.test(raw) && raw.split('"').length % 2 === 1) return undefined;
  const own = ownText(text, item);
  const problem = readYaml(own).problems.find(({ isSyntax }) => isSyntax);
  if (!problem) return undefined;
  // Both end alike.
  const shift = item.end - own.length;
  const placed = (offset: number) => Math.min(item.end, Math.max(item.start, offset + shift));
  const range = { start: placed(problem.range.start), end: placed(problem.range.end) };
  return { range, message: `This YAML cannot be read: ${problem.message}`, isFatal: true };
}

function valueOf(text: string, item: RawItem): YamlValue {
  return readYaml(ownText(text, item)).value;
}

/** The text of an item, a space for its dash, so that all keys are indented alike. */
function ownText(text: string, { start, end, indent }: RawItem): string {
  return `${' '.repeat(Math.max(0, indent - 1))} ${text.slice(start + 1, end).replace(/^[ \t]*/, '')}`;
}

/** Reads the whole, as for items between brackets. */
function readWhole(text: string): Bibliography {
  const tree = readYaml(text.replace(/^---[ \t]*$/m, '   '));
  const isList = Array.isArray(tree.value);
  const list = isList ? tree.value : asMap(tree.value)['references'];
  const entries = (Array.isArray(list) ? list : []).flatMap((item, index): Entry[] => {
    const path = isList ? [index] : ['references', index];
    const [id] = asTexts(asMap(item)['id']);
    if (id === undefined) return [];
    const { range } = tree.placeOf(path);
    return [new CslEntry(id, range, tree.placeOf([...path, 'id']).range, () => item)];
  });
  const faults = tree.problems
    .filter(({ isSyntax }) => isSyntax)
    .slice(0, 1)
    .map(({ message, range }) => ({
      range,
      message: `This YAML cannot be read: ${message}`,
      isFatal: true,
    }));
  const broken = faults.length > 0 ? [{ start: 0, end: text.length }] : [];
  return new Bibliography(text, entries, faults, broken);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
