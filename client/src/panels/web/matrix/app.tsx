import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { totalsLine } from '../../../../../server/src/core/exports/matrix/words';
import type { ProtocolMatrix } from '../../../../../server/src/shared/matrix';
import type { ProtocolLocation } from '../../../../../server/src/shared/protocol';
import type { MatrixChoice, MatrixRequest } from '../../messages';
import type { Connection } from '../toolkit/connection';
import { Menu, type MenuEntry } from '../toolkit/menu';
import { Empty, Status } from '../toolkit/status';
import { entriesAt, isLinkable, pointedAt } from './cellMenu';
import { Grid, type Point } from './grid';
import type { KeyAction } from './keys';
import { keysAt, linesOf, spotOf, type Spot } from './lines';
import { MatrixToolbar } from './matrixToolbar';
import { Sign } from './sign';

const FIRST_CHOICE: MatrixChoice = { columns: 'evidence', rows: 'claims', group: 'section' };
const START: Spot = { line: 0, column: 0 };

/** An open menu, and what it is about. */
interface OpenMenu {
  readonly at: Point;
  readonly entries: readonly MenuEntry[];
}

/** The claim–evidence matrix: its controls, the grid, and what its signs mean. */
export function MatrixApp(props: { readonly connection: Connection<'matrix'> }): JSX.Element {
  const { connection } = props;
  const kept = useMemo(() => connection.state, []);
  const [choice, setChoice] = useState<MatrixChoice>(kept.choice ?? FIRST_CHOICE);
  /** Nothing as long as none has come; null where nothing takes part. */
  const [matrix, setMatrix] = useState<ProtocolMatrix | null>();
  const [reason, setReason] = useState<string>();
  const [said, say] = useState('');
  const [current, setCurrent] = useState(START);
  const [menu, setMenu] = useState<OpenMenu>();
  const lines = useMemo(() => (matrix ? linesOf(matrix) : []), [matrix]);
  const names = useRef(kept.current ?? { row: '', column: '' });

  useEffect(() => {
    connection.listen((message) => {
      if (message.type === 'matrix') {
        setReason(undefined);
        setMatrix(message.matrix);
        if (message.uri !== undefined) connection.keep({ uri: message.uri });
      } else if (message.type === 'said') say(message.text);
      else if (message.type === 'unavailable') setReason(message.reason);
    });
  }, []);
  useEffect(() => {
    connection.keep({ choice });
    connection.send({ type: 'choose', choice });
  }, [choice]);
  // What the keyboard is at stays, wherever it has gone.
  useEffect(() => {
    if (matrix) setCurrent((was) => spotOf(names.current, was, lines, matrix));
  }, [matrix]);

  if (reason !== undefined || matrix === null) {
    return <Empty title="Claim–evidence matrix" lines={[reason ?? NOTHING]} />;
  }
  if (!matrix) return <Status text="The matrix is being made." />;

  const go = (to: Spot): void => {
    setCurrent(to);
    names.current = keysAt(to, lines, matrix);
    connection.keep({ current: names.current });
  };
  const reveal = (location: ProtocolLocation, focus: boolean): void =>
    connection.send({ type: 'reveal', location, focus });
  const link = (request: Omit<MatrixRequest & { type: 'link' }, 'type'>): void =>
    connection.send({ type: 'link', ...request });
  const openMenu = (spot: Spot, at: Point): void => {
    const entries = entriesAt(matrix, pointedAt(spot, lines, matrix), {
      link,
      reveal: (location) => reveal(location, true),
    });
    if (entries.length > 0) setMenu({ at, entries });
  };
  const press = (spot: Spot, point: Point, byKey: boolean): void => {
    const { row, column, marks } = pointedAt(spot, lines, matrix);
    const [only, ...others] = row && column ? marks : [row ?? column];
    if (only?.location && others.length === 0) reveal(only.location, byKey);
    else openMenu(spot, point);
  };
  const act = (
    action: Exclude<KeyAction, { type: 'go' | 'press' }>,
    spot: Spot,
    at: Point,
  ): void => {
    const { row, column, marks } = pointedAt(spot, lines, matrix);
    switch (action.type) {
      case 'menu':
        openMenu(spot, at);
        return;
      case 'undo':
        connection.send({ type: 'undo' });
        return;
      case 'link':
        if (row && column && isLinkable(matrix, column.key)) {
          link({ row: row.key, evidence: column.key, stance: action.stance, action: 'link' });
        }
        return;
      case 'unlink': {
        const [mark, ...others] = marks;
        if (!row || !mark) return;
        if (others.length > 0) openMenu(spot, at);
        else link({ row: row.key, evidence: mark.evidence, stance: mark.stance, action: 'unlink' });
      }
    }
  };

  const title = `${TITLES[choice.rows ?? 'claims']} × ${matrix.of}`;
  return (
    <>
      <h1 class="unseen">Claim–evidence matrix</h1>
      <MatrixToolbar
        choice={choice}
        matrix={matrix}
        onChoose={(chosen) => {
          say('');
          setChoice(chosen);
        }}
        onExport={(format) => connection.send({ type: 'export', format })}
      />
      {lines.length === 0 ? (
        <Empty title="No rows to show" lines={[matrix.totals.rows > 0 ? FILTERED : NO_CLAIMS]} />
      ) : (
        <Grid
          matrix={matrix}
          lines={lines}
          title={title}
          current={current}
          start={kept.scroll ?? { top: 0, left: 0 }}
          onGo={go}
          onPress={press}
          onAction={act}
          onScroll={(top, left) => keepScroll(connection, { top, left })}
        />
      )}
      {menu && (
        <div>
          <Menu
            key={`${menu.at.x} ${menu.at.y}`}
            label="What can be done here"
            entries={menu.entries}
            at={menu.at}
            onClose={() => {
              setMenu(undefined);
              document.querySelector<HTMLElement>('.grid')?.focus();
            }}
            onLeave={() => setMenu(undefined)}
          />
        </div>
      )}
      <footer class="legend">
        <span>{totalsLine(matrix)}</span>
        {LEGEND.map(([words, cell]) => (
          <span key={words} class="meaning">
            <Sign {...cell} /> {words}
          </span>
        ))}
        <span class="said">{said}</span>
      </footer>
      <Status text={said} />
    </>
  );
}

