import { Component, type JSX } from 'preact';
import { rowNotice } from '../../../../../server/src/core/exports/matrix/words';
import type { ProtocolMatrix } from '../../../../../server/src/shared/matrix';
import { cellLabel, rowLabel } from './describe';
import type { MatrixLine } from './lines';
import { Sign } from './sign';
import { COLUMN, HEAD, LINE, type Drawn } from './sizes';

/** The id of the element at a spot, by which the grid says what the keyboard is at. */
export function idOf(line: number, column: number): string {
  return `at-${line}-${column}`;
}

interface LineProps {
  readonly line: MatrixLine;
  /** Counted from 1, below the headings. */
  readonly number: number;
  readonly columns: ProtocolMatrix['columns'];
  readonly firstColumn: Drawn['firstColumn'];
  readonly lastColumn: Drawn['lastColumn'];
  readonly headWidth: number;
  /** The column that the keyboard is at in this line. */
  readonly current: number | undefined;
}

/** One line of the grid; it is drawn anew only when something in it is another. */
export class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    return (Object.keys(next) as (keyof LineProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render({ line, number, headWidth, current, columns }: LineProps): JSX.Element {
    const top = HEAD + (number - 1) * LINE;
    if (line.type === 'group') {
      return (
        <div class="line group" role="row" aria-rowindex={number + 1} style={{ top: `${top}px` }}>
          <div
            id={idOf(number, 0)}
            class={current === undefined ? 'group-name' : 'group-name current'}
            role="rowheader"
            aria-colindex={1}
            aria-colspan={columns.length + 1}
          >
            {line.label} <span class="number">{line.rows}</span>
          </div>
        </div>
      );
    }
    const { row } = line;
    const notice = rowNotice(row);
    return (
      <div
        class={`line ${row.thin ? `thin-${row.thin}` : ''}`}
        role="row"
        aria-rowindex={number + 1}
        style={{ top: `${top}px` }}
      >
        <div
          id={idOf(number, 0)}
          class={current === 0 ? 'row-head current' : 'row-head'}
          role="rowheader"
          aria-colindex={1}
          aria-label={rowLabel(row)}
          title={rowLabel(row)}
          style={{ width: `${headWidth}px` }}
        >
          <span class="row-name">
            {row.label !== '' && !row.name.startsWith(row.label) && <b>{row.label} </b>}
            {row.name}
          </span>
          <span class="row-sums">
            {notice !== '' && <span class={`badge ${row.thin ?? row.status}`}>{short(row)}</span>}
            <span class={row.support > 0 ? 'sum support' : 'sum none'}>{row.support}</span>
            <span class={row.challenge > 0 ? 'sum challenge' : 'sum none'}>{row.challenge}</span>
            <span class="sum sources">{row.sources}</span>
          </span>
        </div>
        {this.#cells(line)}
      </div>
    );
  }

  #cells(line: MatrixLine & { type: 'row' }): JSX.Element[] {
    const { number, columns, firstColumn, lastColumn, headWidth, current } = this.props;
    const shown = line.cells.filter(({ column }) => column >= firstColumn && column < lastColumn);
    // Cells that hold nothing are drawn by the background; only that which the keyboard is at has to be there.
    const isBare =
      current !== undefined && current > 0 && !shown.some(({ column }) => column === current - 1);
    const drawn = shown.map((cell) => ({ at: cell.column, cell }));
    const all = isBare ? [...drawn, { at: current - 1, cell: undefined }] : drawn;
    return all.flatMap(({ at, cell }) => {
      const column = columns[at];
      if (!column) return [];
      const label = cellLabel(cell, line.row, column);
      return [
        <div
          key={at}
          id={idOf(number, at + 1)}
          class={current === at + 1 ? 'cell current' : 'cell'}
          role="gridcell"
          aria-colindex={at + 2}
          aria-label={label}
          title={cell ? label : undefined}
          style={{ left: `${headWidth + at * COLUMN}px` }}
        >
          {cell && <Sign verdict={cell.verdict} marks={cell.marks} />}
        </div>,
      ];
    });
  }
}

/** What is to be noticed in a row, in a word. */
function short({ thin, status }: ProtocolMatrix['rows'][number]): string {
  if (status === 'contested') return 'contested';
  if (status === 'gap') return 'gap';
  return thin === 'nothing' ? 'nothing' : 'one source';
}
