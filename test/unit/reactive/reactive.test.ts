import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Change,
  KeyedSignals,
  Settled,
  Signal,
  trackChange,
  untracked,
  Watcher,
  WatchQueue,
} from '../../../server/src/core/reactive';

/** A watcher that writes down what it sees. */
function watch<T>(read: () => T) {
  const queue = new WatchQueue();
  const seen: T[] = [];
  const watcher = new Watcher(queue, () => seen.push(read()));
  queue.flush();
  return { queue, seen, watcher };
}

describe('a watcher', () => {
  test('runs again when what it read has changed, and only then', () => {
    const a = new Signal(1);
    const b = new Signal(10);
    const { queue, seen } = watch(() => a.value);
    b.value = 11;
    expect(queue.isEmpty).toBe(true);
    a.value = 2;
    queue.flush();
    expect(seen).toEqual([1, 2]);
  });

  test('does not run again where a value came back, or what was derived stayed the same', () => {
    const a = new Signal(1);
    const derived = new WatchQueue();
    const sign = new Settled(derived, () => Math.sign(a.value));
    const { queue, seen } = watch(() => sign.value);
    a.value = 5;
    derived.flush();
    a.value = -5;
    a.value = 5;
    derived.flush();
    // It did not even have to look.
    expect(queue.isEmpty).toBe(true);
    a.value = -5;
    derived.flush();
    queue.flush();
    expect(seen).toEqual([1, -1]);
  });

  test('that does not wait runs when it is told to, and knows whether that can ever be again', () => {
    const queue = new WatchQueue();
    const isAsked = new Signal(true);
    const seen: boolean[] = [];
    let read = () => false;
    const watcher = new Watcher(queue, () => seen.push(read()), false);
    expect(queue.isEmpty).toBe(true);
    watcher.run();
    expect([seen, watcher.hasRead]).toEqual([[false], false]);
    read = () => isAsked.value;
    watcher.run();
    expect([seen, watcher.hasRead]).toEqual([[false, true], true]);
    isAsked.value = false;
    queue.flush();
    expect(seen).toEqual([false, true, false]);
  });

  test('forgets what it does not read any more', () => {
    const which = new Signal(true);
    const a = new Signal('a');
    const b = new Signal('b');
    const { queue, seen } = watch(() => (which.value ? a.value : b.value));
    which.value = false;
    queue.flush();
    a.value = 'other';
    expect(queue.isEmpty).toBe(true);
    b.value = 'c';
    queue.flush();
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  test('never runs again once it is disposed of', () => {
    const a = new Signal(1);
    const { queue, seen, watcher } = watch(() => a.value);
    a.value = 2;
    watcher.dispose();
    queue.flush();
    a.value = 3;
    queue.flush();
    expect(seen).toEqual([1]);
  });

  test('does not depend on what is read untracked', () => {
    const a = new Signal(1);
    const { queue } = watch(() => untracked(() => a.value));
    a.value = 2;
    expect(queue.isEmpty).toBe(true);
  });
});

test('a table keeps nothing under a key that nobody reads any more', () => {
  const looked: string[] = [];
  const table = new KeyedSignals((key: string) => {
    looked.push(key);
    return key.length;
  });
  const first = watch(() => table.get('smith'));
  const second = watch(() => table.get('smith'));
  expect(looked).toEqual(['smith']);
  first.watcher.dispose();
  watch(() => table.get('smith')).watcher.dispose();
  expect(looked).toEqual(['smith']);
  second.watcher.dispose();
  table.refresh('smith');
  expect(looked).toEqual(['smith']);
  const third = watch(() => table.get('smith'));
  expect(looked).toEqual(['smith', 'smith']);
  expect(third.seen).toEqual([5]);
});

test('a change without a value is heard each time', () => {
  const change = new Change();
  let runs = 0;
  const { queue } = watch(() => {
    change.track();
    return runs++;
  });
  change.announce();
  queue.flush();
  change.announce();
  queue.flush();
  expect(runs).toBe(3);
});

test('a change that nobody can be told of is not made', () => {
  expect(trackChange(undefined)).toBeUndefined();
  let change: Change | undefined;
  let runs = 0;
  const { queue } = watch(() => {
    change = trackChange(change);
    return runs++;
  });
  change?.announce();
  queue.flush();
  expect(runs).toBe(2);
});

describe('a derived value', () => {
  test('that nobody watches is right all the same, and does not wait', () => {
    const derived = new WatchQueue();
    const a = new Signal(1);
    const double = new Settled(derived, () => a.value * 2);
    expect(double.value).toBe(2);
    a.value = 4;
    expect(derived.isEmpty).toBe(true);
    expect(double.value).toBe(8);
  });

  test('that was asked for before it was its turn tells its other readers', () => {
    const derived = new WatchQueue();
    const a = new Signal(1);
    const double = new Settled(derived, () => a.value * 2);
    const { queue, seen } = watch(() => double.value);
    a.value = 4;
    expect(double.value).toBe(8);
    queue.flush();
    expect(seen).toEqual([2, 8]);
  });

  test('that throws is tried again, and its readers are told', () => {
    const derived = new WatchQueue();
    const a = new Signal(1);
    const inverse = new Settled(derived, () => {
      if (a.value === 0) throw new Error('no inverse');
      return 1 / a.value;
    });
    const { queue, seen } = watch(() => {
      try {
        return inverse.value;
      } catch {
        return 'none';
      }
    });
    a.value = 0;
    expect(() => inverse.value).toThrow('no inverse');
    queue.flush();
    a.value = 4;
    derived.flush();
    queue.flush();
    expect(seen).toEqual([1, 'none', 0.25]);
  });

  test('is forgotten with its last reader', () => {
    const derived = new WatchQueue();
    const a = new Signal(1);
    let forgotten = 0;
    const double = new Settled(
      derived,
      () => a.value * 2,
      () => forgotten++,
    );
    const { watcher } = watch(() => double.value);
    a.value = 2;
    watcher.dispose();
    expect([forgotten, derived.isEmpty, double.value]).toEqual([1, true, 4]);
  });
});

test('whatever is written, all that is derived is what it would be if it were computed afresh', () => {
  const write = fc.record({ at: fc.nat(5), value: fc.nat(3) });
  fc.assert(
    fc.property(
      fc.array(write, { maxLength: 30 }),
      fc.array(fc.nat(9), { maxLength: 8 }),
      (writes, asked) => {
        const inputs = Array.from({ length: 6 }, (_, index) => new Signal(index % 3));
        const at = (index: number) => inputs[index]?.value ?? 0;
        // Each reads another input depending on what an earlier one says.
        const waiting = new WatchQueue();
        const derived = [0, 1, 2, 3].map(
          (start) => new Settled(waiting, () => at((at(start) + start) % 6)),
        );
        const sum = new Settled(waiting, () =>
          derived.reduce((total, { value }) => total + value, 0),
        );
        const { queue, seen } = watch(() => sum.value);
        writes.forEach(({ at: index, value }, step) => {
          const input = inputs[index];
          if (input) input.value = value;
          if (!asked.includes(step % 10)) return;
          waiting.flush();
          queue.flush();
        });
        waiting.flush();
        queue.flush();
        const fresh = [0, 1, 2, 3]
          .map((start) => inputs[((inputs[start]?.untracked ?? 0) + start) % 6]?.untracked ?? 0)
          .reduce((total, value) => total + value, 0);
        expect(seen.at(-1)).toBe(fresh);
      },
    ),
    { numRuns: 300 },
  );
});
