import { describe, test } from 'vitest';
import { countMismatch } from '../../../server/src/core/rules/countMismatch';
import { expectFindings } from '../../tools/project';

const interviews = 'manuscript: [paper.md]\nsources:\n  - {ids: i01..i14, kind: interview}\n';
const themes = 'We see [a]{.construct tier=theme}, [b]{.construct tier=theme}.';
const path = '[Path]{.mechanism #m} [A]{.step of=m n=1} [B]{.step of=m n=2a} [C]{.step of=m n=2b}';

describe('count-mismatch', () => {
  test.each([
    ['words', 'We conducted ⟦fifteen interviews⟧.'],
    ['figures', 'We conducted ⟦15 interviews⟧.'],
    ['adjectives', 'We conducted ⟦twenty-four semi-structured interviews⟧ with owners.'],
    ['the method section', '# Data and methods\n\nInformants gave ⟦fifteen interviews⟧ in all.'],
    ['the abstract', '# Abstract\n\nBased on ⟦fifteen interviews⟧, a model is built.'],
    ['our', 'Our ⟦ten interviews⟧ took an hour each.'],
    [
      'a total that is given twice',
      'We held ⟦fifteen interviews⟧. Our ⟦fifteen interviews⟧ were short.',
    ],
    [
      'one that is right elsewhere',
      'We held ⟦fifteen interviews⟧. All our fourteen interviews were short.',
    ],
  ])('reports a number of interviews: %s', async (_, text) => {
    await expectFindings(
      countMismatch,
      { 'paper.md': `${text}\n`, 'warrant.yaml': interviews },
      { messages: ['but 14 interviews are declared as sources'], severity: 'information' },
    );
  });

  test.each([
    ['the right number', 'We conducted fourteen interviews.'],
    [
      'parts of it',
      'We held fourteen interviews. Our first two interviews failed; we held six interviews with buyers.',
    ],
    [
      'parts that add up to it',
      'We held eight interviews with buyers and six interviews with suppliers.',
    ],
    ['the literature', 'We know of fifteen interviews by others [@beach2016].'],
    ['somebody else', 'The consultants held fifteen interviews.'],
    ['no exact number', 'We held about fifteen interviews, more than ten interviews.'],
    ['further ones', 'We held another fifteen interviews and fifteen follow-up interviews.'],
    ['a range', 'We held 10–15 interviews, ten to fifteen interviews, five or six interviews.'],
    ['an ordinal', 'We stopped after the fifteenth interview.'],
    ['one', 'We held one interview a day, and our one interviews day.'],
    ['the words of an informant', '[We gave fifteen interviews]{.evidence}'],
    ['another noun', 'We made fifteen visits between interviews.'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(countMismatch, { 'paper.md': `${text}\n`, 'warrant.yaml': interviews });
  });

  test.each([
    ['no interview is declared', 'manuscript: [paper.md]\n'],
    [
      'one entry stands for all',
      'manuscript: [paper.md]\nsources:\n  - {id: i, kind: interview}\n',
    ],
    [
      'one entry says that it stands for many',
      'manuscript: [paper.md]\nsources:\n  - {id: interviews, kind: interview}\n  - {id: pilot, kind: interview}\n',
    ],
  ])('is silent where %s', async (_, config) => {
    await expectFindings(countMismatch, {
      'paper.md': 'We conducted fifteen interviews. [A]{.claim}\n',
      'warrant.yaml': config,
    });
  });

  test.each([
    [
      'themes',
      `The analysis yields ⟦seven motivation themes⟧. ${themes}`,
      '2 are tagged as tier=theme',
    ],
    [
      'dimensions',
      'We found ⟦three aggregate dimensions⟧: [a]{.construct tier=dimension}.',
      '1 is tagged',
    ],
    ['stages', `We find ⟦four stages⟧. ${path}`, '2 are tagged'],
    [
      'mechanisms',
      'We trace ⟦three mechanisms⟧, [a]{.mechanism} and [b]{.mechanism}.',
      '2 are tagged',
    ],
    ['propositions', 'We offer ⟦three propositions⟧: [a]{.claim type=proposition}.', '1 is tagged'],
    ['hypotheses', 'We test ⟦two hypotheses⟧: [a]{.claim type=hypothesis}.', '1 is tagged'],
  ])('reports a number of %s', async (_, text, message) => {
    await expectFindings(countMismatch, { 'paper.md': `${text}\n` }, { messages: [message] });
  });

  test.each([
    ['the right number of themes', `The analysis yields two themes. ${themes}`],
    ['themes of others', `Two themes are common, and seven themes in [@gioia2013]. ${themes}`],
    ['stages, branches counted or not', `We find two stages. We find three stages. ${path}`],
    ['the steps of the analysis', `We analysed the data in four steps. ${path}`],
    ['steps of the method', `# Method\n\nWe found five steps useful.\n\n# Findings\n\n${path}`],
    ['stages in general', `Such a history has four stages. ${path}`],
    [
      'stages of two mechanisms',
      `We find five stages. ${path} ${path.replaceAll(/(?<=#|of=)m/g, 'o')}`,
    ],
    ['stages without steps', 'We find four stages. [A]{.claim}'],
    [
      'mechanisms and their parts',
      'We trace two mechanisms. [a]{.mechanism #a} [b]{.mechanism of=a} [c]{.mechanism of=a}',
    ],
    [
      'a rival mechanism',
      'We trace two mechanisms. [a]{.mechanism rival=r} [b]{.mechanism} [r]{.mechanism #r}',
    ],
    [
      'propositions that share a number',
      'We offer one proposition and two propositions. [a]{.claim type=proposition label=P1a} [b]{.claim type=proposition label=P1b} [c]{.claim type=proposition label=P2}',
    ],
    [
      'restatements',
      'We offer two propositions. [a]{.claim #a type=proposition} [b]{.claim type=proposition} [a]{.claim ref=a}',
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(countMismatch, { 'paper.md': `${text}\n` });
  });
});
