import { describe, test } from 'vitest';
import { blackBoxMechanism } from '../../../server/src/core/rules/blackBoxMechanism';
import { expectFindings } from '../../tools/project';

describe('black-box-mechanism', () => {
  test('reports a mechanism that says nothing of what is done', async () => {
    await expectFindings(
      blackBoxMechanism,
      { 'paper.md': 'It was [⟦sorting⟧]{.mechanism #m trigger="a crisis" outcome="a core"}.\n' },
      { messages: ['“sorting” does not say who does what'], severity: 'information' },
    );
  });

  test('reports one with empty activities, and with steps that are but names', async () => {
    await expectFindings(blackBoxMechanism, {
      'paper.md':
        '[⟦Sorting⟧]{.mechanism #m activities=";"} [Crisis]{.step of=m}\n\n# Shock {.step of=m}\n',
    });
  });

  test('reports a mechanism of the registry at its entry', async () => {
    await expectFindings(blackBoxMechanism, {
      'paper.md': 'Text.\n',
      'warrant.yaml':
        'manuscript: [paper.md]\nelements:\n  ⟦m-sort⟧: {is: mechanism, term: sorting, outcome: a core}\n',
    });
  });

  test.each([
    ['activities', '[Sorting]{.mechanism #m activities="withdrawing; choosing"}'],
    ['a step with an activity', '[Sorting]{.mechanism #m} [Shock]{.step of=m activity="ends"}'],
    ['a step that tells it', '[Sorting]{.mechanism #m} [The Works stops paying]{.step of=m}'],
    ['a part with activities', '[Path]{.mechanism #m} [Sorting]{.mechanism of=m activities=a}'],
    ['a rival', '[Habit]{.mechanism #r} [Sorting]{.mechanism activities=a rival=r}'],
    ['a misspelt attribute', '[Sorting]{.mechanism #m actvities="withdrawing"}'],
    ['a step that misspells its id', '[Sorting]{.mechanism #m-sort} [X]{.step of=m-srot}'],
    ['a doubled id', '[A]{.mechanism #m activities=a} [B]{.mechanism #m}'],
    ['another occurrence', '[A]{.mechanism #m activities=a} [B]{.mechanism ref=m}'],
    ['one that only the abstract names', '# Abstract\n\n[A]{.mechanism #a}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(blackBoxMechanism, { 'paper.md': `${text}\n` });
  });

  test('counts activities under elements:', async () => {
    await expectFindings(blackBoxMechanism, {
      'paper.md': '[Sorting]{.mechanism #m}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  m: {activities: choosing}\n',
    });
  });
});
