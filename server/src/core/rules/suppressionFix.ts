import type { Project, ProjectFile } from '../project';
import { containsRange, type TextRange } from '../text/range';
import type { Finding, Fix } from './rule';
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
    : file && beforeBlock(file, place.range, words);
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
  return indent === undefined ? undefined : { at, newText: `${indent}# ${words}\n` };
}

/** Before the div, heading or paragraph, at its indentation; before the whole list or table that it is part of. */
function beforeBlock({ facts }: ProjectFile, range: TextRange, words: string): Insertion {
  const { text, elements, leaves } = facts.document;
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
  const at = isOwn ? start : runStart(text, start);
  const margin = MARGIN.exec(text.slice(at, at + 1000))?.[0] ?? '';
  return { at, newText: `${margin}<!-- ${words} -->\n${margin.trimEnd()}\n` };
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
