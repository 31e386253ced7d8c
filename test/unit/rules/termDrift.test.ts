import { describe, expect, test } from 'vitest';
import { termDrift } from '../../../server/src/core/rules/termDrift';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const define = (term: string, more = '') =>
  `It is [what the firms of our case have in common]{.construct #k term="${term}"${more}}.\n\n`;

describe('term-drift', () => {
  test.each([
    ['a letter too few', 'learning platform', 'The ⟦learning platfrm⟧ met.'],
    ['a letter too many', 'learning platform', 'The ⟦leaarning platform⟧ met.'],
    ['two letters exchanged', 'learning platform', 'The ⟦learning paltform⟧ met.'],
    ['another spelling', 'value internalisation', 'Of ⟦value internalization⟧ we saw much.'],
    ['another spelling of one word', 'internalisation', 'Of ⟦internalization⟧ we saw much.'],
    ['another ending', 'competency', 'Much ⟦competence⟧ was lost.'],
    [
      'another preposition',
      'return on partnership investment',
      'A ⟦return of partnership investment⟧.',
    ],
    ['another order', 'learning platform', 'The ⟦platform learning⟧ began.'],
    ['the words without “of”', 'quality of service', 'The ⟦service quality⟧ fell.'],
    ['a slip in the plural', 'learning platform', 'The ⟦learning paltforms⟧ met.'],
  ])('reports %s', async (_, term, text) => {
    await expectFindings(
      termDrift,
      { 'paper.md': `${define(term)}${text}\n` },
      { messages: [`is nearly the defined term “${term}”`], severity: 'information' },
    );
  });

  test('reports a wording once and says where else it stands', async () => {
    const found = await expectFindings(
      termDrift,
      {
        'paper.md': `${define('learning platform')}The ⟦platform learning⟧, Platform learning and platform-learning.\n`,
      },
      { messages: ['“platform learning” (and 2 more times)'] },
    );
    expect(found[0]?.related).toHaveLength(3);
  });

  test.each([
    [
      'the term, its plural and its possessive',
      'learning platform',
      'Learning platforms; the learning platform’s.',
    ],
    ['a hyphen', 'learning platform', 'The learning-platform.'],
    ['a singular', 'deep structures', 'A deep structure. One routine.'],
    ['a singular of one word', 'competencies', 'A competency.'],
    [
      'other words',
      'learning platform',
      'A learning program, a yearning platform, a burning platform.',
    ],
    ['grammar', 'shared vision', 'The firms share visions and shares vision.'],
    ['an inner plural', 'return on investment', 'The returns on investment.'],
    ['short words', 'trust', 'A truss, a thrust, a tryst, trusts.'],
    ['another word that begins otherwise', 'formalisation', 'A normalisation.'],
    ['words apart', 'learning platform', 'The platform, learning; platform (learning).'],
    [
      'words over the end of a sentence',
      'learning platform',
      'They met on a platform. Learning began.',
    ],
    [
      'a quotation',
      'learning platform',
      'They spoke of “platform learning” and "platform learning".',
    ],
    [
      'the words of an informant',
      'learning platform',
      '[It was platform learning to us]{.evidence}.',
    ],
    ['a tagged use', 'learning platform', 'The [platform learning]{.construct ref=k}.'],
    [
      'code and attributes',
      'learning platform',
      '`platform learning` [x]{.claim note="platform learning"}',
    ],
    ['an alias', 'learning platform" alias="platform learning', 'The platform learning.'],
    ['a term for tagged uses', 'learning platform" match="tagged', 'The platform learning.'],
  ])('leaves alone: %s', async (_, term, text) => {
    await expectFindings(termDrift, { 'paper.md': `${define(term)}${text}\n` });
  });

  test('leaves alone the term of another construct', async () => {
    await expectFindings(termDrift, {
      'paper.md': `${define('learning platform')}[What such a platform does to learn]{.construct term="platform learning"}, or platform learning.\n`,
    });
  });

  test('leaves alone a construct that is not defined', async () => {
    await expectFindings(termDrift, {
      'paper.md': 'A [learning platform]{.construct}. The platform learning.\n',
    });
  });

  test('puts the term in its place, or declares it as an alias', async () => {
    const paper = `${define('learning platform')}Platform learning, platform learnings.\n`;
    const fixes = await firstFixes(termDrift, { 'paper.md': paper });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Change to “learning platform”',
      'Declare “platform learning” as an alias',
    ]);
    await expectFix(
      termDrift,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('Platform learning,', 'Learning platform,') },
    );
    await expectFix(
      termDrift,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('"}', '" alias="platform learning"}') },
      'alias',
    );
  });
});
