import type { JSX } from 'preact';
import type { ProtocolMatrix } from '../../../../../server/src/shared/matrix';
import { columnLabel } from './describe';
import { idOf } from './line';
import { COLUMN, HEAD, type Drawn } from './sizes';

/** The headings of the columns, with how much each is used. */
export function Heads(props: {
  readonly columns: ProtocolMatrix['columns'];
  readonly drawn: Drawn;
  readonly headWidth: number;
  readonly current: number | undefined;
  readonly title: string;
}): JSX.Element {
  const { columns, drawn, headWidth, current, title } = props;
  const indexes = columns
    .map((_, index) => index)
    .filter(
      (index) => (index >= drawn.firstColumn && index < drawn.lastColumn) || index + 1 === current,
    );
  return (
    <div class="heads" role="row" aria-rowindex={1} style={{ height: `${HEAD}px` }}>
      <div
        id={idOf(0, 0)}
        class={current === 0 ? 'corner current' : 'corner'}
        role="columnheader"
        aria-colindex={1}
        style={{ width: `${headWidth}px`, height: `${HEAD}px` }}
      >
        <span>{title}</span>
        <span class="row-sums" title="supporting, against, sources">
          <span class="sum support">+</span>
          <span class="sum challenge">−</span>
          <span class="sum sources">src</span>
        </span>
      </div>
      {indexes.map((index) => {
        const column = columns[index];
        if (!column) return null;
        const { isUnused, isOverused, support, challenge, id, name } = column;
        const classes = [
          'head',
          ...(index + 1 === current ? ['current'] : []),
          ...(isUnused ? ['unused'] : []),
          ...(isOverused ? ['overused'] : []),
        ];
        return (
          <div
            key={column.key}
            id={idOf(0, index + 1)}
            class={classes.join(' ')}
            role="columnheader"
            aria-colindex={index + 2}
            aria-label={columnLabel(column)}
            title={columnLabel(column)}
            style={{ left: `${headWidth + index * COLUMN}px`, height: `${HEAD}px` }}
          >
            <span class="head-name">
              <span>{unquoted(name)}</span>
              {id !== undefined && id !== name && <i>#{id}</i>}
            </span>
            <span class="head-sums">
              <span class="sum support">{support}</span>
              {challenge > 0 && <span class="sum challenge">{challenge}</span>}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** A quotation without its marks, which would look lost beside words that are written upwards. */
function unquoted(name: string): string {
  return name.replace(/^[“"„«](.*)[”"“»]$/u, '$1');
}
