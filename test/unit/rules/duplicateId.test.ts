import { describe, expect, it } from 'vitest';
import { duplicateId } from '../../../server/src/core/rules/duplicateId';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

describe('duplicate-id reports', () => {
  it('the second and every later tag with an id, and where the first stands', async () => {
    const found = await expectFindings(
      duplicateId,
      { 'paper.md': '[A]{.claim #c-a} [B]{.claim #⟦c-a⟧}\n\n::: {.evidence #⟦c-a⟧}\nC\n:::' },
      { messages: [/taken by a claim;/], severity: 'error' },
    );
    expect(found[0]?.related).toMatchObject([{ place: { range: { start: 12, end: 15 } } }]);
  });

  it('an id of another file of the manuscript', async () => {
    await expectFindings(
      duplicateId,
      {
        'a.md': '[A]{.evidence #e-a}',
        'b.md': '[B]{.evidence #⟦e-a⟧}',
        'warrant.yaml': 'manuscript: [a.md, b.md]\n',
      },
      { messages: [/a piece of evidence in a\.md;/] },
    );
  });

  it('an id that a heading of the same file has been given', async () => {
    await expectFindings(duplicateId, { 'a.md': '# Trust {#trust}\n\n[A]{.claim #⟦trust⟧}' });
  });
});

describe('duplicate-id mends', () => {
  it('by the next free id', async () => {
    await expectFix(
      duplicateId,
      { 'a.md': '[A]{.claim #c-a} [B]{.claim #c-a} [C]{.claim #c-a-2}' },
      { 'a.md': '[A]{.claim #c-a} [B]{.claim #c-a-3} [C]{.claim #c-a-2}' },
      'Rename',
    );
  });

  it('by an occurrence, where both are of one kind', async () => {
    await expectFix(
      duplicateId,
      { 'a.md': '[A]{.claim #c-a} [B]{.claim #c-a}' },
      { 'a.md': '[A]{.claim #c-a} [B]{.claim ref=c-a}' },
      'another occurrence',
    );
  });

  it('by an occurrence in HTML', async () => {
    await expectFix(
      duplicateId,
      { 'a.md': '[A]{.claim #c-a} <span class="claim" id="c-a">B</span>' },
      { 'a.md': '[A]{.claim #c-a} <span class="claim" data-ref="c-a">B</span>' },
      'another occurrence',
    );
  });

  it('with the occurrence first for a construct, and without it for two kinds', async () => {
    const titles = async (text: string) =>
      (await firstFixes(duplicateId, { 'a.md': text })).map(({ title }) => title);
    expect(await titles('[a]{.construct #k} [b]{.construct #k}')).toEqual([
      'Make it another occurrence of k',
      'Rename to k-2',
    ]);
    expect(await titles('[a]{.construct #k} [b]{.claim #k}')).toEqual(['Rename to k-2']);
  });
});

describe('duplicate-id leaves alone', () => {
  it.each([
    ['different ids', '[A]{.claim #c-a} [B]{.claim #c-b}'],
    ['occurrences', '[A]{.claim #c-a} [B]{.claim ref=c-a} [C]{.claim ref=c-a}'],
    ['automatic ids of headings', '# Trust\n\n[A]{.construct #trust}'],
    ['ids that are nobody’s tag', '# A {#x}\n\n# B {#x}\n\n[A]{.claim #c-a}'],
  ])('%s', async (_, text) => {
    await expectFindings(duplicateId, { 'paper.md': text });
  });

  it('untagged ids in two files, entries of the registry, and files of another project', async () => {
    await expectFindings(duplicateId, {
      'a.md': '::: {#refs}\n:::\n\n[A]{.claim #c-a}',
      'b.md': '::: {#refs}\n:::\n\n[A]{.claim #refs}',
      'c.md': '[A]{.claim #c-a}',
      'warrant.yaml': 'manuscript: [a.md]\nelements:\n  c-a: {qualifier: probable}\n',
    });
  });
});
