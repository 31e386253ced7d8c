import type { Project, ProjectFile } from '../project';
import { parse, visibleText, type SyntaxDocument } from '../syntax';
import { containsRange, type TextRange } from '../text/range';
import { applyEdits } from '../text/textEdit';
import type { Finding, Fix } from './rule';
import { nextBlock } from './shared/blocks';
import { editFix } from './shared/suggestions';
import { textOf } from './shared/texts';

/** What stands for the reason until the author writes one; the suppression has no effect before. */
const REASON = '…';

/**
 * The fix that writes a suppression for the block of a finding. None for what is not in a line of its own, nor for
 * findings on suppressions.
 */
export function suppressionFix({ rule, place }: Finding, project: Project): Fix[] {
  const text = textOf(project, place.uri);
  if (text === undefined || rule === 'unused-suppression') return [];
  const file = project.file(place.uri);
  const words = `warrant-ignore ${rule}: ${REASON}`;
  const insertion = isYaml(file, place.range)
    ? beforeEntry(text, place.range, words)
    : file && inProse(file, place.range, words);
  if (!insertion) return [];
  const { at, newText } = insertion;
  const title = `Ignore ${rule} here, for a reason to be given`;
  const edit = { range: { start: at, end: at }, newText };
  return [{ ...editFix(title, place, [edit]), suppresses: true }];
}

interface Insertion {
  readonly at: number;
  readonly newText: string;
}

function isYaml(file: ProjectFile | undefined, range: TextRange): boolean {
  const frontMatter = file?.facts.document.frontMatter;
  return !file || (frontMatter !== undefined && containsRange(frontMatter.contentRange, range));
}

/** Before the line of a key or an item; what spans lines in braces or brackets takes no comment of its own. */
function beforeEntry(text: string, { start }: TextRange, words: string): Insertion | undefined {
  const at = lineStart(text, start);
  const [indent] =
    /^[ \t]*(?=-[ \t]|[^\s:#{}[\],][^:\n]*:(?:\s|$))/.exec(text.slice(at, at + 1000)) ?? [];
  return indent === undefined
    ? undefined
    : { at, newText: `${indent}# ${words}${lineBreakOf(text)}` };
}

/**
 * Before the div, heading or paragraph, at its indentation; before the whole list or table that it is part of, where that
 * changes nothing in what is read, or else at the end of the line.
 */
function inProse({ facts }: ProjectFile, range: TextRange, words: string): Insertion | undefined {
  const { document } = facts;
  const { text, elements, leaves } = document;
  const block = elements.find(
    ({ carrier, attributeRange }) =>
      (carrier === 'div' || carrier === 'heading') &&
      attributeRange !== undefined &&
      containsRange(attributeRange, range),
  );
  const leaf = leaves.find((candidate) => containsRange(candidate.range, range));
  const start = lineStart(text, (block ?? leaf)?.range.start ?? range.start);
  const startsLine = MARGIN.exec(text.slice(start, start + 1000))?.[0].length;
  const isOwn =
    block !== undefined ||
    (leaf?.kind === 'paragraph' && leaf.range.start === start + (startsLine ?? 0));
  if (isOwn) return beforeLine(text, start, words);
  const first = runStart(text, start);
  const before = textBefore(text, first);
  const places = [
    ...(continuesList(text, first) ? [] : [beforeLine(text, first, words)]),
    atLineEnd(text, range.start, words),
    // A table whose caption stands behind it.
    ...(before === undefined ? [] : [beforeLine(text, runStart(text, before), words)]),
  ];
  return places.find((place) => isHarmless(document, place, range));
}

function beforeLine(text: string, at: number, words: string): Insertion {
  const margin = MARGIN.exec(text.slice(at, at + 1000))?.[0] ?? '';
  const newline = lineBreakOf(text);
  const newText = `${margin}<!-- ${words} -->${newline}${margin.trimEnd()}${newline}`;
  return { at, newText };
}

/** Before what makes a line break of the end of a line (Pandoc manual, `escaped_line_breaks`). */
function atLineEnd(text: string, offset: number, words: string): Insertion {
  const next = text.indexOf('\n', offset);
  const start = lineStart(text, offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  return { at: start + line.replace(/\\?\s*$/, '').length, newText: ` <!-- ${words} -->` };
}

/** The last line with text above a line; nothing where there is none. */
function textBefore(text: string, start: number): number | undefined {
  const above = text.slice(0, start).replace(/[\s>]+$/, '').length;
  return above === 0 ? undefined : lineStart(text, above);
}

const ITEM = /^[ \t>]*(?:[-*+]|\(?(?:\w+|#|@[\w-]*)[.)]|[:~])[ \t]/;

/** Whether a line goes on a list whose earlier items stand above a blank line, so that a comment would part the two. */
function continuesList(text: string, start: number): boolean {
  const before = textBefore(text, start);
  if (before === undefined || !ITEM.test(text.slice(start, start + 1000))) return false;
  const above = text.slice(before, before + 1000);
  return ITEM.test(above) || width(above) > width(text.slice(start, start + 1000));
}

function width(line: string): number {
  return MARGIN.exec(line)?.[0].length ?? 0;
}

/** Whether all reads as before but for the comment, which covers a place. Looks at what is near only. */
function isHarmless(document: SyntaxDocument, { at, newText }: Insertion, range: TextRange) {
  const near = document.blocksAround({ start: Math.min(at, range.start), end: range.end });
  const from = near[0]?.start ?? 0;
  const before = document.slice(from, near.at(-1)?.end ?? document.length);
  const edit = { range: { start: at - from, end: at - from }, newText };
  const after = parse(applyEdits(before, [edit]));
  if (reading(parse(before)) !== reading(after)) return false;
  const isOnLine = newText.startsWith(' ');
  const covered = nextBlock(after, edit.range.start + newText.length);
  const moved = range.start - from + newText.length;
  return isOnLine || (covered.start <= moved && moved <= covered.end);
}

/** What a text reads as, without its comments. */
function reading(document: SyntaxDocument): string {
  const { leaves, elements, failedAttributes } = document;
  return JSON.stringify([
    leaves.map(({ kind, range }) => [kind, visibleText(document, range).text.trim()]),
    elements.map(({ carrier, id }) => [carrier, id?.value]),
    failedAttributes.length,
  ]);
}

/** What stands before a block inside a quotation or a list. */
const MARGIN = /^[ \t>]*/;

/** The first of the lines above that no blank line parts from this one. */
function runStart(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const previous = lineStart(text, at - 1);
    if (/^[\s>]*$/.test(text.slice(previous, at))) break;
    at = previous;
  }
  return at;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
