import type { Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import { parse, visibleText } from '../../../syntax';
import { idsOf, readBraces } from './braces';
import type { Miss } from './miss';

/** A class behind brackets, a heading's text or a fence, and a closing brace: `[words].claim #c-a}`. */
const UNOPENED = /(?<=\]|[ \t])\.([\p{L}-]+)(?=[\s}])[^{}]{0,500}\}/gu;

/** Tags whose opening brace is missing, so that Pandoc prints them. */
export function missingBraces({ uri, facts }: ProjectFile, vocabulary: Vocabulary): Miss[] {
  const { document } = facts;
  return document.leaves.flatMap(({ range }) => {
    const written = document.text.slice(range.start, range.end);
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

function isAttributes(braces: string): boolean {
  const [span] = parse(`[x]${braces}`).elements;
  return span?.range.end === braces.length + '[x]'.length;
}
