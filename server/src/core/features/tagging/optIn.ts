import type { SyntaxDocument } from '../../syntax';
import type { TextEdit } from '../../text/textEdit';
import { lineBreakOf } from './lines';

/**
 * The edit by which a manuscript opts in: `warrant: true` in its front matter. Nothing where the author has said
 * something under that key, or where a front matter would displace a title block (Pandoc manual, `pandoc_title_block`).
 */
export function optIn({ text, frontMatter }: SyntaxDocument): TextEdit | undefined {
  const newline = lineBreakOf(text);
  const line = `warrant: true${newline}`;
  if (!frontMatter) {
    if (text.startsWith('%')) return undefined;
    return insertion(0, `---${newline}${line}---${newline}${newline}`);
  }
  const { start, end } = frontMatter.contentRange;
  const yaml = text.slice(start, end);
  if (/^warrant\s*:/m.test(yaml)) return undefined;
  return insertion(end, /(?:^|\n)$/.test(yaml) ? line : newline + line.trimEnd());
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
