import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { MapChoice } from '../../messages';
import type { Connection } from '../toolkit/connection';
import { Status } from '../toolkit/status';
import type { Canvas } from './canvas';
import { CanvasPane } from './canvasPane';
import { draw, type Drawing } from './drawing';
import { EmptyMap } from './emptyMap';
import type { Engine } from './engine';
import { keyAction } from './keys';
import { MapToolbar } from './mapToolbar';
import { exportActions } from './pictures';
import { matchesIn, nodesAt } from './select';
import { initialState, reduce, type Action } from './state';
import { Tip, type Pointed } from './tip';
import { step } from './walk';

/** The mechanism map: its controls, and the drawing below them. */
export function MapApp(props: {
  readonly connection: Connection<'map'>;
  readonly engine: Engine;
}): JSX.Element {
  const { connection, engine } = props;
  const [state, dispatch] = useReducer(reduce, connection.state, initialState);
  const [drawing, setDrawing] = useState<Drawing>();
  const [pointed, setPointed] = useState<Pointed>();
  const [says, say] = useState('');
  const canvas = useRef<Canvas>(null);
  const { choice, follow, map, caret, query, found } = state;

  useEffect(() => {
    connection.listen((message) => dispatch({ type: 'heard', message }));
  }, []);
  useEffect(() => {
    connection.keep({ choice, follow });
    connection.send({ type: 'choose', choice });
  }, [choice]);
  useEffect(() => connection.keep({ follow }), [follow]);
  useEffect(() => {
    if (state.uri !== undefined) connection.keep({ uri: state.uri });
  }, [state.uri]);

  useEffect(() => {
    let isNewest = true;
    if (!map) return;
    draw(map, state.shown, engine).then(
      (drawn) => {
        if (!isNewest) return;
        setDrawing(drawn);
        say(`${drawn.laidOut.nodes.length} parts are drawn.`);
      },
      (error: unknown) => {
        connection.send({ type: 'failed', message: String(error) });
        say('The map could not be laid out.');
      },
    );
    return () => {
      isNewest = false;
    };
  }, [map]);

  const atCaret = useMemo(() => nodesAt(drawing, caret), [drawing, caret]);
  const matches = useMemo(() => matchesIn(drawing, query), [drawing, query]);
  const before = useRef<Drawing>(undefined);
  useEffect(() => {
    if (!drawing) return;
    const isOther = !isSameChoice(before.current?.choice, drawing.choice);
    canvas.current?.show(drawing.laidOut, drawing.svg, isOther);
    before.current = drawing;
  }, [drawing]);
  useEffect(() => {
    canvas.current?.mark('at-caret', atCaret.parts);
    if (follow && atCaret.key !== undefined) canvas.current?.bringIntoSight(atCaret.key);
  }, [atCaret, follow]);
  useEffect(() => {
    canvas.current?.mark('found', new Set(matches.map(({ node }) => node)));
    const match = matches[found % Math.max(1, matches.length)];
    if (match) canvas.current?.bringIntoSight(match.key);
  }, [matches, found]);

  const reveal = (key: string, focus: boolean): void => {
    const location = drawing?.locationOf(key);
    if (location) connection.send({ type: 'reveal', location, focus });
    else say('It stands in no text.');
  };
  const act = (action: Action): void => dispatch(action);
  const onKey = (event: KeyboardEvent, key: string | undefined): void => {
    const action = keyAction(event);
    if (!action || !drawing) return;
    event.preventDefault();
    const node = key === undefined ? undefined : drawing.node(key);
    switch (action.type) {
      case 'walk': {
        const next = key === undefined ? undefined : step(drawing.laidOut, key, action.to);
        if (next !== undefined) canvas.current?.focus(next);
        break;
      }
      case 'first': {
        const [first] = drawing.laidOut.nodes;
        if (first) canvas.current?.focus(first.key);
        break;
      }
      case 'reveal':
        if (key !== undefined) reveal(key, true);
        break;
      case 'fold':
        if (node?.isCollapsible) act({ type: 'folded', key: node.node });
        break;
      case 'focus':
        if (node?.id !== undefined) act({ type: 'chosen', choice: { focus: node.id } });
        break;
      case 'zoom':
        canvas.current?.zoom(action.factor);
        break;
      case 'fit':
        canvas.current?.fit();
        break;
    }
  };

  const isEmpty = state.reason !== undefined || map?.nodes.length === 0 || state.isMissing;
  return (
    <>
      <h1 class="unseen">Mechanism map</h1>
      <MapToolbar
        state={state}
        matches={matches.length}
        zoom={(factor) => canvas.current?.zoom(factor)}
        fit={() => canvas.current?.fit()}
        act={act}
        exports={drawing && map ? exportActions(drawing, map, engine, connection, say) : undefined}
      />
      {isEmpty && <EmptyMap state={state} act={act} />}
      <CanvasPane
        canvas={canvas}
        isHidden={isEmpty}
        kept={connection.state.viewport}
        onReveal={reveal}
        onKey={onKey}
        onMove={(viewport) => connection.keep({ viewport })}
        onPoint={(key, at) => setPointed(key === undefined ? undefined : drawing?.at(key, at))}
      />
      {pointed && <Tip {...pointed} />}
      <Status text={says} />
    </>
  );
}

/** Whether a map was asked for with the same choice as another one; the first one is asked for with what was kept. */
function isSameChoice(a: MapChoice | undefined, b: MapChoice | undefined): boolean {
  return a === undefined || JSON.stringify(a) === JSON.stringify(b);
}
