import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keysOfText,
  leafWords,
  numberOf,
  wordsOf,
  wordsOfText,
} from '../../server/src/core/project';
import { buildLexicon } from '../../server/src/core/project/lexicon';
import { VariantFinder } from '../../server/src/core/rules/shared/variantFinder';
import { parse } from '../../server/src/core/syntax';
import { projectFrom } from '../tools/project';

/** Words of the terms below, slips in them, and markup of all sorts around and inside them. */
const PIECES = [
  ...['learning', 'platform', 'platforms', 'Learning', 'platfrom', 'lerning', 'return', 'on', 'of'],
  ...['investment', 'compliance', 'complience', 'firm', 'firm’s', "firm's", 'café', 'cafe\u0301'],
  ...['calc', 'ulative', 'LP', 'lp', 'the', 'n', "o'clock", '90s', '7', 'Müller', 'ΛΟΓΟΣ', 'λόγος'],
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    '\n',
    '-',
    '--',
    '–',
    '\u00A0',
    '  ',
    '\u00AD',
    ', ',
    '. ',
    ' | ',
  ],
  ...[
    '*',
    '**',
    '_',
    '[',
    ']',
    '](x)',
    ']{.a b="learning c"}',
    '{',
    '}',
    '(',
    ')',
    '`',
    '$',
    '^',
    '~',
  ],
  ...[
    '~~',
    '\\',
    '&amp;',
    '&eacute;',
    '&#233;',
    '<b>',
    '</b>',
    '<!-- platform -->',
    '[@ring, p. 3]',
  ],
  ...[
    '@ring',
    '^[learning]',
    '[^n]',
    '\\foo ',
    '![learning](y.png)',
    '> ',
    '’',
    '‘',
    '“',
    '”',
    '"',
  ],
  ...[
    "'",
    'https://learning.org/platform',
    'a@firm.org',
    '\n\n',
    '\n\n# ',
    '\n\n- ',
    '\n\n> ',
    '\n\n: ',
  ],
  ...[
    '\n\n| a | learning |\n|---|---|\n| platform | b |\n\n',
    '[]{.evidence}',
    ']{.construct ref=k-b}',
  ],
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((list) => list.join(''));

/** What plain prose is made of. */
const prose = fc
  .array(
    fc.constantFrom(
      'the *forum* of',
      'firms,',
      '“they”',
      '[learning]{.x #y} and',
      '[@ring].',
      '(so',
      'on)',
    ),
  )
  .map((list) => list.join(' '));

const DEFINITIONS = `
[a standing forum in which firms learn]{.construct #k-a term="learning platform" alias="LP; λόγος"}
[what comes back to a firm in time]{.construct #k-b term="return on investment" alias="firm’s café"}
[doing what is asked of one here]{.construct #k-c term=compliance alias=calculative}
`;
const TERMS = ['learning platform', 'return on investment', 'compliance', 'calculative', 'λόγος'];

const runs = { numRuns: 3000 };

/** The blocks of a text, each with all that a reader sees of it and with its words in the source. */
function blocksOf(text: string) {
  const document = parse(`${text}\n\n[^n]: A note.`);
  return document.leaves.map((leaf) => ({
    seen: wordsOf(document, leaf),
    written: leafWords(leaf),
  }));
}

describe('the words of a block as they stand in the source', () => {
  test('are all that a reader sees, where they are said to be', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const { seen, written } of blocksOf(text)) {
          if (!written.isSure) continue;
          const { table, entries, start, end } = written;
          const own = entries.subarray(start, end);
          const known = new Set(Array.from(own, (entry) => table.word(numberOf(entry))));
          expect(seen.filter(({ stem }) => !known.has(stem))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('show every construct that may be used', async () => {
    const lexicon = buildLexicon(await projectFrom({ 'paper.md': DEFINITIONS }));
    fc.assert(
      fc.property(soup, (text) => {
        for (const { seen, written } of blocksOf(text)) {
          const used = seen.flatMap((_, index) => lexicon.longestAt(seen, index) ?? []);
          const shown = new Set(lexicon.keysIn(written));
          expect(used.filter(({ construct }) => !shown.has(construct.key))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('show every term that may have a variant', () => {
    const finder = new VariantFinder(
      TERMS.map((wording) => ({ owner: wording, wording, words: wording.split(' ') })),
    );
    fc.assert(
      fc.property(soup, (text) => {
        for (const { seen, written } of blocksOf(text)) {
          const shown = finder.termsIn(written);
          const found = [...finder.find(seen)].filter(({ term }) => shown?.has(term) === false);
          expect(found).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('have the same keys, one by one and as one text', () => {
    const plain = [
      ' ',
      ' ',
      "'",
      '’',
      "'s",
      'n',
      'The',
      '3',
      '/',
      '“',
      'www.',
      ':',
      '—',
      '\n',
      '_',
      's',
    ];
    const quotation = fc
      .array(fc.constantFrom(...plain, ...PIECES), { maxLength: 12 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(quotation, soup, prose), (text) => {
        expect(keysOfText(text)).toBe(
          wordsOfText(text)
            .map(({ key }) => key)
            .join(' '),
        );
      }),
      runs,
    );
  });

  test('tell most blocks of prose from those that need a closer look', () => {
    const sure = fc
      .sample(prose, 200)
      .flatMap((text) => blocksOf(text).map((block) => block.written));
    expect(sure.filter(({ isSure }) => !isSure)).toEqual([]);
  });
});
