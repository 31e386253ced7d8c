import type { ClaimEvidenceMatrix } from '../../figures';
import {
  byRow,
  columnNotice,
  LEGEND,
  rowMark,
  rowNotice,
  SIGNS,
  titleOf,
  totalsLine,
} from './words';

/** How much of a claim is shown in a line. */
const NAME_WIDTH = 44;

/** A matrix for a terminal: numbered columns, which are named below it. */
export function matrixText(matrix: ClaimEvidenceMatrix): string {
  const { rows, columns, groups } = matrix;
  const cells = byRow(matrix);
  const largest = columns.reduce(
    (most, { support, challenge }) => Math.max(most, support, challenge),
    columns.length,
  );
  const width = String(largest).length + 1;
  const numbers = columns.map((_, index) => String(index + 1).padStart(width)).join('');
  const lines = [`${titleOf(matrix)}: ${totalsLine(matrix)}`, ''];
  lines.push(`${''.padEnd(NAME_WIDTH)}${numbers}    +  −  sources  premises`);
  rows.forEach((row, index) => {
    const group = groups[row.group]?.label ?? '';
    if (group !== '' && rows[index - 1]?.group !== row.group) lines.push(group);
    const signs = columns.map((_, column) => {
      const cell = cells[index]?.get(column);
      return (cell ? SIGNS[cell.verdict] : ' ').padStart(width);
    });
    const name = cut([rowMark(row), row.name].filter((word) => word !== '').join(' '));
    const sums = `${pad(row.support, 5)}${pad(row.challenge, 3)}${pad(row.sources, 9)}${pad(row.premises, 10)}`;
    const notice = rowNotice(row);
    lines.push(`${name}${signs.join('')}${sums}${notice === '' ? '' : `  ${notice}`}`);
  });
  lines.push(`${'Supports'.padEnd(NAME_WIDTH)}${sum(({ support }) => support)}`);
  lines.push(`${'Speaks against'.padEnd(NAME_WIDTH)}${sum(({ challenge }) => challenge)}`, '');
  columns.forEach((column, index) => {
    const { id, name, detail } = column;
    const notice = columnNotice(column);
    const words = [id === undefined ? '' : `#${id}`, name, detail && `(${detail})`, notice];
    const number = String(index + 1).padStart(width);
    lines.push(`${number}  ${words.filter((word) => word !== '').join(' ')}`);
  });
  lines.push('', LEGEND);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;

  function sum(value: (column: ClaimEvidenceMatrix['columns'][number]) => number): string {
    return columns.map((column) => pad(value(column), width)).join('');
  }
}

function pad(number: number, width: number): string {
  return String(number).padStart(width);
}

function cut(text: string): string {
  const characters = [...text];
  const shown =
    characters.length < NAME_WIDTH ? text : `${characters.slice(0, NAME_WIDTH - 2).join('')}…`;
  return shown.padEnd(NAME_WIDTH + (shown.length - [...shown].length));
}
