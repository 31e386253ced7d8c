import type { LaidOutMap, LaidOutNode } from '../../../../../server/src/core/figures';
import type { Viewport } from '../../messages';
import { describe } from './describe';
import { Gestures } from './gestures';
import { bringIntoSight, fit, pan, toDrawing, zoom, type Size, type Spot } from './viewport';

/** What a reader does on the canvas. */
export interface CanvasEvents {
  /** A node was clicked, or Enter pressed on it. */
  readonly onReveal: (key: string, focus: boolean) => void;
  /** The pointer rests on something, by its key, or on nothing; a place of the window goes with it. */
  readonly onPoint: (key: string | undefined, at: Spot) => void;
  /** Another part is in sight. */
  readonly onMove: (viewport: Viewport) => void;
  readonly onKey: (event: KeyboardEvent, key: string | undefined) => void;
}

/** How long after its last movement the drawing is drawn sharp again, in milliseconds. */
const REST = 150;

/** How long nodes take to their new places, in milliseconds. */
const MOVE = 200;

/** The drawing of a map, and the part of it that is in sight. */
export class Canvas {
  readonly #pane: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #events: CanvasEvents;
  readonly #observer: ResizeObserver;
  readonly #gestures: Gestures;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #map: LaidOutMap | undefined;
  /** The drawn nodes by their keys. */
  #nodes: ReadonlyMap<string, LaidOutNode> = new Map();
  #viewport: Viewport | undefined;
  /** Whether all is in sight, and is to stay so when the panel changes its size. */
  #isFitted = true;
  /** The node that the tab key reaches. */
  #current: string | undefined;

  /**
   * @param pane what clips the drawing
   * @param kept the part that was in sight before the panel was hidden
   */
  constructor(pane: HTMLElement, kept: Viewport | undefined, events: CanvasEvents) {
    this.#pane = pane;
    this.#events = events;
    this.#viewport = kept;
    this.#isFitted = kept === undefined;
    this.#sheet = document.createElement('div');
    this.#sheet.className = 'sheet';
    pane.append(this.#sheet);
    this.#gestures = new Gestures(pane, {
      onPan: (by) => this.pan(by),
      onZoom: (factor, at) => this.zoom(factor, at),
      onClick: (target, isDouble) => {
        const key = keyOf(target);
        if (key === undefined) return;
        if (this.#nodes.has(key)) this.focus(key);
        this.#events.onReveal(key, isDouble);
      },
      onPoint: (target, at) => this.#events.onPoint(target ? keyOf(target) : undefined, at),
    });
    pane.addEventListener('keydown', (event) => {
      this.#events.onKey(event, this.#current);
    });
    pane.addEventListener('focusin', ({ target }) => {
      const key = target instanceof Element ? keyOf(target) : undefined;
      if (key === undefined || key === this.#current) return;
      this.#settle(key);
    });
    this.#observer = new ResizeObserver(() => {
      if (this.#isFitted) this.fit();
    });
    this.#observer.observe(pane);
  }

