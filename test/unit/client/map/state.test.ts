import { describe, expect, it } from 'vitest';
import { initialState, reduce, type State } from '../../../../client/src/panels/web/map/state';

const node = (key: string, isCollapsible: boolean) => ({
  key,
  role: 'mechanism' as const,
  label: key,
  mark: '',
  detail: '',
  text: key,
  isCollapsed: false,
  isCollapsible,
  missing: [],
});

function shown(state = initialState({})): State {
  const map = { title: '', nodes: [node('#m', true), node('#s', false)], edges: [] };
  const { choice } = state;
  return reduce(state, {
    type: 'heard',
    message: { type: 'map', uri: 'file:///a.md', choice, map, mechanisms: [] },
  });
}

describe('the state of the map', () => {
  it('begins with what was kept, and with the defaults of what was not', () => {
    const kept = { uri: 'file:///a.md', choice: { evidence: true } } as never;
    expect(initialState(kept)).toMatchObject({
      uri: 'file:///a.md',
      follow: true,
      choice: { evidence: true, claims: false, tests: true, collapsed: [] },
    });
  });

  it('folds all that can be folded, and unfolds all once everything is', () => {
    const folded = reduce(shown(), { type: 'foldedAll' });
    expect(folded.choice.collapsed).toEqual(['#m']);
    expect(reduce(folded, { type: 'foldedAll' }).choice.collapsed).toEqual([]);
  });

  it('folds one node and unfolds it', () => {
    const folded = reduce(shown(), { type: 'folded', key: '#m' });
    expect(folded.choice.collapsed).toEqual(['#m']);
    expect(reduce(folded, { type: 'folded', key: '#m' }).choice.collapsed).toEqual([]);
  });

  it('is focused on a mechanism from a view, and shows all again', () => {
    const focused = reduce(shown(), { type: 'heard', message: { type: 'focus', id: 'm-a' } });
    expect(focused.choice.focus).toBe('m-a');
    expect('focus' in reduce(focused, { type: 'unfocused' }).choice).toBe(false);
  });

  it('keeps the map in the background while the file in front takes no part', () => {
    const state = shown();
    const { choice } = state;
    const message = {
      type: 'map',
      uri: 'file:///b.md',
      choice,
      map: null,
      mechanisms: [],
    } as const;
    const away = reduce(state, { type: 'heard', message });
    expect(away).toMatchObject({ isMissing: true, map: state.map });
    expect(shown(away).isMissing).toBe(false);
  });

  it('tells why there is no map until there is one', () => {
    const message = { type: 'unavailable', reason: 'It failed.' } as const;
    const failed = reduce(shown(), { type: 'heard', message });
    expect(failed.reason).toBe('It failed.');
    expect(shown(failed).reason).toBeUndefined();
  });
});
