/** A text that shows as it is, on one line, also at the beginning of one (Pandoc manual, “Backslash escapes”). */
export function escapePandoc(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~&$#^@]/g, '\\$&')
    .replace(/^(?:[-+]|\(?(?:\d+|[A-Za-z]+)[.)])(?=\s|$)/, (mark) => mark.replace(/.$/, '\\$&'));
}
