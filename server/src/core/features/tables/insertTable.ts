import type { Project } from '../../project';
import { parse, type SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { lineBreakOf, lineEnd, lineStart } from '../tagging/lines';
import { refuse, retagging, type Refusal, type Retagging } from '../tagging/result';
import { fingerprint } from './pipeLines';
import type { Table } from './table';
import { openingFence, tablesOf } from './writtenTables';

/** Writes a table as lines of a pipe table: the header, the line below it, and a line for each row. */
export type WriteTable = (table: Table) => readonly string[];

/** How many blocks further on there may be room for it. */
const FURTHEST = 12;

/**
 * Puts a table into a file, in a div from which it can be made anew: at the caret, or behind the paragraph, list or table
 * in which that stands. It is refused where Pandoc would read what is there otherwise.
 */
export function insertTable(
  project: Project,
  uri: string,
  caret: number,
  table: Table,
  write: WriteTable,
): Retagging | Refusal {
  const document = project.file(uri)?.facts.current;
  if (!document) return refuse('This file is no manuscript');
  if (table.rows.length === 0) return refuse(emptyReason(table));
  const [header = '', delimiter = '', ...body] = write(table);
  const lines = [
    openingFence(table.kind, fingerprint(body)),
    ...[header, delimiter, ...body],
    ...['', `: ${table.title}`, ':::'],
  ];
  for (const at of placesFor(document, caret)) {
    const edit = insertion(document.text, at, lines);
    if (isInserted(document, edit)) return retagging([[uri, [edit]]], table.notes);
  }
  return refuse('There is no room for a table here; put the caret between two paragraphs');
}

/** Why a table has no rows. */
export function emptyReason({ kind }: Table): string {
  switch (kind) {
    case 'proof-quotes':
      return 'No quotation is tagged that supports a claim or stands in the section of a construct';
    case 'sources':
      return 'No sources are declared (sources: in warrant.yaml or under warrant: in the front matter)';
    case 'informants':
      return 'No informants and no interviews are declared under sources:';
    case 'triangulation':
      return 'There is neither a mechanism nor evidence';
    case 'propositions':
      return 'No claim has type=proposition or type=hypothesis';
  }
}

/** The caret's line where it is empty, then the ends of the blocks from there on. */
function* placesFor(document: SyntaxDocument, caret: number): Iterable<number> {
  const { text, frontMatter } = document;
  const from = Math.max(caret, frontMatter?.range.end ?? 0);
  const start = lineStart(text, from);
  if (text.slice(start, lineEnd(text, from)).trim() === '') yield start;
  let block = document.blockAt(from);
  for (let passed = 0; passed < FURTHEST; passed++) {
    const at = block.start + block.text.trimEnd().length;
    if (block.text.trim() !== '' && !goesOn(block.text, text.slice(at))) yield at;
    if (block.end >= document.length) return;
    block = document.blockAt(block.end);
  }
}

const ITEM = /^\s*(?:[-*+•]|\(?(?:\d{1,9}|[a-z]{1,4}|#|@[\w-]*)[.)])\s/i;

/** Whether what stands behind a block is a further item of its list, or directly below it. */
function goesOn(block: string, behind: string): boolean {
  const [, gap = '', line = ''] = /^(\s*(?:\n|$))?(.*)/.exec(behind) ?? [];
  if (line === '') return false;
  return (gap.match(/\n/g)?.length ?? 0) < 2 || (ITEM.test(block) && ITEM.test(line));
}

function insertion(text: string, at: number, lines: readonly string[]): TextEdit {
  const eol = lineBreakOf(text);
  const before = text.slice(0, at);
  const behind = text.slice(at);
  const lead = /^\s*$/.test(before) ? '' : eol.repeat(2 - breaksAtEnd(before));
  const isLast = /^\s*$/.test(behind);
  const trail = isLast ? (behind === '' ? eol : '') : eol.repeat(2 - breaksAtStart(behind));
  return { range: { start: at, end: at }, newText: lead + lines.join(eol) + trail };
}

function breaksAtEnd(text: string): number {
  return Math.min(2, /(?:\r?\n[ \t]*)*$/.exec(text)?.[0].match(/\n/g)?.length ?? 0);
}

function breaksAtStart(text: string): number {
  return Math.min(2, /^(?:[ \t]*\r?\n)*/.exec(text)?.[0].match(/\n/g)?.length ?? 0);
}

/** Whether the table is there after the edit, and everything else as it was. */
function isInserted(before: SyntaxDocument, edit: TextEdit): boolean {
  const after = parse(applyEdits(before.text, [edit]));
  const old = new Set(tablesOf(before).map(({ source }) => source.range.start));
  const { start } = edit.range;
  const grown = edit.newText.length;
  const added = tablesOf(after).find(({ source: { range } }) => {
    return range.start >= start && range.start < start + grown && !old.has(range.start - grown);
  });
  if (!added?.rows || added.source.range.end > start + grown) return false;
  if (after.elements.length !== before.elements.length + 1) return false;
  const isOutside = ({ range }: { readonly range: TextRange }) =>
    range.end <= start || range.start >= start + grown;
  const left = after.leaves.filter(isOutside);
  return (
    left.length === before.leaves.length &&
    left.every(({ kind, context }, index) => {
      const leaf = before.leaves[index];
      return leaf?.kind === kind && leaf.context === context;
    }) &&
    after.failedAttributes.length === before.failedAttributes.length
  );
}
