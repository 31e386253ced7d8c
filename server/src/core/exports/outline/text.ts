import type { OutlineRow } from './outlineRow';

/** An outline for people: a line for each row, below its own row and further in; `!` is before what is missing. */
export function outlineText(rows: readonly OutlineRow[], indent = ''): string {
  return rows
    .map((row) => {
      const { label, description, role, children } = row;
      const mark = role === 'missing' ? '! ' : '';
      const details = description === '' ? '' : `  (${description})`;
      const line = `${indent}${mark}${oneLine(label + details)}${placeOf(row)}\n`;
      return line + outlineText(children, `${indent}  `);
    })
    .join('');
}

function placeOf({ file, line }: OutlineRow): string {
  return file === undefined ? '' : `  ${file}${line === undefined ? '' : `:${line}`}`;
}

/** A text without what would break the line, or steer a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
