/** What a promise says about a figure. */
export interface Promised {
  readonly what: string;
  readonly value: number;
  /** Behind the value: `ms`, `times`. */
  readonly unit: string;
  readonly bound: 'at least' | 'at most';
  readonly limit: number;
}

/** One table of figures. */
export interface Table {
  readonly title: string;
  /** Heads of the columns behind the first. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** A row of figures; what was not measured is left out. */
export interface Row {
  readonly name: string;
  readonly cells: readonly (number | undefined)[];
}

/** What one benchmark has measured. */
export interface Figures {
  readonly tables: readonly Table[];
  readonly promises: readonly Promised[];
}

/** A benchmark that can be run by itself. */
export interface Benchmark {
  readonly name: string;
  /** One sentence: what is measured. */
  readonly about: string;
  measure(report: Report): Promise<Figures>;
}

/** Told what is being measured: some of it takes minutes. */
export type Report = (message: string) => void;

/** Whether a figure is what was promised. */
export function isKept({ value, bound, limit }: Promised): boolean {
  return bound === 'at least' ? value >= limit : value <= limit;
}

/** The figures as Markdown, which reads well in a terminal too. */
export function toMarkdown({ tables, promises }: Figures): string {
  const parts = tables.map(({ title, columns, rows }) => {
    const body = rows.map(({ name, cells }) => [name, ...cells.map(figure)]);
    return `${title}:\n\n${markdownTable(['', ...columns], body)}`;
  });
  if (promises.length > 0) {
    const rows = promises.map((promise) => [
      promise.what,
      `${promise.bound} ${figure(promise.limit)} ${promise.unit}`,
      `${figure(promise.value)} ${promise.unit}`,
      isKept(promise) ? 'yes' : 'no',
    ]);
    parts.push(markdownTable(['promised', 'limit', 'measured', 'kept'], rows));
  }
  return parts.join('\n\n');
}

/** Three digits, as far as they mean anything. */
function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (Number.isInteger(value)) return String(value);
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The first column is text, the others are figures. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
