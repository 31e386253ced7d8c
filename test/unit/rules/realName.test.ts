import { describe, expect, test } from 'vitest';
import { realName } from '../../../server/src/core/rules/realName';
import { expectFindings, expectFix, findings, firstFixes, projectFrom } from '../../tools/project';

const CONFIG = 'manuscript: ["*.md"]\npseudonyms: private/names.yaml\n';
const NAMES = 'Anna de Vries: Karin Bosman\nJürgen Müller: the foreman\nEva Smit:\n';

function files(text: string, more: Readonly<Record<string, string>> = {}) {
  return {
    'warrant.yaml': CONFIG,
    'private/names.yaml': 'Anna de Vries: Karin Bosman\nJürgen Müller: the foreman\n',
    'paper.md': text,
    ...more,
  };
}

describe('real-name', () => {
  test.each([
    ['in prose', 'So ⟦Anna de Vries⟧ left, and *⟦Müller⟧* stayed.'],
    ['in a heading', '# What ⟦Anna⟧ said {#said}'],
    ['in a note', 'Text.[^1]\n\n[^1]: Said ⟦Anna⟧.'],
    ['in a comment', 'Text. <!-- ask ⟦Anna⟧ again -->'],
    ['in an attribute', '["Yes."]{.evidence #e-yes speaker="⟦Anna⟧"}'],
    ['in an image', '![⟦Anna⟧ at work](⟦figures/anna-de-vries.png⟧)'],
    ['in a link', '[notes](⟦data/AnnaDeVries.txt⟧) [x](https://example.org/anna.pdf)'],
    ['in an id', '["Yes."]{.evidence #⟦e-anna-yes⟧} [x]{.claim evidence=e-anna-yes}'],
    [
      'in a front matter',
      '---\ntitle: On ⟦Anna de Vries⟧\nreferences:\n- id: x\n  author: Anna de Vries\n---\n',
    ],
    ['in a table', '| a | b |\n|---|---|\n| ⟦Anna⟧ | x |'],
  ])('is reported %s', async (_, text) => {
    const found = await expectFindings(realName, files(`${text}\n`), { severity: 'error' });
    for (const { message } of found) expect(message).not.toMatch(/Anna|Vries|Müller/i);
  });

  test.each([
    ['a cited author', 'As de Vries (2011) says, Müller [-@mueller2011] left.'],
    [
      'an author who is cited in the sentence',
      'Here de Vries is plain: power binds [@devries2011].',
    ],
    ['keys', '[@vries; @Anna:2011] @Vries'],
    ['other people', 'Piet de Vries and Anna Jansen.'],
  ])('is not: %s', async (_, text) => {
    await expectFindings(realName, files(`${text}\n`));
  });

  describe('of one word', () => {
    const bibliography = `---
references:
- {id: ab12, author: [{family: Ng, given: Li}], issued: {date-parts: [[2011]]}, title: T, type: book}
- {id: lang2015, author: [{family: Lang}], title: U, type: book}
---

`;
    test.each([
      ['that is an author’s beside a citation', 'As Ng has it, power binds [@ab12].'],
      ['that is an author’s before the year of the work', 'As Ng (2011) has it.'],
      ['that is an author’s with others', 'As Ng et al. have it.'],
      ['beside a work by somebody else', 'As ⟦Ng⟧ has it, power binds [@lang2015].'],
      ['before another year', 'We met ⟦Ng⟧ (2012).'],
    ])('%s', async (_, text) => {
      const names = { 'private/names.yaml': 'Ng: Wu\n' };
      await expectFindings(realName, files(`${bibliography}${text}\n`, names));
    });
  });

  test('is reported in warrant.yaml and in the name of a file', async () => {
    const project = await projectFrom(
      files('[x]{.claim}\n', {
        'warrant.yaml': `${CONFIG}sources:\n  - {id: anna, informant: Jürgen Müller, file: data/anna.txt}\n`,
        'anna.md': '[y]{.claim}\n',
      }),
      'paper.md',
    );
    const found = findings(project, realName).map(({ message }) => message);
    expect(found).toHaveLength(4);
    expect(found.filter((message) => message.includes('path'))).toHaveLength(2);
  });

  test('writes the pseudonym, with quotes where a bare value needs them', async () => {
    const text = '["Yes."]{.evidence speaker=Müller}\n';
    await expectFix(realName, files(text), {
      'paper.md': '["Yes."]{.evidence speaker="the foreman"}\n',
    });
  });

  test('renames an id with what refers to it', async () => {
    const text = '["Yes."]{.evidence #e-anna} [x]{.claim evidence=e-anna}\n';
    await expectFix(realName, files(text), {
      'paper.md': '["Yes."]{.evidence #e-karin-bosman} [x]{.claim evidence=e-karin-bosman}\n',
    });
  });

  test('has no fix for who has no pseudonym, and says where one is missing', async () => {
    const all = files('So Eva Smit left.\n', { 'private/names.yaml': NAMES });
    expect(await firstFixes(realName, all)).toEqual([]);
    const found = findings(await projectFrom(all, 'paper.md'), realName);
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(found[1]?.place.uri).toMatch(/names\.yaml$/);
  });

  test('says once that the file is not there', async () => {
    const found = findings(
      await projectFrom(
        { 'warrant.yaml': CONFIG, 'paper.md': 'Anna de Vries [x]{.claim}\n' },
        'paper.md',
      ),
      realName,
    );
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['information', 'The file of pseudonyms is not here, so that no real names are looked for'],
    ]);
  });

  test('reads a table, and a file that a front matter names', async () => {
    await expectFindings(realName, {
      'paper.md': '---\nwarrant:\n  pseudonyms: names.csv\n---\n\nSo ⟦Anna⟧ left.\n',
      'names.csv': 'name;pseudonym\nAnna de Vries;Karin\n',
    });
  });
});

