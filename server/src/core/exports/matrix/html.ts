import type { ClaimEvidenceMatrix, MatrixCell } from '../../figures';
import {
  byRow,
  cellSign,
  cellWords,
  columnNotice,
  LEGEND,
  rowHeading,
  rowMark,
  rowNotice,
  titleOf,
  totalsLine,
} from './words';

/** A matrix as a page of its own: one table that a screen reader can walk, without script or anything from elsewhere. */
export function matrixHtml(matrix: ClaimEvidenceMatrix): string {
  const { rows, columns, groups } = matrix;
  const cells = byRow(matrix);
  const width = columns.length + 5;
  const heads = columns.map((column) => {
    const notice = columnNotice(column);
    const parts = [
      column.id === undefined ? '' : `#${column.id}`,
      column.name,
      column.detail,
      notice,
    ];
    const title = escape(parts.filter((part) => part !== '').join(' · '));
    const kind = notice === '' ? '' : ` class="${notice}"`;
    return `<th scope="col"${kind}><span>${title}</span></th>`;
  });
  const body: string[] = [];
  rows.forEach((row, index) => {
    const group = groups[row.group]?.label ?? '';
    if (rows[index - 1]?.group !== row.group) {
      if (index > 0) body.push('</tbody>');
      body.push('<tbody>');
      if (group !== '') {
        body.push(`<tr><th scope="rowgroup" colspan="${width}">${escape(group)}</th></tr>`);
      }
    }
    const notice = rowNotice(row);
    const mark = rowMark(row);
    const head = [
      mark === '' ? '' : `<b>${escape(mark)}</b> `,
      escape(row.name),
      notice === '' ? '' : ` <em>${escape(notice)}</em>`,
    ].join('');
    const marked = columns.map((_, column) => cellOf(cells[index]?.get(column))).join('');
    const totals = [row.support, row.challenge, row.sources, row.premises].map(
      (sum) => `<td>${sum}</td>`,
    );
    const kind = row.thin ? ' class="thin"' : '';
    body.push(`<tr${kind}><th scope="row">${head}</th>${marked}${totals.join('')}</tr>`);
  });
  if (rows.length > 0) body.push('</tbody>');
  const title = escape(titleOf(matrix));
  const sums = (
    label: string,
    value: (column: ClaimEvidenceMatrix['columns'][number]) => number,
  ) => {
    const values = columns.map((column) => `<td>${value(column)}</td>`).join('');
    return `<tr><th scope="row">${label}</th>${values}<td></td><td></td><td></td><td></td></tr>`;
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
<table>
<caption>${title}. ${escape(totalsLine(matrix))}. ${escape(LEGEND)}.</caption>
<thead>
<tr><th scope="col">${rowHeading(matrix)}</th>${heads.join('')}<th scope="col">Support</th><th scope="col">Challenge</th><th scope="col">Sources</th><th scope="col">Premises</th></tr>
</thead>
${body.join('\n')}
<tfoot>
${sums('Supports', ({ support }) => support)}
${sums('Speaks against', ({ challenge }) => challenge)}
</tfoot>
</table>
</main>
</body>
</html>
`;
}

function cellOf(cell: MatrixCell | undefined): string {
  if (!cell) return '<td></td>';
  // The sign is for the eye, the words for who listens.
  const words = escape(cellWords(cell));
  return `<td class="${cell.verdict}" title="${words}"><span aria-hidden="true">${escape(cellSign(cell))}</span><i>${words}</i></td>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

const STYLE = `:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 1.5rem; }
caption { text-align: start; padding-block-end: 0.75rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 0.25rem 0.5rem; text-align: center; }
th[scope="row"], th[scope="rowgroup"], thead th:first-child { text-align: start; font-weight: normal; min-width: 18rem; max-width: 32rem; }
th[scope="rowgroup"] { font-weight: bold; }
thead th { vertical-align: bottom; font-weight: normal; background: Canvas; position: sticky; top: 0; }
thead th span { writing-mode: vertical-rl; text-orientation: sideways; max-height: 16rem; overflow: hidden; }
td.support { background: color-mix(in srgb, #2e7d32 22%, transparent); }
td.challenge { background: color-mix(in srgb, #c62828 22%, transparent); }
td.mixed { background: color-mix(in srgb, #ef6c00 22%, transparent); }
td i { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tr.thin th[scope="row"] { border-inline-start: 4px solid #ef6c00; }
th.overused, th.unused { font-style: italic; }
`;
