import { detailsOf, markOf, type PlaceNames, type RowData } from './rowData';

/** Rows as an indented tree: a mark, the label, what is said of it, and where it stands as `file:line`. */
export function rowsText(rows: readonly RowData[], place: PlaceNames): string {
  return rows.map((row) => lines(row, '', place)).join('');
}

function lines(row: RowData, indent: string, place: PlaceNames): string {
  const where = row.place && place(row.place);
  const details = detailsOf(row);
  const own = [
    `${indent}${markOf(row)} ${oneLine(row.label)}`,
    details === '' ? '' : `  (${oneLine(details)})`,
    where ? `  ${oneLine(where.file)}:${where.line + 1}` : '',
  ];
  const inner = row.children.map((child) => lines(child, `${indent}  `, place));
  return `${own.join('')}\n${inner.join('')}`;
}

/** A text without what would break the line, or steer a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
