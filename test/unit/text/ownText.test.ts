import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ownText } from '../../../server/src/core/text/ownText';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

function heapInUse(): number {
  gc();
  return process.memoryUsage().heapUsed;
}

test('a part of a text does not keep the whole, however long it is', () => {
  const before = heapInUse();
  const parts = Array.from({ length: 64 }, (_, number) => {
    const whole = `${'…'.repeat(200_000)}${number} of sixty-four parts`;
    return ownText(whole.slice(-24));
  });
  expect(heapInUse() - before).toBeLessThan(4_000_000);
  expect(parts[7]).toBe('………7 of sixty-four parts');
  expect(ownText('short')).toBe('short');
});
