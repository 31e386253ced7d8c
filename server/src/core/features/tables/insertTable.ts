import type { Project } from '../../project';
import { parse, type SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { blockInsertions } from '../tagging/insertBlocks';
import { refuse, retagging, type Refusal, type Retagging } from '../tagging/result';
import { fingerprint } from './pipeLines';
import type { Table } from './table';
import { openingFence, tablesOf } from './writtenTables';

/** Writes a table as lines of a pipe table: the header, the line below it, and a line for each row. */
export type WriteTable = (table: Table) => readonly string[];

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
  for (const edit of blockInsertions(document, caret, lines)) {
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
