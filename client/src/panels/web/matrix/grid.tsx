import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ProtocolMatrix } from '../../../../../server/src/shared/matrix';
import { Heads } from './heads';
import { keyAction, type KeyAction } from './keys';
import { idOf, Line } from './line';
import type { MatrixLine, Spot } from './lines';
import { COLUMN, drawnIn, HEAD, LINE, rowHeadWidth, scrollFor, type Sight } from './sizes';

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the grid tells who holds it. */
export interface GridEvents {
  readonly onGo: (to: Spot) => void;
  /** Something has been clicked, or Enter pressed on it. */
  readonly onPress: (at: Spot, point: Point, byKey: boolean) => void;
  /** Anything else that a key or the other button of the mouse asks for. */
  readonly onAction: (
    action: Exclude<KeyAction, { type: 'go' | 'press' }>,
    at: Spot,
    point: Point,
  ) => void;
  readonly onScroll: (top: number, left: number) => void;
}

/**
 * The matrix as a grid (WAI-ARIA Authoring Practices §Grid). Only what is in sight and a little more is in the document, and
 * of the cells only those that hold something: the lines between them are a picture.
 */
export function Grid(
  props: GridEvents & {
    readonly matrix: ProtocolMatrix;
    readonly lines: readonly MatrixLine[];
    readonly title: string;
    readonly current: Spot;
    /** Where it was scrolled to when the window was closed. */
    readonly start: { readonly top: number; readonly left: number };
  },
): JSX.Element {
  const { matrix, lines, title, current } = props;
  const { columns } = matrix;
  const element = useRef<HTMLDivElement>(null);
  const band = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, left: 0, width: 0, height: 0 });
  const headWidth = rowHeadWidth(sight.width);
  const drawn = drawnIn(sight, lines.length, columns.length);
  const last = { line: lines.length, column: columns.length };

  const look = (): void => {
    const grid = element.current;
    if (!grid) return;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = grid;
    const next = { top, left, width, height };
    // Within what is drawn already, scrolling is the browser's alone.
    setSight((known) => (isSame(next, known, lines.length, columns.length) ? known : next));
  };
  useLayoutEffect(() => {
    const grid = element.current;
    if (!grid) return undefined;
    look();
    grid.scrollTo(props.start.left, props.start.top);
    const observer = new ResizeObserver(look);
    observer.observe(grid);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(look, [lines.length, columns.length]);
  useEffect(() => {
    const grid = element.current;
    if (!grid || sight.width === 0) return;
    const now = { ...sight, top: grid.scrollTop, left: grid.scrollLeft };
    const { top, left } = scrollFor(
      now,
      current.line > 0 ? current.line - 1 : undefined,
      current.column > 0 ? current.column - 1 : undefined,
    );
    if (top !== now.top || left !== now.left) grid.scrollTo(left, top);
  }, [current.line, current.column]);

  /** What is at a point of the window. */
  const spotAt = ({ clientX, clientY }: MouseEvent): Spot | undefined => {
    const grid = element.current;
    if (!grid) return undefined;
    const box = grid.getBoundingClientRect();
    const x = clientX - box.left;
    const y = clientY - box.top;
    if (x > grid.clientWidth || y > grid.clientHeight) return undefined;
    const line = y < HEAD ? 0 : Math.floor((y - HEAD + grid.scrollTop) / LINE) + 1;
    const column = x < headWidth ? 0 : Math.floor((x - headWidth + grid.scrollLeft) / COLUMN) + 1;
    return line > last.line || column > last.column ? undefined : { line, column };
  };
  /** Beside the cell that the keyboard is at. */
  const currentPoint = (): Point => {
    const box = document
      .getElementById(idOf(current.line, current.column))
      ?.getBoundingClientRect();
    return { x: box?.right ?? 0, y: box?.top ?? 0 };
  };

  const width = headWidth + columns.length * COLUMN;
  const height = HEAD + lines.length * LINE;
  return (
    <div
      ref={element}
      class={headWidth < NARROW ? 'grid narrow' : 'grid'}
      role="grid"
      tabIndex={0}
      aria-label={title}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={idOf(current.line, current.column)}
      onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => {
        look();
        props.onScroll(scrollTop, scrollLeft);
      }}
      onKeyDown={(event) => {
        const page = Math.max(1, Math.floor((sight.height - HEAD) / LINE) - 1);
        const action = keyAction(event, current, last, page);
        if (!action) return;
        event.preventDefault();
        if (action.type === 'go') props.onGo(action.to);
        else if (action.type === 'press') props.onPress(current, currentPoint(), true);
        else props.onAction(action, current, currentPoint());
      }}
      onClick={(event) => {
        const at = spotAt(event);
        if (!at) return;
        props.onGo(at);
        props.onPress(at, { x: event.clientX, y: event.clientY }, false);
      }}
      onContextMenu={(event) => {
        const at = spotAt(event);
        event.preventDefault();
        if (!at) return;
        props.onGo(at);
        props.onAction({ type: 'menu' }, at, { x: event.clientX, y: event.clientY });
      }}
      onPointerMove={(event) => {
        const at = spotAt(event);
        const { current: shown } = band;
        if (!shown) return;
        shown.hidden = !at || at.column === 0;
        if (at) shown.style.translate = `${headWidth + (at.column - 1) * COLUMN}px 0`;
      }}
      onPointerLeave={() => {
        if (band.current) band.current.hidden = true;
      }}
    >
      <div
        class="sheet"
        role="rowgroup"
        style={{ width: `${width}px`, height: `${height}px`, '--head': `${headWidth}px` }}
      >
        <Heads
          columns={columns}
          drawn={drawn}
          headWidth={headWidth}
          current={current.line === 0 ? current.column : undefined}
          title={title}
        />
        <div ref={band} class="band" role="presentation" hidden />
        {lines.map((line, index) => {
          const number = index + 1;
          const isAt = number === current.line;
          const isDrawn = index >= drawn.firstLine && index < drawn.lastLine;
          if (!isDrawn && !isAt) return null;
          return (
            <Line
              key={line.type === 'row' ? line.row.key : `group ${index}`}
              line={line}
              number={number}
              columns={columns}
              firstColumn={drawn.firstColumn}
              lastColumn={drawn.lastColumn}
              headWidth={headWidth}
              current={isAt ? current.column : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Headings of rows that are no wider have no room for words beside their names. */
const NARROW = 300;

/** Whether two sights have the same drawn for them. */
function isSame(a: Sight, b: Sight, lines: number, columns: number): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  const [one, other] = [drawnIn(a, lines, columns), drawnIn(b, lines, columns)];
  return (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
}
