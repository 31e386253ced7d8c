const fenceLine = /^[ \t>]*(`{3,}|~{3,})([^\r]*)/;
const cellHeader = /^[ \t]*\{[ \t]*[A-Za-z{].*\}[ \t]*$/;

/**
 * The text as Pandoc would get it from Quarto or knitr: each closed cell is a raw block. The named deviation `cells`: Pandoc
 * itself would read some cells as inline code, and what stands in them as Markdown.
 */
export function withoutCells(text: string): string {
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line++) {
    const [opening = '', fence = '', header = ''] = fenceLine.exec(lines[line] ?? '') ?? [];
    if (fence === '') continue;
    const closing = new RegExp(`^[ \\t>]*${fence}${fence.charAt(0)}*[ \\t]*\\r?$`);
    const close = lines.findIndex((other, index) => index > line && closing.test(other));
    if (close < 0) continue;
    if (cellHeader.test(header)) {
      const prefix = opening.slice(0, opening.length - header.length);
      lines[line] = `${prefix}{=cell}`;
    }
    line = close;
  }
  return lines.join('\n');
}
