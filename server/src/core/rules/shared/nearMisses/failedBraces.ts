import type { Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import { parse, type FailedAttributes, type SyntaxDocument } from '../../../syntax';
import type { Block } from '../../rule';
import { documentOf } from './blockDocument';
import { idsOf, isMeant, readBraces, repairBraces, type Word } from './braces';
import { looseFailures } from './looseFailures';
import type { Miss } from './miss';

/** Braces that are meant as a tag and that Pandoc prints. */
export function failedBraces(block: Block, file: ProjectFile, vocabulary: Vocabulary): Miss[] {
  const { uri } = file;
  const failures = [...block.failedAttributes, ...looseFailures(block, file)];
  if (failures.length === 0) return [];
  const text = documentOf(block, file);
  return failures.flatMap((failure): Miss[] => {
    const failed = beyondBlankLine(text, failure);
    const words = wordsOf(text, failed);
    if (!isMeant(words, vocabulary)) return [];
    const { range, reason, faultRange } = failed;
    const isGap = GAPS.has(reason) || faultRange.start === faultRange.end;
    const place = { uri, range: isGap ? range : faultRange };
    const inner = text.slice(range.start, range.end);
    return [
      {
        problem: {
          message: `Pandoc prints this tag as text: ${why(failed, text, words, vocabulary)}`,
          place,
        },
        ...repair(failed, inner, words, vocabulary),
        ids: idsOf(words),
      },
    ];
  });
}

/** A text of which parts are asked for. */
type Sliceable = Pick<SyntaxDocument, 'slice'>;

/** Reasons whose place is white space, or no place at all: the braces show better what is meant. */
const GAPS: ReadonlySet<FailedAttributes['reason']> = new Set([
  'space-before',
  'line-break-before',
  'blank-line',
  'unclosed',
]);

/** A value that goes on after a blank line: Pandoc sees two paragraphs, of which the first has an open brace. */
const SPLIT_VALUE = /^\{[^{}]*=(["'])[^"'{}]*?\n[ \t]*\r?\n[^"'{}]*?\1[^{}]*\}/;

/** An open brace that is closed only after a blank line, as one piece. */
function beyondBlankLine(text: Sliceable, failed: FailedAttributes): FailedAttributes {
  const { range, reason } = failed;
  if (reason !== 'unclosed') return failed;
  const match = SPLIT_VALUE.exec(text.slice(range.start, range.start + MAX_VALUE));
  if (!match) return failed;
  const whole = { start: range.start, end: range.start + match[0].length };
  return { ...failed, reason: 'blank-line', range: whole, faultRange: whole };
}

/** Attributes are not longer than this. */
const MAX_VALUE = 2_000;

function wordsOf(text: Sliceable, { range, reason }: FailedAttributes): Word[] {
  const written = text.slice(range.start, range.end);
  if (reason !== 'unclosed') return readBraces(written.replace(/^\{|\}$/g, ''));
  return readBraces(openPart(written));
}

/** Of braces that are never closed, the part that looks like attributes. */
function openPart(written: string): string {
  const part =
    /^\{(?:[ \t]*(?:[.#][^\s{}]+|[\p{L}_][\p{L}\p{N}_.-]*=(?:"[^"\n]*"|[^\s"{}]+)))*/u.exec(
      written,
    );
  return part?.[0].slice(1) ?? '';
}

function why(
  { range, reason, faultRange }: FailedAttributes,
  text: Sliceable,
  words: readonly Word[],
  vocabulary: Vocabulary,
): string {
  const fault = text.slice(faultRange.start, faultRange.end);
  switch (reason) {
    case 'bare-word':
      if (vocabulary.classes.has(fault)) return `the class “${fault}” needs its dot`;
      return `“${fault}” is neither a class (.${fault}), nor an id (#${fault}), nor a value (key=${fault})`;
    case 'comma':
      return 'attributes are separated by spaces, not by commas';
    case 'space-around-equals':
      return 'no space may stand beside the equals sign';
    case 'blank-line':
      return 'a value cannot hold a blank line';
    case 'pipe':
      return 'the | ends the cell of the table';
    case 'space-before':
      return 'no space may stand between the words and their attributes';
    case 'line-break-before':
      return 'no line break may stand between the words and their attributes';
    case 'unclosed':
      return 'the closing brace is missing';
    case 'other':
      if (hasOpenQuote(text.slice(range.start, range.end)))
        return 'a quote is opened and not closed';
      if (/[“”„«»‘’]/u.test(fault)) return 'the quotes around a value must be straight ones';
      if (words.some((word) => word.type === 'pair' && word.isQuoted))
        return `something about “${fault}” is not as it should be`;
      if (fault === '') return misplaced(text.slice(range.end, range.end + MAX_VALUE));
      return `“${fault}” is no attribute`;
  }
}

/** What is wrong with braces that would be attributes elsewhere. */
function misplaced(rest: string): string {
  return /^[ \t]*#+[ \t]*(?:\r?\n|$)/.test(rest)
    ? 'the attributes of a heading stand at its very end, behind the closing #'
    : 'no attributes can stand here';
}

/** Whether a straight quote is missing: apostrophes say nothing. */
function hasOpenQuote(braces: string): boolean {
  return (braces.replace(/\\./gs, '').match(/"/g)?.length ?? 0) % 2 === 1;
}

function repair(
  { range, reason, faultRange }: FailedAttributes,
  written: string,
  words: readonly Word[],
  vocabulary: Vocabulary,
): Pick<Miss, 'fix'> {
  if (reason === 'space-before' || reason === 'line-break-before') {
    const title = reason === 'space-before' ? 'Remove the space' : 'Remove the line break';
    return { fix: { title, edits: [{ range: faultRange, newText: '' }] } };
  }
  const braces = repairBraces(words, vocabulary);
  if (!isRead(braces)) return {};
  const newText = reason === 'pipe' ? braces.replace(/(?<!\\)\|/g, '\\|') : braces;
  const end = reason === 'unclosed' ? range.start + 1 + openPart(written).length : range.end;
  return {
    fix: {
      title: `Write ${newText}`,
      edits: [{ range: { start: range.start, end }, newText }],
    },
  };
}

/** Whether Pandoc reads braces as attributes: not everything that an author means can be written. */
function isRead(braces: string): boolean {
  const [span] = parse(`[x]${braces}`).elements;
  return span?.range.end === braces.length + 3;
}
