import type { Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import { parse, visibleText } from '../../../syntax';
import type { Block } from '../../rule';
import { documentOf } from './blockDocument';
import { idsOf, readBraces } from './braces';
import type { Miss } from './miss';

/** A class behind brackets, a heading's text or a fence, and a closing brace: `[words].claim #c-a}`. */
const UNOPENED = /(?<=\]|[ \t])\.([\p{L}-]+)(?=[\s}])[^{}]{0,500}\}/gu;

/** Tags whose opening brace is missing, so that Pandoc prints them. */
export function missingBraces(block: Block, file: ProjectFile, vocabulary: Vocabulary): Miss[] {
  const { uri } = file;
  const document = documentOf(block, file);
  let ends: Set<number | undefined> | undefined;
  const endsOf = () =>
    (ends ??= new Set(block.elements.map(({ attributeRange }) => attributeRange?.end)));
  return block.leaves.flatMap(({ range }) => {
    const written = document.slice(range.start, range.end);
    if (!hasUnopened(written, range.start, endsOf)) return [];
    return [...written.matchAll(UNOPENED)].flatMap(({ 0: match, 1: name = '', index }): Miss[] => {
      const start = range.start + index;
      const place = { start, end: start + match.length };
      if (!vocabulary.classes.has(name) || !isAttributes(`{${match}`)) return [];
      if (!visibleText(document, place).text.startsWith('.')) return [];
      const message = 'Pandoc prints this tag as text: the opening brace is missing';
      return [
        {
          problem: { message, place: { uri, range: place } },
          fix: {
            title: 'Insert the brace',
            edits: [{ range: { start, end: start }, newText: '{' }],
          },
          ids: idsOf(readBraces(match.slice(0, -1))),
        },
      ];
    });
  });
}

/** Whether some braces are closed that are not those of attributes. */
function hasUnopened(
  written: string,
  start: number,
  endsOf: () => ReadonlySet<number | undefined>,
): boolean {
  for (let at = written.indexOf('}'); at >= 0; at = written.indexOf('}', at + 1)) {
    if (!endsOf().has(start + at + 1)) return true;
  }
  return false;
}

function isAttributes(braces: string): boolean {
  const [span] = parse(`[x]${braces}`).elements;
  return span?.range.end === braces.length + '[x]'.length;
}
