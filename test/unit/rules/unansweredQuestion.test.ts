import { describe, expect, test } from 'vitest';
import { unansweredQuestion } from '../../../server/src/core/rules/unansweredQuestion';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

describe('unanswered-question', () => {
  test('reports a question that no claim answers', async () => {
    await expectFindings(
      unansweredQuestion,
      { 'paper.md': '[⟦How does it survive?⟧]{.claim #q-survive type=question}\n' },
      { messages: ['answers=q-survive'], severity: 'warning' },
    );
  });

  test('asks for an id where there is none', async () => {
    await expectFindings(
      unansweredQuestion,
      { 'paper.md': '[⟦How does it survive?⟧]{.claim type=question}\n' },
      { messages: ['give it an id'] },
    );
  });

  test('reports a question that is left open in a submission only', async () => {
    const open = (words: string) =>
      `[${words}]{.claim #q type=question status=needs-support note="for further research"}\n`;
    await expectFindings(unansweredQuestion, { 'paper.md': open('What then?') });
    await expectFindings(
      unansweredQuestion,
      { 'paper.md': open('⟦What then?⟧') },
      { stage: 'submission', messages: ['still open'] },
    );
  });

  test.each([
    ['an answer', '[Why?]{.claim #q type=question} [So]{.claim answers=q}'],
    [
      'an answer to a restatement',
      '[Why?]{.claim #q type=question} [Why?]{.claim ref=q} [So]{.claim answers=q}',
    ],
    [
      'an answer that misspells it',
      '[Why?]{.claim #q-why type=question} [So]{.claim answers=q-wyh}',
    ],
    ['a question that is given up', '[Why?]{.claim #q type=question status=defeated}'],
    ['the abstract', '# Abstract\n\n[Why?]{.claim #q type=question}'],
    ['a claim', '[So]{.claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(unansweredQuestion, { 'paper.md': `${text}\n` });
  });

  test('finds the answer in another file', async () => {
    await expectFindings(unansweredQuestion, {
      'paper.md': '[Why?]{.claim #q type=question}\n',
      'end.md': '[So]{.claim #a type=interpretation answers="#q"}\n',
      'warrant.yaml': 'manuscript: [paper.md, end.md]\n',
    });
  });

  test('offers the claims near it, and those that sum up before single findings', async () => {
    const paper =
      '[Why?]{.claim #q type=question} [Old]{.claim type=background} [They left]{.claim #c} [It broke]{.claim #i type=interpretation}\n';
    const fixes = await firstFixes(unansweredQuestion, { 'paper.md': paper });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Let “It broke” (#i) answer it',
      'Let “They left” (#c) answer it',
    ]);
    await expectFix(
      unansweredQuestion,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('type=interpretation', 'type=interpretation answers=q') },
    );
  });

  test('gives a question an id where it has none', async () => {
    await expectFix(
      unansweredQuestion,
      { 'paper.md': '[Why does it survive?]{.claim type=question} [It broke]{.claim}\n' },
      {
        'paper.md':
          '[Why does it survive?]{.claim type=question #q-why-survive} [It broke]{.claim answers=q-why-survive}\n',
      },
    );
  });
});
