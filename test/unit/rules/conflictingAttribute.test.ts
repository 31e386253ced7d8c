import { describe, it } from 'vitest';
import { conflictingAttribute } from '../../../server/src/core/rules/conflictingAttribute';
import { expectFindings, expectFix } from '../../tools/project';

const paper = (tag: string, entry: string) => ({
  'a.md': `[Trust lasts]{.claim #c-a ${tag}}`,
  'warrant.yaml': `manuscript: a.md\nelements:\n  c-a: {${entry}}\n`,
});

describe('conflicting-attribute reports', () => {
  it('a value of the registry that differs from the prose, and takes over that of the prose', async () => {
    await expectFindings(conflictingAttribute, paper('type=interpretation', 'type: ⟦finding⟧'), {
      messages: [/“Trust lasts” has type=finding here, but interpretation in the prose/],
      severity: 'error',
    });
    await expectFix(
      conflictingAttribute,
      paper('type=interpretation', 'type: finding'),
      paper('type=interpretation', 'type: interpretation'),
    );
  });

  it('another kind in the registry than in the prose', async () => {
    await expectFindings(conflictingAttribute, paper('', 'is: ⟦evidence⟧'), {
      messages: [/c-a is called evidence here, but claim/],
    });
    await expectFix(conflictingAttribute, paper('', 'is: evidence'), paper('', 'is: claim'));
  });

  it('a restatement of another type', async () => {
    await expectFindings(conflictingAttribute, {
      'a.md': '[A]{.claim #c-a type=question} [B]{.claim ref=c-a type=⟦finding⟧}',
    });
  });

  it('an attribute that stands twice on one tag', async () => {
    await expectFindings(conflictingAttribute, {
      'a.md': '[A]{.step n=1 n=⟦2⟧}',
    });
  });
});

describe('conflicting-attribute leaves alone', () => {
  it.each([
    ['equal values', 'type=finding scope="dyads  only"', 'type: finding, scope: dyads only'],
    ['lists, which are united', 'evidence="@a"', 'evidence: [e-b], cites: [c]'],
    ['mixed values', 'warrant="x"', 'warrant: y'],
    ['notes', 'note=x', 'note: y'],
    ['different attributes', 'type=finding', 'qualifier: probable'],
    ['a value that cannot be read', 'type=banana', 'type: finding'],
  ])('%s', async (_, tag, entry) => {
    await expectFindings(conflictingAttribute, paper(tag, entry));
  });

  it.each([
    [
      'a restatement that is more careful',
      '[A]{.claim #c-a qualifier=certain scope=x} [B]{.claim ref=c-a qualifier=possible scope=y}',
    ],
    [
      'a quotation shown elsewhere',
      '[A]{.evidence #e-a loc=3 display=power} [B]{.evidence ref=e-a loc=4 display=proof form=paraphrase}',
    ],
    [
      'another wording of a construct',
      '[a]{.construct #k-a term=A def="x y z"} [b]{.construct ref=k-a term=B def="u v w"}',
    ],
    [
      'references with and without #',
      '[A]{.step #s-a of=m-a} [B]{.step ref=s-a of="#m-a"} [M]{.mechanism #m-a}',
    ],
  ])('%s', async (_, text) => {
    await expectFindings(conflictingAttribute, { 'a.md': text });
  });
});
