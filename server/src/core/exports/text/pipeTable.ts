/** A part of a cell: words, or the key of a cited work. */
type PipeCellPart = string | { readonly work: string };

/** A table for {@link pipeTable}. */
export interface PipeTable {
  readonly columns: readonly {
    readonly heading: string;
    /** How wide it is in relation to the others, in per cent or so. */
    readonly share: number;
    readonly isNumber?: boolean;
    readonly isGroup?: boolean;
  }[];
  readonly rows: readonly (readonly (readonly PipeCellPart[])[])[];
}

/** What Pandoc's Markdown may read as markup anywhere in a cell (Pandoc manual, “Backslash escapes”). */
const MARKUP = /[\\`*_{}[\]<>|~&$#^@]/g;

/** In what a column is at least, its name is not broken. */
const NARROWEST = 3;

/**
 * A table as lines of Pandoc's Markdown (`pipe_tables`): the header, the line below it, and a line for each row. Words are
 * shown as they are; a work becomes a citation. Where the lines are long, the dashes say how wide the columns are.
 */
export function pipeTable({ columns, rows }: PipeTable): string[] {
  const delimiters = columns.map(({ share, isNumber }) => {
    const dashes = '-'.repeat(Math.max(NARROWEST, Math.round(share)) - (isNumber ? 1 : 0));
    return isNumber ? `${dashes}:` : dashes;
  });
  const texts = rows.map((row) => row.map((cell) => cell.map(partText).join('')));
  const printed = texts.map((row, index) =>
    row.map((text, column) => {
      const isRepeated = columns[column]?.isGroup === true && text === texts[index - 1]?.[column];
      return isRepeated ? '' : text;
    }),
  );
  return [
    pipeRow(columns.map(({ heading }) => partText(heading))),
    `|${delimiters.join('|')}|`,
    ...printed.map(pipeRow),
  ];
}

function partText(part: PipeCellPart): string {
  if (typeof part !== 'string') return `@${part.work}`;
  return part.replace(/\s+/g, ' ').replace(MARKUP, '\\$&');
}

function pipeRow(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell.trim() === '' ? ' ' : ` ${cell.trim()} `)).join('|')}|`;
}
