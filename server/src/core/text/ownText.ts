/**
 * The same text, in memory of its own: a part of a string keeps the whole string, which is a waste where only the part is
 * needed for long.
 */
export function ownText(text: string): string {
  // What is put together is copied when a part of it is taken.
  return text.length < SHORTEST_PART ? text : ` ${text}`.slice(1);
}

/** Shorter parts of a string are copied in any case. */
const SHORTEST_PART = 13;
