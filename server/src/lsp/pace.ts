import type { Pace } from '../core/ports';

/** How long the server may work at one thing, in milliseconds: an answer may come so much later. */
const SLICE = 12;

/** Lets the messages of the client in between the slices of long work. */
export function slices(): Pace {
  let start = performance.now();
  return {
    isDue: () => performance.now() - start > SLICE,
    pause: async () => {
      await untilMessagesAreIn();
      start = performance.now();
    },
  };
}

/** Lets the messages in that wait: what is timed comes after them, in Node as in a web worker. */
export function untilMessagesAreIn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
