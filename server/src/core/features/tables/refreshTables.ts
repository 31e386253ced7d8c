import type { Access, Project } from '../../project';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { count } from '../markdown';
import { lineBreakOf } from '../tagging/lines';
import { emptyReason, type WriteTable } from './insertTable';
import { makeTable } from './makeTable';
import { cellsOf, fingerprint, type WrittenRows } from './pipeLines';
import { TABLE_KINDS, type Table } from './table';
import { writtenTables, type WrittenTable } from './writtenTables';

/**
 * How a table of the manuscript compares with what the tags say now: `edited` differs, and by the hand of its author;
 * `broken` cannot be made anew.
 */
export type TableStatus = 'current' | 'outdated' | 'edited' | 'broken';

/** A table of the manuscript that was made from the tags. */
export interface TableState {
  readonly title: string;
  /** The div. */
  readonly range: TextRange;
  readonly status: TableStatus;
  /** What differs, or what is wrong, in a phrase. */
  readonly detail: string;
  /** What makes it say what the tags say; nothing for one that does, or that is broken. */
  readonly edits: readonly TextEdit[];
}

/**
 * The tables of a file that were made from the tags, and what would make each of them say what the tags say now. What its
 * author has made of the headings, the widths and the caption stays.
 * @param include the strictest access that readers of the manuscript have
 */
export function tableStates(
  project: Project,
  uri: string,
  write: WriteTable,
  include?: Access,
): TableState[] {
  const text = project.file(uri)?.facts.current.text ?? '';
  return writtenTables(project, uri).map((written) =>
    stateOf(project, text, written, write, include),
  );
}

function stateOf(
  project: Project,
  text: string,
  written: WrittenTable,
  write: WriteTable,
  include: Access | undefined,
): TableState {
  const { kind, rows, made, source } = written;
  const { range } = source;
  if (!kind) {
    const detail = `its table= is none of ${TABLE_KINDS.join(', ')}`;
    return { title: 'Table', range, status: 'broken', detail, edits: [] };
  }
  const table = makeTable(project, kind, include);
  const { title } = table;
  const broken = (detail: string): TableState => {
    return { title, range, status: 'broken', detail, edits: [] };
  };
  if (!rows) return broken('its div does not hold just one table with bars at both ends');
  if (table.rows.length === 0) return broken(emptyReason(table));
  const [header = '', delimiter = '', ...body] = write(table);
  const isSame = fingerprint(body) === fingerprint(rows.body);
  const isKept = cellsOf(header).length === cellsOf(rows.header).length;
  if (isSame && isKept) return { title, range, status: 'current', detail: 'up to date', edits: [] };
  const isByHand = made?.value !== fingerprint(rows.body);
  const head = isKept ? [rows.header, rows.delimiter] : [header, delimiter];
  const eol = lineBreakOf(text);
  const lines = [...head, ...body].map((line) => rows.prefix + line);
  const edits = [
    { range: rows.range, newText: lines.join(eol) },
    ...fingerprintEdits(text, written, fingerprint(body)),
  ];
  const detail = differences(table, rows, body);
  return { title, range, status: isByHand ? 'edited' : 'outdated', detail, edits };
}

function fingerprintEdits(
  text: string,
  { made, source: { attributeRange } }: WrittenTable,
  value: string,
): TextEdit[] {
  if (made) return [{ range: made.valueRange, newText: value }];
  if (!attributeRange || text[attributeRange.end - 1] !== '}') return [];
  const end = attributeRange.end - 1;
  return [{ range: { start: end, end }, newText: ` made=${value}` }];
}

/** What is more, what is gone; rows are compared with what stands above an empty cell of a group put into it. */
function differences(table: Table, { body }: WrittenRows, now: readonly string[]): string {
  const group = table.columns.findIndex(({ isGroup }) => isGroup === true);
  const before = filled(body, group);
  const after = filled(now, group);
  const more = without(after, before).length;
  const less = without(before, after).length;
  const parts = [
    ...(more > 0 ? [`${count(more, 'row')} new or changed`] : []),
    ...(less > 0 ? [`${count(less, 'row')} gone or changed`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'the rows stand in another order';
}

function filled(lines: readonly string[], group: number): string[] {
  let above = '';
  return lines.map((line) => {
    const cells = cellsOf(line);
    if (group < 0) return cells.join('\n');
    above = cells[group] === '' ? above : (cells[group] ?? '');
    return cells.map((cell, index) => (index === group ? above : cell)).join('\n');
  });
}

/** What is in a list and not in another one, each as often as it is more. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const known = left.get(one) ?? 0;
    left.set(one, known - 1);
    return known <= 0;
  });
}
