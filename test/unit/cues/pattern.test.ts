import { expect, test } from 'vitest';
import { compile, find } from '../../../server/src/core/cues/pattern';

function findIn(phrase: string, text: string): string | undefined {
  const tokens = text.split(' ');
  const found = find(
    compile([phrase], { show: ['show', 'reveal'], our: ['our', 'my'] }),
    tokens,
  )[0];
  return found && tokens.slice(found.start, found.end).join(' ');
}

test.each([
  ['we find', 'then we find that', 'we find'],
  ['we/i find', 'then i find that', 'i find'],
  ['<our> data <show>', 'and my data reveal this', 'my data reveal'],
  ['<our>/the data', 'the data', 'the data'],
  ['we (also) find', 'we find', 'we find'],
  ['we (also) find', 'we also find', 'we also find'],
  ['(we) find', 'they find', 'find'],
  ['we .. find', 'we do not often find', 'we do not often find'],
  ['we .. find', 'we do not so often find', undefined],
  ['we ... find', 'we do not so often find', 'we do not so often find'],
  ['we ... find', 'we do so ; they find', undefined],
  ['hypothes* that', 'we hypothesize that', 'hypothesize that'],
  ['*onderzoek', 'het vervolgonderzoek', 'vervolgonderzoek'],
  ['a * of', 'a form of', 'a form of'],
  ['^ we', '^ we', '^ we'],
  ['^ we', '^ then we', undefined],
  ['we find', 'we we find', 'we find'],
])('“%s” in “%s”', (phrase, text, found) => {
  expect(findIn(phrase, text)).toBe(found);
});

test('what one search began does not go on in the next', () => {
  const automaton = compile(['a b', 'a ... c'], {});
  expect(find(automaton, ['a'])).toEqual([]);
  expect(find(automaton, ['b', 'c'])).toEqual([]);
  expect(find(automaton, ['a', 'b'])).toEqual([{ phrase: 0, start: 0, end: 2 }]);
});

test('all phrases are found in one pass', () => {
  const automaton = compile(['a b', 'b c', 'c'], {});
  const found = find(automaton, ['a', 'b', 'c']).map(({ phrase }) => phrase);
  expect(found.sort()).toEqual([0, 1, 2]);
  expect(find(automaton, ['c', 'a'])).toEqual([{ phrase: 2, start: 0, end: 1 }]);
});
