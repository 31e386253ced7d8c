import type { Viewport } from '../../messages';

/** How large something is, in pixels of CSS. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in the window or in the drawing, in pixels of CSS. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How small and how large a drawing may be shown. */
const SCALES = { least: 0.08, most: 4 } as const;

/** What is left free at each side of a drawing that fills its window. */
const MARGIN = 16;

/** The whole drawing in the middle of the window; no larger than it was drawn, for small maps would shout. */
export function fit(drawing: Size, pane: Size): Viewport {
  const scale = clamp(
    Math.min(
      (pane.width - 2 * MARGIN) / drawing.width,
      (pane.height - 2 * MARGIN) / drawing.height,
      1,
    ),
  );
  return {
    scale,
    x: (pane.width - drawing.width * scale) / 2,
    y: (pane.height - drawing.height * scale) / 2,
  };
}

/** Shows a drawing larger or smaller, while what stands at a place of the window stays there. */
export function zoom({ x, y, scale }: Viewport, factor: number, at: Spot): Viewport {
  const next = clamp(scale * factor);
  const ratio = next / scale;
  return { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio };
}

/** Moves a drawing, but not so far that nothing of it is left to be seen. */
export function pan({ x, y, scale }: Viewport, by: Spot, drawing: Size, pane: Size): Viewport {
  const least = 48;
  return {
    scale,
    x: between(x + by.x, least - drawing.width * scale, pane.width - least),
    y: between(y + by.y, least - drawing.height * scale, pane.height - least),
  };
}

/** Moves a drawing no further than is needed to have a part of it in sight. */
export function bringIntoSight(viewport: Viewport, part: Spot & Size, pane: Size): Viewport {
  const { x, y, scale } = viewport;
  return {
    scale,
    x: x + shift(x + part.x * scale, part.width * scale, pane.width),
    y: y + shift(y + part.y * scale, part.height * scale, pane.height),
  };
}

/** Where a place of the window is in the drawing. */
export function toDrawing({ x, y, scale }: Viewport, at: Spot): Spot {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}

/** How far a stretch has to move to lie within a length; its beginning, where it is longer. */
function shift(start: number, length: number, room: number): number {
  const end = start + length;
  const free = room - 2 * MARGIN;
  if (start < MARGIN || length > free) {
    // Of what is larger than the window and fills it, enough is in sight.
    if (length > free && start <= MARGIN && end >= room - MARGIN) return 0;
    return MARGIN - start;
  }
  return end > room - MARGIN ? room - MARGIN - end : 0;
}

function clamp(scale: number): number {
  return between(scale, SCALES.least, SCALES.most);
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
