import type { TextRange } from '../text/range';

/** A range in a configuration, which takes another place when the text around it is edited. */
class ConfigRange implements TextRange {
  start: number;
  end: number;

  constructor({ start, end }: TextRange) {
    this.start = start;
    this.end = end;
  }

  toJSON(): TextRange {
    return { start: this.start, end: this.end };
  }
}

/** The same configuration, with ranges that {@link takePlaces} can move. */
export function withMovablePlaces<T extends object>(config: T): T {
  const known = new Map<object, unknown>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    let copied = known.get(value);
    if (copied === undefined) {
      if (Array.isArray(value)) copied = value.map(copy);
      else if (isRange(value)) copied = new ConfigRange(value);
      else copied = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)]));
      known.set(value, copied);
    }
    return copied;
  };
  return copy(config) as T;
}

/**
 * Moves the places of a configuration to those of one that says the same, but for its `text`, which is taken over.
 * @returns whether it says the same; else nothing is changed
 */
export function takePlaces<T extends { readonly text: string }>(config: T, now: T): boolean {
  const moves: (() => void)[] = [];
  if (!isSame({ ...config, text: '' }, { ...now, text: '' }, moves)) return false;
  for (const move of moves) move();
  Object.assign(config, { text: now.text });
  return true;
}

function isSame(a: unknown, b: unknown, moves: (() => void)[]): boolean {
  if (a instanceof ConfigRange && b instanceof ConfigRange) {
    moves.push(() => {
      a.start = b.start;
      a.end = b.end;
    });
    return true;
  }
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const [own, others] = [Object.entries(a), Object.entries(b)];
  return (
    own.length === others.length &&
    own.every(([key, value], index) => {
      const other = others[index];
      return key === other?.[0] && isSame(value, other[1], moves);
    })
  );
}

function isRange(value: object): value is TextRange {
  const keys = Object.keys(value);
  return keys.length === 2 && 'start' in value && 'end' in value;
}
