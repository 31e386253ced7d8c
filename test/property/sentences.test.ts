import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiveFacts, VOCABULARY } from '../../server/src/core/model';
import { citationsIn, citesIn } from '../../server/src/core/project/sentences';
import { parse } from '../../server/src/core/syntax';

const PIECES = [
  ...[
    'Firms',
    'trust',
    'each other',
    ' ',
    ' ',
    ' ',
    ' ',
    '. ',
    '.',
    ', ',
    '? ',
    '… ',
    ' (so',
    ') ',
    '\n',
  ],
  ...[
    '[Trust grew]{.claim}',
    '[It did.]{.claim note="a. b"}',
    '[“It *did*.”]{.claim}',
    '[x @in y]{.claim}',
  ],
  ...[
    ' [@ring]',
    ' [@ring, p. 3].',
    ' @ring says ',
    '[^n]',
    '^[See @ring.]',
    '`a. b`',
    '$x$',
    ' et al. ',
  ],
  ...[
    '\n\n',
    '\n\n> ',
    '\n\n- ',
    '“',
    '”',
    '!',
    '&amp;',
    '<!-- [@no] -->',
    '[a](b. c)',
    ' e.g. ',
    ': ',
  ],
];
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((list) => list.join(''));

test('whether a sentence cites is told as by reading all of it', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const document = parse(`${text}\n\n[^n]: As @kelman has it.\n`);
      const { noteOf } = new LiveFacts('file:///a.md', document, VOCABULARY);
      for (const { range, contentRange } of document.elements) {
        for (const asked of [range, contentRange]) {
          const cites = citationsIn(document, asked, noteOf).length > 0;
          expect(citesIn(document, asked, noteOf)).toBe(cites);
        }
      }
    }),
    { numRuns: 3000 },
  );
});
