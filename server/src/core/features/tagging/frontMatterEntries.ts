import type { SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { lineBreakOf, lineEnd } from './lines';

/** Attributes of an element, by name. */
export type EntryValues = readonly (readonly [name: string, value: string])[];

/** A line of YAML that holds a key. */
interface KeyLine {
  /** The whole line, without its break. */
  readonly range: TextRange;
  readonly indent: number;
  readonly key: string;
  /** What stands behind the colon, without a comment. */
  readonly value: string;
  readonly valueStart: number;
}

/**
 * Writes attributes under `elements:` in the front matter, beside what stands there: comments and the way in which it is
 * written stay as they are. Nothing where `warrant:` or `elements:` is written in braces, or as something else than a map.
 */
export function addEntry(
  { text, frontMatter }: SyntaxDocument,
  id: string,
  values: EntryValues,
): TextEdit[] | undefined {
  const newline = lineBreakOf(text);
  const entry = `${id}: ${flow(values)}`;
  if (!frontMatter) {
    if (text.startsWith('%')) return undefined;
    const lines = ['---', 'warrant:', '  elements:', `    ${entry}`, '---', '', ''];
    return [insertion(0, lines.join(newline))];
  }
  const all = keyLines(text, frontMatter.contentRange);
  const own = all.find(({ indent, key }) => indent === 0 && key === 'warrant');
  if (!own) {
    const { end } = frontMatter.contentRange;
    const lines = ['warrant:', '  elements:', `    ${entry}`];
    const before = text[end - 1] === '\n' ? '' : newline;
    return [insertion(end, `${before}${lines.join(newline)}${before === '' ? newline : ''}`)];
  }
  const below = childrenOf(all, own);
  const elements = below.find(({ key }) => key === 'elements');
  if (!elements) {
    const isSwitch = /^(?:true|yes|on|)$/i.test(own.value);
    if (!isSwitch) return undefined;
    const indent = ' '.repeat(below[0]?.indent ?? 2);
    const lines = [`${indent}elements:`, `${indent}  ${entry}`];
    return [
      ...(own.value === '' ? [] : [cutValue(own)]),
      insertion(own.range.end, `${newline}${lines.join(newline)}`),
    ];
  }
  if (elements.value !== '') return undefined;
  const entries = childrenOf(all, elements);
  const known = entries.find(({ key }) => key.replace(/^#/, '') === id);
  if (known) return extend(text, all, known, values, newline);
  const last = lastLineOf(text, frontMatter.contentRange, entries[entries.length - 1] ?? elements);
  const indent = ' '.repeat(entries[0]?.indent ?? elements.indent + 2);
  return [insertion(last, `${newline}${indent}${entry}`)];
}

/**
 * Takes the entry of an id out of the front matter, and what is left empty by it. Nothing where it does not stand on lines
 * of its own.
 */
export function removeEntry(
  { text, frontMatter }: SyntaxDocument,
  id: string,
): TextEdit[] | undefined {
  if (!frontMatter) return undefined;
  const all = keyLines(text, frontMatter.contentRange);
  const own = all.find(({ indent, key }) => indent === 0 && key === 'warrant');
  const elements = own && childrenOf(all, own).find(({ key }) => key === 'elements');
  const entries = elements ? childrenOf(all, elements) : [];
  const entry = entries.find(({ key }) => key.replace(/^#/, '') === id);
  if (!own || !elements || !entry) return undefined;
  const isLast = entries.length === 1;
  const isAll = isLast && childrenOf(all, own).length === 1;
  const first = isLast ? elements : entry;
  const end = lastLineOf(text, frontMatter.contentRange, entry);
  return [
    ...(isAll ? [insertion(own.range.start + 'warrant:'.length, ' true')] : []),
    { range: { start: first.range.start, end: behindBreak(text, end) }, newText: '' },
  ];
}

function extend(
  text: string,
  all: readonly KeyLine[],
  known: KeyLine,
  values: EntryValues,
  newline: string,
): TextEdit[] | undefined {
  if (known.value === '') {
    const inner = childrenOf(all, known);
    const indent = ' '.repeat(inner[0]?.indent ?? known.indent + 2);
    const lines = values.map(([name, value]) => `${newline}${indent}${name}: ${scalar(value)}`);
    return [insertion(known.range.end, lines.join(''))];
  }
  const closing = known.valueStart + known.value.length - 1;
  if (!/^\{.*\}$/.test(known.value) || text[closing] !== '}') return undefined;
  const isEmpty = known.value.slice(1, -1).trim() === '';
  const trimmed = text.slice(known.valueStart, closing).trimEnd().length;
  return [
    insertion(known.valueStart + trimmed, `${isEmpty ? '' : ', '}${flow(values).slice(1, -1)}`),
  ];
}

function flow(values: EntryValues): string {
  return `{${values.map(([name, value]) => `${name}: ${scalar(value)}`).join(', ')}}`;
}

/** A text as YAML reads it back: plain where it can be taken for nothing else. */
function scalar(value: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} _./()-]*$/u.test(value) && value.trim() === value;
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain && !isWord ? value : JSON.stringify(value);
}

const KEY = /^([ \t]*)(?:"([^"]+)"|'([^']+)'|([^\s#:'"{[-][^:#]*?))[ \t]*:(?=[ \t]|$)[ \t]*(.*)$/;

function keyLines(text: string, { start, end }: TextRange): KeyLine[] {
  const lines: KeyLine[] = [];
  for (let from = start; from < end;) {
    const to = Math.min(lineEnd(text, from), end);
    const [whole, indent = '', double, single, bare, rest = ''] =
      KEY.exec(text.slice(from, to)) ?? [];
    if (whole !== undefined) {
      const value = rest.replace(/(?:^|[ \t])#.*$/, '').trimEnd();
      const key = double ?? single ?? bare ?? '';
      const valueStart = from + whole.length - rest.length;
      lines.push({
        range: { start: from, end: to },
        indent: indent.length,
        key,
        value,
        valueStart,
      });
    }
    from = behindBreak(text, to);
    if (from <= to) break;
  }
  return lines;
}

/** The keys one level below another. */
function childrenOf(all: readonly KeyLine[], parent: KeyLine): KeyLine[] {
  const inside: KeyLine[] = [];
  for (const line of all.slice(all.indexOf(parent) + 1)) {
    if (line.indent <= parent.indent) break;
    inside.push(line);
  }
  const depth = inside[0]?.indent;
  return inside.filter(({ indent }) => indent === depth);
}

/** The end of the last line that belongs to a key: what is indented more follows it. */
function lastLineOf(text: string, content: TextRange, { range, indent }: KeyLine): number {
  let last = range.end;
  for (let from = behindBreak(text, range.end); from < content.end;) {
    const to = Math.min(lineEnd(text, from), content.end);
    const line = text.slice(from, to);
    if (line.trim() !== '') {
      if (line.length - line.trimStart().length <= indent) break;
      last = to;
    }
    const next = behindBreak(text, to);
    if (next <= from) break;
    from = next;
  }
  return last;
}

function behindBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' ? at + 1 : at;
}

function cutValue({ valueStart, value }: KeyLine): TextEdit {
  return { range: { start: valueStart - 1, end: valueStart + value.length }, newText: '' };
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