const TITLES = {
  claims: 'Claims',
  mechanisms: 'Mechanisms and steps',
  all: 'Claims, mechanisms and steps',
} as const;

const NOTHING =
  'There is no tagged manuscript here. Open one, or tag a claim and its evidence; then this shows what rests on what.';
const NO_CLAIMS = 'Nothing of this kind is tagged yet.';
const FILTERED = 'The filter leaves no row.';

const SUPPORT = { verdict: 'support', stance: 'for', by: 'attribute', tests: [] } as const;

/** The signs, each with its meaning. */
const LEGEND: readonly (readonly [string, Parameters<typeof Sign>[0]])[] = [
  ['supports', signOf('support')],
  ['by nesting', signOf('support', { by: 'nesting' })],
  ['passed a test', signOf('support', { tests: [{ test: 'hoop', result: 'pass' }] })],
  ['speaks against', signOf('challenge')],
  ['failed a test', signOf('challenge', { tests: [{ test: 'hoop', result: 'fail' }] })],
  ['both', signOf('mixed')],
  ['sets the scene', signOf('scene')],
];

function signOf(
  verdict: Parameters<typeof Sign>[0]['verdict'],
  mark: Partial<Parameters<typeof Sign>[0]['marks'][number]> = {},
): Parameters<typeof Sign>[0] {
  return { verdict, marks: [{ ...SUPPORT, evidence: '', name: '', ...mark }] };
}

/** How long scrolling rests before its place is kept, in milliseconds. */
const REST = 200;
let waiting: ReturnType<typeof setTimeout> | undefined;

function keepScroll(
  connection: Connection<'matrix'>,
  scroll: { readonly top: number; readonly left: number },
): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => connection.keep({ scroll }), REST);
}
