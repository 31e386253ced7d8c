import { expect, test } from 'vitest';
import { markedQuotations } from '../../../../server/src/core/sources/quotations/marks';

test.each([
  ['English, curly', 'She said “we did ‘that’ once”, and left.', 'we did ‘that’ once'],
  ['English, single', 'She said ‘we didn’t do “that” once’, and left.', 'we didn’t do “that” once'],
  [
    'English, straight',
    "She said \"we didn't do 'that' once\", and left.",
    "we didn't do 'that' once",
  ],
  ['Dutch, low', 'Zij zei: „wij deden ‘dat’ ooit”, en ging.', 'wij deden ‘dat’ ooit'],
  ['German, low', 'Sie sagte: „wir haben ‚das‘ getan“, und ging.', 'wir haben ‚das‘ getan'],
  ['German, guillemets', 'Sie sagte: »wir haben ›das‹ getan«, und ging.', 'wir haben ›das‹ getan'],
  ['French, narrow blanks', 'Elle dit : «\u202fon a fait “ça”\u202f», et part.', 'on a fait “ça”'],
  ['French, no blanks', 'Elle dit : «on a fait “ça”», et part.', 'on a fait “ça”'],
  ['French, nested alike', 'Elle dit : « on a fait « ça » ici », et part.', 'on a fait « ça » ici'],
  ['Spanish', 'Dijo: «lo hicimos “así” una vez», y se fue.', 'lo hicimos “así” una vez'],
  [
    'Spanish, inverted',
    'Dijo: «¿lo hicimos ‘así’ una vez?», y se fue.',
    '¿lo hicimos ‘así’ una vez?',
  ],
])('%s: %s', (_, text, inside) => {
  expect(markedQuotations(text).map((one) => text.slice(one.inside.start, one.inside.end))).toEqual(
    [inside],
  );
});
