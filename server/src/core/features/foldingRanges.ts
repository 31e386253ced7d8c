import type { Project } from '../project';
import type { SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';

/** Lines that an editor may hide behind the first of them; 0-based, the last one included. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'section' | 'div' | 'attributes' | 'front-matter' | 'comment';
}

/**
 * What may be folded in a manuscript: sections, divs, attributes that run over lines, the front matter and comments
 * (LSP 3.17 §textDocument/foldingRange). At most one range starts on a line; none in a file that takes no part.
 */
export function foldingRanges(project: Project, uri: string): FoldingRange[] {
  const file = project.file(uri);
  if (!file?.participates) return [];
  const document = file.facts.current;
  const byLine = new Map<number, FoldingRange>();
  for (const range of rangesIn(document)) {
    if (range.endLine <= range.startLine) continue;
    const known = byLine.get(range.startLine);
    if (!known || known.endLine < range.endLine) byLine.set(range.startLine, range);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

function* rangesIn(document: SyntaxDocument): Iterable<FoldingRange> {
  const { lines, frontMatter } = document;
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  /** The line of the last character of a range that is no white space. */
  const lastLine = ({ start, end }: TextRange): number => {
    let last = lineOf(end);
    const first = lineOf(start);
    while (last > first && isBlank(document, last, end)) last--;
    return last;
  };
  if (frontMatter) {
    yield { startLine: 0, endLine: lastLine(frontMatter.range), kind: 'front-matter' };
  }
  for (const { range, sectionRange } of document.headings) {
    yield { startLine: lastLine(range), endLine: lastLine(sectionRange), kind: 'section' };
  }
  for (const { elements, comments } of document.blocks) {
    for (const { carrier, range, attributeRange } of elements) {
      const startLine = lineOf(attributeRange?.start ?? range.start);
      const attributesEnd = attributeRange ? lineOf(attributeRange.end) : startLine;
      if (attributeRange && attributesEnd > startLine) {
        // What follows the attributes on their last line stays to be seen.
        const isLast = isBlank(document, attributesEnd, Infinity, attributeRange.end);
        const endLine = isLast && carrier !== 'div' ? attributesEnd : attributesEnd - 1;
        yield { startLine, endLine, kind: 'attributes' };
      }
      if (carrier === 'div') {
        yield { startLine: attributesEnd, endLine: lastLine(range), kind: 'div' };
      }
    }
    for (const { range, place } of comments) {
      if (place === 'text') {
        yield { startLine: lineOf(range.start), endLine: lastLine(range), kind: 'comment' };
      }
    }
  }
}

/** Whether nothing but white space stands on a line between two offsets. */
function isBlank({ lines }: SyntaxDocument, line: number, to: number, from = 0): boolean {
  const start = lines.offsetAt({ line, character: 0 });
  return (
    lines
      .lineText(line)
      .slice(Math.max(0, from - start), Math.max(0, to - start))
      .trim() === ''
  );
}
