import { GENERATED_TABLE, isGeneratedTable, type Project } from '../../project';
import type { AttributeToken, Attributed, SyntaxDocument } from '../../syntax';
import { pipeTableIn, type WrittenRows } from './pipeLines';
import { TABLE_KINDS, type TableKind } from './table';

/** A div of a manuscript that holds a table made from the tags. */
export interface WrittenTable {
  readonly source: Attributed;
  /** What its `table=` says; undefined for what is no kind of table. */
  readonly kind: TableKind | undefined;
  /** The attribute with the fingerprint of the rows that were put there. */
  readonly made: AttributeToken | undefined;
  /** Undefined where there is no pipe table, or more than one. */
  readonly rows: WrittenRows | undefined;
}

/** The attribute that says which table it is. */
const KIND = 'table';
/** The attribute with the fingerprint of its rows as they were made, by which an edit by hand shows. */
const MADE = 'made';

/** The opening fence of a div for a table. */
export function openingFence(kind: TableKind, made: string): string {
  return `::: {.${GENERATED_TABLE} ${KIND}=${kind} ${MADE}=${made}}`;
}

/** The tables of a file that were made from the tags, in their order. */
export function writtenTables(project: Project, uri: string): WrittenTable[] {
  const document = project.file(uri)?.facts.current;
  return document ? tablesOf(document) : [];
}

/** The same, of a document that is part of no project. */
export function tablesOf(document: SyntaxDocument): WrittenTable[] {
  return document.elements.filter(isGeneratedTable).map((source): WrittenTable => {
    const text = valueOf(source, KIND)?.value;
    return {
      source,
      kind: TABLE_KINDS.find((kind) => kind === text),
      made: valueOf(source, MADE),
      rows: pipeTableIn(document.text, source.contentRange),
    };
  });
}

function valueOf({ attributes }: Attributed, name: string): AttributeToken | undefined {
  return attributes.find(({ key }) => key === name || key === `data-${name}`);
}
