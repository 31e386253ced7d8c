import { expect, test } from 'vitest';
import { reportQuotations } from '../../../../server/src/core/features/quotationReport';
import { projectFrom } from '../../../tools/project';

/** A document as pdftotext writes it: running heads, page numbers, a hyphen at the end of a line, form feeds. */
const PAPER = [
  `The Works and its suppliers

Trust is what holds firms like ours together, and it is built on the yard, where
crews look at each other's sites and come home with a list that nobody has writ-
ten down before. What the contract

1
`,
  `The Works and its suppliers

says is read once a year; what the crews say is heard every day.

2
`,
  `The Works and its suppliers

Firms joined because staying out would have cost them orders. Nobody asked for

3
`,
  `The Works and its suppliers

the bonus, and 12 of them left.
4
`,
].join('\f');

const study = (words: string, text = PAPER) =>
  projectFrom({
    'warrant.yaml': 'sources: [{id: paper, kind: document, file: paper.txt}]\n',
    'paper.txt': text,
    'paper.md': `["${words}"]{.evidence source=paper display=context}\n`,
  });

async function found(words: string, text?: string) {
  const [quotation] = reportQuotations(await study(words, text)).quotations;
  return [quotation?.state, quotation?.passage?.place];
}

test.each([
  ['on one page', 'Firms joined because staying out would have cost them orders', 'p. 3'],
  ['over the end of a line', 'come home with a list that nobody has written down before', 'p. 1'],
  ['over the end of a page', 'What the contract says is read once a year', 'p. 1'],
  ['over a page with a number in it', 'Nobody asked for the bonus, and 12 of them left', 'p. 3'],
])('a quotation %s is verbatim, and its page is known', async (_, words, place) => {
  expect(await found(words)).toEqual(['verbatim', place]);
});

test('what stands in the text is text, though it comes again', async () => {
  const lines = [
    'We signed and we stayed.',
    'Then',
    'came',
    'We signed and we stayed.',
    'more',
    'and',
  ];
  const pages = [1, 2].map((page) => [...lines, `of it ${page}.`].join('\n'));
  expect(await found('We signed and we stayed', pages.join('\f'))).toEqual(['verbatim', 'p. 1']);
});

test('a number that belongs to a sentence is no page number', async () => {
  const text =
    'Asked how many had left the yard, he said at once\f12 of the men had gone by then.\n';
  expect(await found('he said at once 12 of the men had gone by then', text)).toEqual([
    'verbatim',
    'p. 1',
  ]);
});

const CREWS = ['north', 'south', 'east', 'west', 'harbour', 'town', 'hill', 'river', 'island'];

/** A page of an interview for each crew, with something of its own at the top and at the end. */
const pagesWith = (end: (page: number) => string, head = '') =>
  CREWS.map((crew, page) =>
    [
      `${head}Q: Did the ${crew} stay?`,
      `I heard that ${crew} people left.`,
      `R1: Some of the ${crew} stayed.`,
      'They had signed.',
      `Then the ${crew} was paid.`,
      end(page),
      '',
    ].join('\n'),
  ).join('\f');

test.each([
  ['short', 'Yes.', 'Then the east was paid. Yes.'],
  ['short and without a stop', 'Of course', 'Then the east was paid. Of course'],
  [
    'said by somebody else',
    'R2: We have always worked like that',
    'We have always worked like that',
  ],
  ['a sentence', 'That is how it was.', 'Then the east was paid. That is how it was.'],
])('an answer at the end of several pages is text: %s', async (_, answer, words) => {
  const pages = new Set([2, 5, 8]);
  const text = pagesWith((page) => (pages.has(page) ? answer : `R2: And the ${CREWS[page]} came.`));
  expect((await found(words, text))[0]).toBe('verbatim');
});

test.each([
  'Confidential',
  'Smith et al.',
  'Interview 3 with the owner',
  'We never signed a thing.',
])('a head of each page is none: %s', async (head) => {
  const text = pagesWith((page) => `So ${CREWS[page]} people went on and`, `${head}\n\n`);
  const across = text.replace('Q: Did the west stay?\n', 'with it.\n');
  const words = 'So east people went on and with it. I heard that west people left.';
  expect((await found(words, across))[0]).toBe('verbatim');
});