const JANE = 'Jane Doe: P1\nMark May: Tom Beek\nRose: Violet\n';

describe('names in small letters', () => {
  test.each([
    ['an id with the whole name', '["Yes."]{.evidence #⟦e-jane-doe⟧}'],
    ['family first', '["Yes."]{.evidence #⟦doe_jane⟧}'],
    ['two common words', '["Yes."]{.evidence #⟦mark-may⟧}'],
    ['a path', 'See ⟦interviews/jane_doe.docx⟧ and `data/⟦jane_doe⟧/x`.'],
    ['a value', '["Yes."]{.evidence code=⟦jane-doe⟧}'],
    ['who speaks', '["Yes."]{.evidence speaker=⟦mark⟧} ["No."]{.evidence speaker="⟦Mark⟧, owner"}'],
    [
      'a front matter',
      '---\nwarrant:\n  sources:\n    - {id: ⟦jane-doe⟧, informant: ⟦Mark⟧, file: ⟦data/jane_doe⟧}\n---\n',
    ],
    ['a speaker in capitals', '> ⟦MARK⟧: Yes.\n>\n> [00:03] ⟦ROSE⟧: No.'],
  ])('are reported in %s', async (_, text) => {
    await expectFindings(realName, files(`${text}\n`, { 'private/names.yaml': JANE }));
  });

  test.each([
    ['prose', 'Prices rose in may; mark the jane-like doe, a mark-up, the may-be.'],
    ['ids that are words', '["Yes."]{.evidence #e-prices-rose} ["No."]{.evidence #mark-up}'],
    ['addresses and keys', 'https://example.org/jane-doe @jane_doe [@doe-jane]'],
    ['roles', '["Yes."]{.evidence speaker="the mark"} MAY: a month.'.replace('MAY', 'Then MAY')],
    ['references', '[y]{.claim #x} [x](#x)'],
  ])('are not in %s', async (_, text) => {
    await expectFindings(realName, files(`${text}\n`, { 'private/names.yaml': JANE }));
  });
});

test('a name of one letter is looked for nowhere, and reported in the list', async () => {
  const all = files('A firm. So A left.\n', { 'private/names.yaml': 'A: Karin\n' });
  const found = findings(await projectFrom(all, 'paper.md'), realName);
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', expect.stringMatching(/^A single letter is looked for nowhere/)],
  ]);
});
