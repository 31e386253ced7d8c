import type { OutlineRow } from './outlineRow';

/** An outline as a nested list of Markdown; what is missing is set in bold. */
export function outlineMarkdown(rows: readonly OutlineRow[], indent = ''): string {
  return rows
    .map(({ label, description, role, children }) => {
      const name = role === 'missing' ? `**${escaped(label)}**` : escaped(label);
      const details = description === '' ? '' : ` (${escaped(description)})`;
      return `${indent}- ${name}${details}\n${outlineMarkdown(children, `${indent}  `)}`;
    })
    .join('');
}

/** A text that shows as it is, on one line (Pandoc manual, “Backslash escapes”). */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~&$#^@]/g, '\\$&')
    .replace(/^(?:[-+*]|\(?(?:\d+|[A-Za-z]+)[.)])(?=\s|$)/, (mark) => mark.replace(/.$/, '\\$&'));
}
