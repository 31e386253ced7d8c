import type { ClaimEvidenceMatrix } from '../../figures';
import {
  byRow,
  cellSign,
  columnNotice,
  LEGEND,
  rowHeading,
  rowMark,
  rowNotice,
  titleOf,
  totalsLine,
} from './words';

/** A matrix as a pipe table of Pandoc, with a line on what its signs mean. */
export function matrixMarkdown(matrix: ClaimEvidenceMatrix): string {
  const { rows, columns, groups } = matrix;
  const cells = byRow(matrix);
  const heads = columns.map((column) => {
    const notice = columnNotice(column);
    const name = column.id === undefined ? column.name : `#${column.id}`;
    return escape(name) + (notice === '' ? '' : ` (${notice})`);
  });
  const lines = [line([rowHeading(matrix), ...heads, '+', '−', 'Sources', 'Premises', ''])];
  // Of a table with long lines, Pandoc takes the widths from the dashes.
  const rule = ['-'.repeat(40), ...heads.map(() => ':----:'), '---:', '---:', '---:', '---:'];
  lines.push(line([...rule, '-'.repeat(16)]));
  rows.forEach((row, index) => {
    const group = groups[row.group]?.label ?? '';
    if (group !== '' && rows[index - 1]?.group !== row.group) {
      lines.push(line([`**${escape(group)}**`, ...heads.map(() => ''), '', '', '', '', '']));
    }
    const marked = columns.map((_, column) => {
      const cell = cells[index]?.get(column);
      return cell ? cellSign(cell) : '';
    });
    const name = [rowMark(row), row.name].filter((word) => word !== '').join(' ');
    const totals = [row.support, row.challenge, row.sources, row.premises].map(String);
    lines.push(line([escape(name), ...marked, ...totals, rowNotice(row)]));
  });
  const sums = columns.map(({ support, challenge }) =>
    challenge > 0 ? `${support} − ${challenge}` : String(support),
  );
  lines.push(line(['**Supports**', ...sums, '', '', '', '', '']));
  return `${lines.join('\n')}\n\n: ${titleOf(matrix)}\n\n${totalsLine(matrix)}. ${LEGEND}.\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What Pandoc or a table would take for markup (Pandoc manual, §Backslash escapes). */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~^$#@]/g, '\\$&');
}
