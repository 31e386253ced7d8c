import type { Frame } from 'playwright-core';

/** What frames cost while something scrolled, in milliseconds. */
export interface FrameTimes {
  readonly frames: number;
  /** From the beginning of a frame until all that was to be done for it is done: scripts, styles, layout, paint. */
  readonly work: { readonly median: number; readonly p95: number; readonly most: number };
  /** From one frame to the next: not less than the screen takes. */
  readonly interval: { readonly median: number; readonly p95: number; readonly most: number };
}

/**
 * Scrolls an element of a webview to and fro, a step at each frame, and measures the frames.
 * @param step how far it scrolls in a frame, in CSS pixels, down and to the right
 */
export function frameTimes(
  frame: Frame,
  selector: string,
  step: readonly [down: number, right: number],
  frames: number,
): Promise<FrameTimes> {
  return frame.evaluate(
    async ({ selector, down, right, frames }) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`There is no ${selector}.`);
      const work: number[] = [];
      const interval: number[] = [];
      const { port1, port2 } = new MessageChannel();
      let [x, y, last] = [right, down, 0];
      for (let count = 0; count < frames; count++) {
        const begun = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        const start = performance.now();
        const { scrollTop, scrollHeight, clientHeight, scrollLeft, scrollWidth, clientWidth } =
          element;
        if (scrollTop + y < 0 || scrollTop + y > scrollHeight - clientHeight) y = -y;
        if (scrollLeft + x < 0 || scrollLeft + x > scrollWidth - clientWidth) x = -x;
        element.scrollBy(x, y);
        // A message that is posted in a frame is heard once the frame is done.
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(undefined);
        });
        work.push(performance.now() - start);
        if (last > 0) interval.push(begun - last);
        last = begun;
      }
      const at = (times: readonly number[]) => {
        const sorted = [...times].sort((a, b) => a - b);
        const part = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
        return { median: part(0.5), p95: part(0.95), most: part(1) };
      };
      return { frames, work: at(work), interval: at(interval) };
    },
    { selector, down: step[0], right: step[1], frames },
  );
}
