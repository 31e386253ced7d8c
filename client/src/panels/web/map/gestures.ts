import type { Spot } from './viewport';

/** What a hand on the mouse, the touch pad or the screen means. */
export interface GestureEvents {
  readonly onPan: (by: Spot) => void;
  readonly onZoom: (factor: number, at: Spot) => void;
  /** A double click has been two clicks before. */
  readonly onClick: (target: Element, isDouble: boolean) => void;
  /** The pointer rests on something, or has left. */
  readonly onPoint: (target: Element | undefined, at: Spot) => void;
}

/** A pointer that moves less than this between pressing and letting go has clicked, in pixels. */
const CLICK = 4;

/** How long the pointer rests before it is told what it rests on, in milliseconds. */
const REST = 350;

/** Reads gestures on a pane: dragging moves, the wheel zooms, and with Shift it moves to the sides. */
export class Gestures {
  readonly #pane: HTMLElement;
  readonly #events: GestureEvents;
  readonly #end = new AbortController();
  #start: { readonly at: Spot; readonly target: Element; last: Spot; isDrag: boolean } | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(pane: HTMLElement, events: GestureEvents) {
    this.#pane = pane;
    this.#events = events;
    const { signal } = this.#end;
    pane.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    pane.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    pane.addEventListener('pointerup', (event) => this.#release(event), { signal });
    pane.addEventListener('dblclick', (event) => this.#clickTwice(event), { signal });
    pane.addEventListener('pointercancel', () => this.#stop(), { signal });
    pane.addEventListener('pointerleave', (event) => this.#point(undefined, event), { signal });
    pane.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#end.abort();
  }

  #press(event: PointerEvent): void {
    if (event.button > 1 || !(event.target instanceof Element)) return;
    const at = this.#spot(event);
    this.#start = { at, target: event.target, last: at, isDrag: false };
    this.#point(undefined, event);
  }

  #drag(event: PointerEvent): void {
    const start = this.#start;
    if (!start) {
      this.#point(event.target instanceof Element ? event.target : undefined, event);
      return;
    }
    const at = this.#spot(event);
    if (!start.isDrag) {
      if (Math.hypot(at.x - start.at.x, at.y - start.at.y) < CLICK) return;
      start.isDrag = true;
      this.#pane.setPointerCapture(event.pointerId);
      this.#pane.classList.add('dragging');
    }
    this.#events.onPan({ x: at.x - start.last.x, y: at.y - start.last.y });
    start.last = at;
  }

  #release(event: PointerEvent): void {
    const start = this.#start;
    this.#stop();
    if (start && !start.isDrag && event.button === 0) {
      this.#events.onClick(start.target, false);
    }
  }

  /** Comes after both clicks: events of pointers do not count clicks (Pointer Events §5). */
  #clickTwice({ target }: MouseEvent): void {
    if (target instanceof Element) this.#events.onClick(target, true);
  }

  #stop(): void {
    this.#start = undefined;
    this.#pane.classList.remove('dragging');
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.shiftKey) {
      const by = event.deltaX === 0 ? event.deltaY : event.deltaX;
      this.#events.onPan({ x: -by * unit, y: 0 });
      return;
    }
    // Two fingers that are spread on a touch pad come as a wheel with Ctrl, in small steps.
    const speed = event.ctrlKey ? 0.01 : 0.0015;
    this.#events.onZoom(Math.exp(-event.deltaY * unit * speed), this.#spot(event));
    this.#point(undefined, event);
  }

  #point(target: Element | undefined, event: MouseEvent): void {
    clearTimeout(this.#resting);
    const at = this.#spot(event);
    if (!target) this.#events.onPoint(undefined, at);
    else this.#resting = setTimeout(() => this.#events.onPoint(target, at), REST);
  }

  #spot({ clientX, clientY }: MouseEvent): Spot {
    const { left, top } = this.#pane.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}
