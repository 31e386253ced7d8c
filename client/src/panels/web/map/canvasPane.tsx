import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Viewport } from '../../messages';
import { Canvas, type CanvasEvents } from './canvas';

/** The element that the drawing stands in. The drawing is kept by {@link Canvas}: it is no tree of components. */
export function CanvasPane(
  props: CanvasEvents & {
    readonly canvas: RefObject<Canvas | null>;
    readonly isHidden: boolean;
    readonly kept: Viewport | undefined;
  },
): JSX.Element {
  const pane = useRef<HTMLDivElement>(null);
  const events = useRef<CanvasEvents>(props);
  events.current = props;
  useEffect(() => {
    if (!pane.current) return;
    const canvas = new Canvas(pane.current, props.kept, {
      onReveal: (key, focus) => events.current.onReveal(key, focus),
      onPoint: (key, at) => events.current.onPoint(key, at),
      onMove: (viewport) => events.current.onMove(viewport),
      onKey: (event, key) => events.current.onKey(event, key),
    });
    props.canvas.current = canvas;
    return () => canvas.dispose();
  }, []);
  return <div ref={pane} class="canvas" hidden={props.isHidden} />;
}
