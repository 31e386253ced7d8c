import type { CDPSession, Frame } from 'playwright-core';

/** Milliseconds: the one in the middle, the one that a twentieth exceed, and the longest. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** What frames cost while something scrolled. */
export interface FrameTimes {
  /** What the main thread was at work for a frame: processor time, so that other programs do not count. */
  readonly work: Spread;
  /** From the beginning of a frame until all that was to be done for it was done, as a clock shows it. */
  readonly elapsed: Spread;
}

/**
 * Scrolls an element of a webview to and fro, a step at each frame, and measures the frames.
 * @param step how far it scrolls in a frame, in CSS pixels
 */
export async function frameTimes(
  frame: Frame,
  selector: string,
  step: { readonly down: number; readonly right: number },
  frames: number,
): Promise<FrameTimes> {
  const session = await sessionOf(frame);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work: number[] = [];
  const elapsed: number[] = [];
  let { down, right } = step;
  for (let count = 0; count < frames; count++) {
    const before = await taskTime(session);
    const done = await frame.evaluate(scrollOnce, { selector, down, right });
    work.push((await taskTime(session)) - before);
    elapsed.push(done.elapsed);
    if (done.isAtEnd) [down, right] = [-down, -right];
  }
  await session.detach();
  return { work: spreadOf(work), elapsed: spreadOf(elapsed) };
}

/** A webview of another origin may have a process of its own. */
async function sessionOf(frame: Frame): Promise<CDPSession> {
  const context = frame.page().context();
  try {
    return await context.newCDPSession(frame);
  } catch {
    return context.newCDPSession(frame.page());
  }
}

/** Milliseconds that the main thread has been at work (Chrome DevTools Protocol §Performance). */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** One frame; it runs in the webview. */
async function scrollOnce(asked: { selector: string; down: number; right: number }) {
  const element = document.querySelector(asked.selector);
  if (!element) throw new Error(`There is no ${asked.selector}.`);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  const { scrollTop, scrollLeft } = element;
  element.scrollBy(asked.right, asked.down);
  // A message that is posted in a frame is heard once the frame is done.
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  const isStill = element.scrollTop === scrollTop && element.scrollLeft === scrollLeft;
  return {
    elapsed: performance.now() - start,
    isAtEnd: isStill && (asked.down !== 0 || asked.right !== 0),
  };
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const part = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: part(0.5), p95: part(0.95), most: part(1) };
}