  /**
   * Draws a map. What was in sight stays where it was, as far as it is still there.
   * @param isOther whether the reader has chosen to see something else: then a drawing of which all was in sight is shown
   *   whole again
   */
  show(map: LaidOutMap, svg: string, isOther: boolean): void {
    const before = this.#map;
    const hadFocus = this.#sheet.contains(document.activeElement);
    this.#map = map;
    this.#nodes = new Map(map.nodes.map((node) => [node.key, node]));
    this.#sheet.innerHTML = svg;
    this.#sheet.style.width = `${map.width}px`;
    this.#sheet.style.height = `${map.height}px`;
    describe(this.#sheet, map);
    if (!this.#viewport || (isOther && this.#isFitted)) this.fit();
    else if (before) this.#keepPlace(before);
    else this.#move(this.#viewport, this.#isFitted);
    if (before) this.#animate(before, map);
    const current = this.#nodes.has(this.#current ?? '') ? this.#current : map.nodes[0]?.key;
    if (current !== undefined) this.#settle(current);
    if (hadFocus && current !== undefined) this.focus(current);
  }

  /** Shows the whole drawing. */
  fit(): void {
    if (this.#map) this.#move(fit(this.#map, this.#size), true);
  }

  /** Shows the drawing larger or smaller; about a place of the window, or its middle. */
  zoom(factor: number, at?: Spot): void {
    if (!this.#viewport) return;
    const { width, height } = this.#size;
    this.#move(zoom(this.#viewport, factor, at ?? { x: width / 2, y: height / 2 }));
  }

  /** Moves the drawing by some pixels. */
  pan(by: Spot): void {
    if (this.#viewport && this.#map) this.#move(pan(this.#viewport, by, this.#map, this.#size));
  }

  /** Gives a node the focus, and brings it into sight. */
  focus(key: string): void {
    this.#settle(key);
    // The browser would scroll the pane, which has a viewport of its own.
    this.#element(key)?.focus({ preventScroll: true });
    this.bringIntoSight(key);
  }

  /** Moves the drawing no further than is needed to have a node in sight. */
  bringIntoSight(key: string): void {
    const node = this.#nodes.get(key);
    if (!node || !this.#viewport) return;
    const next = bringIntoSight(this.#viewport, node, this.#size);
    const { x, y } = this.#viewport;
    if (next.x !== x || next.y !== y) this.#move(next);
  }

  /** Marks the drawn nodes and arrows of some parts of the map with a class, and no others. */
  mark(name: string, parts: ReadonlySet<string>): void {
    for (const element of this.#sheet.querySelectorAll('[data-key]')) {
      const part = element.getAttribute('data-node') ?? element.getAttribute('data-key') ?? '';
      element.classList.toggle(name, parts.has(part));
    }
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#observer.disconnect();
    this.#gestures.dispose();
    this.#sheet.remove();
  }

  get #size(): Size {
    return { width: this.#pane.clientWidth, height: this.#pane.clientHeight };
  }

  #element(key: string): SVGElement | null {
    return this.#sheet.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`);
  }

  #settle(key: string): void {
    if (this.#current !== undefined) this.#element(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = key;
    this.#element(key)?.setAttribute('tabindex', '0');
  }

  /** Keeps what stands nearest to the middle of the window where it is, or what has the focus. */
  #keepPlace(before: LaidOutMap): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const { width, height } = this.#size;
    const middle = toDrawing(viewport, { x: width / 2, y: height / 2 });
    let least = Number.POSITIVE_INFINITY;
    let by: Spot | undefined;
    for (const node of before.nodes) {
      const place = this.#nodes.get(node.key);
      if (!place) continue;
      const focused = node.key === this.#current && this.#sheet.contains(document.activeElement);
      const away = Math.hypot(
        node.x + node.width / 2 - middle.x,
        node.y + node.height / 2 - middle.y,
      );
      const distance = focused ? -1 : away;
      if (distance >= least) continue;
      least = distance;
      by = { x: node.x - place.x, y: node.y - place.y };
    }
    const { x, y, scale } = viewport;
    if (by) this.#move({ scale, x: x + by.x * scale, y: y + by.y * scale }, this.#isFitted);
    else this.fit();
  }

  /** Lets nodes glide from where they were, for a reader who wants things to move. */
  #animate(before: LaidOutMap, after: LaidOutMap): void {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const places = new Map(before.nodes.map((node) => [node.key, node]));
    for (const { key, x, y } of after.nodes) {
      const old = places.get(key);
      if (!old || (Math.abs(old.x - x) < 1 && Math.abs(old.y - y) < 1)) continue;
      const from = `translate(${old.x - x}px, ${old.y - y}px)`;
      this.#element(key)?.animate([{ transform: from }, { transform: 'none' }], {
        duration: MOVE,
        easing: 'ease-out',
      });
    }
  }

  #move(viewport: Viewport, isFitted = false): void {
    const { x, y, scale } = viewport;
    this.#viewport = viewport;
    this.#isFitted = isFitted;
    // While it moves, its picture is moved, which costs less than to draw it at each step.
    this.#sheet.classList.add('moving');
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#sheet.classList.remove('moving'), REST);
    this.#sheet.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.#events.onMove(viewport);
  }
}

/** The key of the node or arrow that an element of the drawing belongs to. */
function keyOf(element: Element): string | undefined {
  return element.closest('[data-key]')?.getAttribute('data-key') ?? undefined;
}
