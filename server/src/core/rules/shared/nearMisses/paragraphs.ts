import type { Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import { visibleText, type Leaf, type SyntaxDocument } from '../../../syntax';
import type { TextRange } from '../../../text/range';
import { isMeant, readBraces, repairBraces } from './braces';
import type { Miss } from './miss';

/** Paragraphs that show what was meant as a tag: a fence with more than a class, braces apart from their image. */
export function misreadParagraphs({ uri, facts }: ProjectFile, vocabulary: Vocabulary): Miss[] {
  const { document } = facts;
  return document.leaves.flatMap((leaf) => [
    ...bareFence(uri, document, leaf, vocabulary),
    ...apartFromImage(uri, document, leaf, vocabulary),
  ]);
}

/** `::: claim #c-a`: without braces, a fence takes a class and nothing else. */
function bareFence(
  uri: string,
  { text }: SyntaxDocument,
  { kind, range }: Leaf,
  vocabulary: Vocabulary,
): Miss[] {
  if (kind !== 'paragraph' || !text.startsWith(':::', range.start)) return [];
  const match = /^(:{3,}[ \t]*)([^\s{}:][^\n{}]*?)[ \t]*:*[ \t]*\r?(?:\n|$)/.exec(
    text.slice(range.start, range.end),
  );
  const [, fence = '', words = ''] = match ?? [];
  const [first, ...others] = readBraces(words);
  const isKind =
    (first?.type === 'bare' || first?.type === 'class') && vocabulary.classes.has(first.name);
  if (!isKind || !others.some(({ type }) => type !== 'bare')) return [];
  const start = range.start + fence.length;
  const place = { uri, range: { start, end: start + words.length } };
  const newText = repairBraces([first, ...others], vocabulary);
  return [
    {
      problem: {
        message: 'Pandoc prints this fence as text: more than one class needs braces around it',
        place,
      },
      fix: { title: `Write ${newText}`, edits: [{ range: place.range, newText }] },
    },
  ];
}

/** `![Rate](rate.png) {.evidence}`: Pandoc prints the braces after the image. */
function apartFromImage(
  uri: string,
  document: SyntaxDocument,
  { range }: Leaf,
  vocabulary: Vocabulary,
): Miss[] {
  const written = document.text.slice(range.start, range.end);
  return [...written.matchAll(/(?<=\]\([^()\n]{1,500}\))([ \t]+)(\{[^{}\n]{1,500}\})/g)].flatMap(
    ({ 1: gap = '', 2: braces = '', index }): Miss[] => {
      const start = range.start + index;
      const at = { start: start + gap.length, end: start + gap.length + braces.length };
      if (!isMeant(readBraces(braces.slice(1, -1)), vocabulary) || !isPrinted(document, at)) {
        return [];
      }
      return [
        {
          problem: {
            message:
              'Pandoc prints this tag as text: no space may stand between the image or link and its attributes',
            place: { uri, range: at },
          },
          fix: {
            title: 'Remove the space',
            edits: [{ range: { start, end: at.start }, newText: '' }],
          },
        },
      ];
    },
  );
}

/** Whether the reader of the output sees the very characters: they are neither code nor part of something else. */
function isPrinted(document: SyntaxDocument, range: TextRange): boolean {
  return visibleText(document, range).text.startsWith('{');
}
