import { expect, it } from 'vitest';
import { spoken } from '../../../client/src/views/spokenRow';

const mechanism = { role: 'mechanism', label: 'sorting', description: '2 steps' } as const;

it('says of a row what its icon and its badge show', () => {
  expect(spoken(mechanism, '1 thing is missing')).toBe(
    'mechanism, sorting, 2 steps, 1 thing is missing',
  );
  expect(spoken({ ...mechanism, state: 'contested' }, '')).toBe(
    'mechanism, sorting, contested, 2 steps',
  );
  expect(spoken({ ...mechanism, role: 'claim', state: 'supported' }, '')).toBe(
    'claim, sorting, supported, 2 steps',
  );
});

it('says no state twice', () => {
  const description = 'finding · contested';
  expect(spoken({ role: 'claim', label: 'Trust', description, state: 'contested' }, '')).toBe(
    'claim, Trust, finding · contested',
  );
});
