import type { Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import { visibleText, type Leaf, type SyntaxDocument } from '../../../syntax';
import type { TextRange } from '../../../text/range';
import type { Block } from '../../rule';
import { documentOf } from './blockDocument';
import { idsOf, readBraces, repairBraces } from './braces';
import { looseFailures } from './looseFailures';
import type { Miss } from './miss';

/** Paragraphs that show what was meant as a tag: a fence with more than a class, braces apart from their image. */
export function misreadParagraphs(block: Block, file: ProjectFile, vocabulary: Vocabulary): Miss[] {
  const { uri } = file;
  const document = documentOf(block, file);
  // Braces that are attributes, or that the scanner has found to fail, by their start.
  let read: Set<number | undefined> | undefined;
  const readOf = () =>
    (read ??= new Set([
      ...block.elements.map(({ attributeRange }) => attributeRange?.start),
      ...block.failedAttributes.map((failed) => failed.range.start),
      ...looseFailures(block, file).map((failed) => failed.range.start),
    ]));
  return block.leaves.flatMap((leaf) => {
    const written = document.slice(leaf.range.start, leaf.range.end);
    return [
      ...(written.startsWith(':::') ? bareFence(uri, document, leaf, vocabulary) : []),
      ...(written.includes('{') ? looseBraces(uri, document, leaf, vocabulary, readOf()) : []),
    ];
  });
}

/** `::: claim #c-a`, `::: claim {#c-a}`: a fence takes one class without braces, or braces, and nothing else. */
function bareFence(
  uri: string,
  document: SyntaxDocument,
  { kind, range }: Leaf,
  vocabulary: Vocabulary,
): Miss[] {
  if (kind !== 'paragraph') return [];
  const match =
    /^(:{3,}[ \t]*)([^\s{}:][^\n{}]*?(?:\{[^{}\n]{0,500}\})?)[ \t]*:*[ \t]*\r?(?:\n|$)/.exec(
      document.slice(range.start, range.end),
    );
  const [, fence = '', words = ''] = match ?? [];
  const [first, ...others] = readBraces(words.replace(/[{}]/g, ' '));
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
      ids: idsOf(others),
    },
  ];
}

/** Braces with the class of a kind that stand after an image, or after nothing that they could tag. */
function looseBraces(
  uri: string,
  document: SyntaxDocument,
  { range }: Leaf,
  vocabulary: Vocabulary,
  read: ReadonlySet<number | undefined>,
): Miss[] {
  const written = document.slice(range.start, range.end);
  return [...written.matchAll(/(?<!\\)\{[^{}]{1,500}\}/g)].flatMap(
    ({ 0: braces, index }): Miss[] => {
      const start = range.start + index;
      if (read.has(start)) return [];
      const place = { uri, range: { start, end: start + braces.length } };
      const words = readBraces(braces.slice(1, -1));
      const isTag = words.some(
        (word) => word.type === 'class' && vocabulary.classes.has(word.name),
      );
      if (!isTag || !isPrinted(document, place.range)) return [];
      const gap = /\]\([^()\n]{1,500}\)([ \t]+)$/.exec(
        written.slice(Math.max(0, index - 600), index),
      )?.[1];
      const fence = /(?:^|\n)(:{3,}[ \t]*)$/.exec(written.slice(0, index))?.[1];
      if (fence !== undefined && index > fence.length) {
        const message = 'Pandoc prints this fence as text: a blank line must stand before it';
        const at = start - fence.length;
        const newText = document.slice(at - 2, at - 1) === '\r' ? '\r\n' : '\n';
        const edits = [{ range: { start: at, end: at }, newText }];
        const fix = { title: 'Insert a blank line', edits };
        return [{ problem: { message, place }, fix, ids: idsOf(words) }];
      }
      if (gap === undefined) {
        const message =
          'Pandoc prints these braces as text: put the words that they tag in brackets directly before them';
        return [{ problem: { message, place }, ids: idsOf(words) }];
      }
      const message =
        'Pandoc prints this tag as text: no space may stand between the image or link and its attributes';
      const edits = [{ range: { start: start - gap.length, end: start }, newText: '' }];
      return [
        {
          problem: { message, place },
          fix: { title: 'Remove the space', edits },
          ids: idsOf(words),
        },
      ];
    },
  );
}

/** Whether the reader of the output sees the very characters: they are neither code nor part of something else. */
function isPrinted(document: SyntaxDocument, range: TextRange): boolean {
  return visibleText(document, range).text.startsWith('{');
}
