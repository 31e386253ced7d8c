import type { Pace } from '../core/ports';

/** How long the server may work at one thing, in milliseconds: an answer may come so much later. */
const SLICE = 12;

/** Lets the messages of the client in between the slices of long work. */
export function slices(): Pace {
  let start = performance.now();
  return {
    isDue: () => performance.now() - start > SLICE,
    pause: async () => {
      await turn();
      start = performance.now();
    },
  };
}

/** How many questions and notes of clients have been taken up. */
let taken = 0;

/** After so many turns in which nothing is taken up, nothing waits: the first may have begun before it was read. */
const QUIET_TURNS = 2;

/** In milliseconds: a flood of messages may put off an answer, and not prevent it. */
const LONGEST_WAIT = 500;

let lastWait: Promise<void> = Promise.resolve();

/** Takes note that a question or a note of a client is taken up, which {@link untilMessagesAreIn} waits for. */
export function takenUp(): void {
  taken++;
}

/**
 * Lets all messages in that wait. Who waits at the same time comes one after the other, so that messages are let in
 * between what they do then.
 * @param isOver whether nobody waits any more, by what has come meanwhile
 */
export function untilMessagesAreIn(isOver: () => boolean): Promise<void> {
  lastWait = lastWait.then(() => untilNothingComes(isOver));
  return lastWait;
}

async function untilNothingComes(isOver: () => boolean): Promise<void> {
  const end = performance.now() + LONGEST_WAIT;
  for (let quiet = 0; quiet < QUIET_TURNS && !isOver() && performance.now() < end;) {
    const before = taken;
    await turn();
    quiet = taken === before ? quiet + 1 : 0;
  }
}

/** What is timed comes after some of the messages that wait, in Node as in a web worker. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
