import { describe, expect, test } from 'vitest';
import {
  capitalNamed,
  labelOf,
  nameOf,
  quoted,
  theNamed,
} from '../../../server/src/core/rules/shared/naming';
import { projectFrom } from '../../tools/project';

async function names(text: string): Promise<string[][]> {
  const { elements } = await projectFrom({ 'paper.md': text });
  return elements.map((element) => [nameOf(element), labelOf(element)]);
}

describe('the name of an element in a message', () => {
  test('is its words and, in a menu, its id', async () => {
    expect(await names('[Trust *outlived* it]{.claim #c-trust}. [More]{.claim}\n')).toEqual([
      ['“Trust outlived it”', '“Trust outlived it” (#c-trust)'],
      ['“More”', '“More”'],
    ]);
  });

  test('is the term of a construct or mechanism', async () => {
    expect(
      await names(
        '[a bond that forbids taking advantage]{.construct #k-mild term="mild solidarity"}\n',
      ),
    ).toEqual([['“mild solidarity”', '“mild solidarity” (#k-mild)']]);
  });

  test('stands behind a noun, unless there is neither a word nor an id', async () => {
    const text = '[Trust grew]{.claim} []{.claim} []{.claim #c-a}\n';
    const { elements } = await projectFrom({ 'paper.md': text });
    expect(elements.map((element) => theNamed('finding', element))).toEqual([
      'the finding “Trust grew”',
      'this finding',
      'the finding #c-a',
    ]);
    expect(elements.map((element) => capitalNamed('finding', element))[1]).toBe('This finding');
  });

  test('is the id of a table, whose words are its cells', async () => {
    const table = '| Year |\n|------|\n| 2003 |\n\n: Milestones {#tbl-m .evidence form=table}\n';
    expect(await names(table)).toEqual([['#tbl-m', '#tbl-m']]);
  });

  test('is the id, or the kind, where there are no words', async () => {
    expect(await names('[]{.claim #c-a} []{.evidence}\n')).toEqual([
      ['#c-a', '#c-a'],
      ['this evidence', 'this evidence'],
    ]);
  });
});

describe('quoted words', () => {
  test('lose the quotation marks and the full stop that they bring', () => {
    expect(quoted('"Nobody paid us."')).toBe('“Nobody paid us”');
    expect(quoted('„Niemand zahlte.“')).toBe('“Niemand zahlte”');
  });

  test('are cut between words, and never within a character', () => {
    const cut = quoted('word '.repeat(20));
    expect(cut).toMatch(/^“(?:word )+word…”$/);
    expect(cut.length).toBeLessThan(55);
    expect(quoted('😀'.repeat(60))).toMatch(/^“😀+…”$/u);
  });
});
