import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chosenRows } from '../../../client/src/views/chosenRows';

type Trees = Parameters<typeof chosenRows>[0];
type Row = ReturnType<typeof chosenRows>[number];

const row = (id: string): Row => ({
  id,
  item: { role: 'claim', label: id, description: '', missing: 0, children: [] },
});
const tree = (name: string, ...selection: Row[]): Trees[number] => ({
  name,
  view: { selection } as unknown as Trees[number]['view'],
});

const CLAIM = row('claim');
const STEP = row('step');
// Both have a selection, as they have while views follow the cursor.
const trees = [tree('warrant.mechanisms', STEP), tree('warrant.claims', CLAIM)];

describe('the rows that a command is about', () => {
  it('are those selected in the view that has the focus, for a key', () => {
    expect(chosenRows(trees, 'warrant.mechanisms')).toEqual([STEP]);
    expect(chosenRows(trees, 'warrant.claims')).toEqual([CLAIM]);
  });

  it('are those of the menu, or the one of the button', () => {
    const other = row('other');
    expect(chosenRows(trees, other, [other, CLAIM])).toEqual([other, CLAIM]);
    expect(chosenRows(trees, other)).toEqual([other]);
  });

  it('are none where nothing says which', () => {
    expect(chosenRows(trees, undefined)).toEqual([]);
  });
});

it('each key for rows hands over the view that has the focus', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { keybindings: { command: string; args?: string; when: string }[] };
  };
  const keys = contributes.keybindings.filter(({ command }) => command.startsWith('warrant.row.'));

  expect(keys).toHaveLength(3 * 4);
  for (const { args, when } of keys) expect(when).toContain(`focusedView == ${args ?? 'none'} `);
});
