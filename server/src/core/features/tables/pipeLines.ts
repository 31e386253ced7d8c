import type { TextRange } from '../../text/range';

/** A pipe table as it stands in a manuscript. */
export interface WrittenRows {
  /** From the start of its first line to the end of its last one, without the line break. */
  readonly range: TextRange;
  /** What each of its lines begins with: white space, marks of quotation. */
  readonly prefix: string;
  readonly header: string;
  readonly delimiter: string;
  readonly body: readonly string[];
}

const LINE = /([ \t>]*)([^\r\n]*)(?:\r?\n|$)/y;

/** A row of dashes and colons below the header. */
const DELIMITER = /^\|?[\s:|-]*-[\s:|-]*$/;

/** The only pipe table of a part of a text, whose lines begin with a bar; undefined for none, or several. */
export function pipeTableIn(text: string, { start, end }: TextRange): WrittenRows | undefined {
  const lines: { readonly prefix: string; readonly line: string; readonly range: TextRange }[] = [];
  let isOver = false;
  for (let at = start; at < end;) {
    LINE.lastIndex = at;
    const found = LINE.exec(text);
    if (!found || found[0] === '') break;
    const [whole, prefix = '', line = ''] = found;
    if (line.startsWith('|')) {
      if (isOver) return undefined;
      lines.push({ prefix, line, range: { start: at, end: at + prefix.length + line.length } });
    } else if (lines.length > 0) isOver = true;
    at += whole.length;
  }
  const [header, delimiter, ...body] = lines;
  const last = lines.at(-1);
  if (!header || !delimiter || !last || !DELIMITER.test(delimiter.line)) return undefined;
  return {
    range: { start: header.range.start, end: last.range.end },
    prefix: header.prefix,
    header: header.line,
    delimiter: delimiter.line,
    body: body.map(({ line }) => line),
  };
}

/** The cells of a line of a pipe table, without white space at their ends. */
export function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return (inner.match(/(?:\\.|[^|\\])+|(?<=^|\|)(?=\||$)/gsu) ?? []).map((cell) =>
    cell.trim().replace(/\s+/g, ' '),
  );
}

/** Tells rows from others, however their cells are aligned: eight hexadecimal digits (FNV-1a, 32 bits). */
export function fingerprint(rows: readonly string[]): string {
  const text = JSON.stringify(rows.map(cellsOf));
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
