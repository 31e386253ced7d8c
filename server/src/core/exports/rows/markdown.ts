import { escapePandoc } from '../text/pandoc';
import { detailsOf, LEGEND, markOf, type PlaceNames, type RowData } from './rowData';

/** Rows as a list of Markdown under a heading, with a line on what its marks mean. */
export function rowsMarkdown(title: string, rows: readonly RowData[], place: PlaceNames): string {
  const items = rows.map((row) => item(row, '', place)).join('');
  return `# ${escapePandoc(title)}\n\n${items}\n${LEGEND}.\n`;
}

function item(row: RowData, indent: string, place: PlaceNames): string {
  const where = row.place && place(row.place);
  const mark = markOf(row);
  const details = detailsOf(row);
  const own = [
    `${indent}-`,
    mark === '-' ? '' : ` ${mark}`,
    ` ${escapePandoc(row.label)}`,
    details === '' ? '' : ` (${escapePandoc(details)})`,
    where ? ` [${escapePandoc(where.file)}:${where.line + 1}](${linkTo(where.file)})` : '',
  ];
  const inner = row.children.map((child) => item(child, `${indent}  `, place));
  return `${own.join('')}\n${inner.join('')}`;
}

/** A path as the target of a link (CommonMark 0.31 §6.3). */
function linkTo(file: string): string {
  return encodeURI(file).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
}
