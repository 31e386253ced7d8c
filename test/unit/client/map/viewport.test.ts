import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bringIntoSight,
  fit,
  pan,
  toDrawing,
  zoom,
} from '../../../../client/src/panels/web/map/viewport';

const pane = { width: 800, height: 600 };

describe('the part of a map that is in sight', () => {
  it('is the whole drawing in the middle, and no larger than it was drawn', () => {
    expect(fit({ width: 400, height: 300 }, pane)).toEqual({ x: 200, y: 150, scale: 1 });
    const large = fit({ width: 7680, height: 300 }, pane);
    expect(large.scale).toBeCloseTo(0.1);
    expect(large.x).toBeCloseTo(16);
  });

  it('keeps what is under the pointer there while it is zoomed', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 800, noNaN: true }),
      y: fc.double({ min: 0, max: 600, noNaN: true }),
    });
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(place, factor, (at, by) => {
        const before = { x: -120, y: 40, scale: 0.7 };
        const after = zoom(before, by, at);
        const [was, is] = [toDrawing(before, at), toDrawing(after, at)];
        expect(is.x).toBeCloseTo(was.x, 6);
        expect(is.y).toBeCloseTo(was.y, 6);
        expect(after.scale).toBeGreaterThanOrEqual(0.08);
        expect(after.scale).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('cannot be moved so far that nothing is left to be seen', () => {
    const drawing = { width: 1000, height: 1000 };
    const far = pan({ x: 0, y: 0, scale: 1 }, { x: -9000, y: 9000 }, drawing, pane);
    expect(far).toEqual({ scale: 1, x: 48 - 1000, y: 600 - 48 });
  });

  it('moves no further than is needed to show a node', () => {
    const still = { x: 0, y: 0, scale: 1 };
    expect(bringIntoSight(still, { x: 50, y: 50, width: 100, height: 40 }, pane)).toEqual(still);
    expect(bringIntoSight(still, { x: 900, y: 50, width: 100, height: 40 }, pane)).toEqual({
      scale: 1,
      x: 800 - 16 - 1000,
      y: 0,
    });
    expect(bringIntoSight(still, { x: 50, y: -80, width: 100, height: 40 }, pane).y).toBe(96);
  });

  it('stays within what is larger than the window', () => {
    const inside = { x: -100, y: -100, scale: 1 };
    const huge = { x: 0, y: 0, width: 5000, height: 5000 };
    expect(bringIntoSight(inside, huge, pane)).toEqual(inside);
  });
});
