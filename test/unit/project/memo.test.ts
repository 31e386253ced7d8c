import { expect, test } from 'vitest';
import { Memo } from '../../../server/src/core/project/memo';

test('what is dropped is told of once, also where it was still being computed', async () => {
  const dropped: string[] = [];
  const memo = new Memo<string>((value) => dropped.push(value));
  let finish: (value: string) => void = () => undefined;
  const early = memo.get('key', (dependencies) => {
    dependencies.add('file:///a.md');
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  memo.invalidate('file:///a.md');
  const late = memo.get('key', (dependencies) => {
    dependencies.add('file:///a.md');
    return Promise.resolve('late');
  });
  finish('early');
  expect(await Promise.all([early, late])).toEqual(['early', 'late']);
  expect(dropped).toEqual(['early']);
  memo.invalidate('file:///a.md');
  expect(dropped).toEqual(['early', 'late']);
  expect([...memo.settled()]).toEqual([]);
});
