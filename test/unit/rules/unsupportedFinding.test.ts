import { describe, expect, test } from 'vitest';
import { unsupportedFinding } from '../../../server/src/core/rules/unsupportedFinding';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const E = '["Nobody paid us."]{.evidence #e-paid source="@owner2012"}';

describe('unsupported-finding', () => {
  test('reports a finding that nothing supports, at its words', async () => {
    await expectFindings(
      unsupportedFinding,
      { 'paper.md': `[⟦Trust outlived the incentives⟧]{.claim #c-trust}. ${E}\n` },
      { messages: [/“Trust outlived the incentives”.*evidence/], severity: 'warning' },
    );
  });

  test('is information in a draft', async () => {
    await expectFindings(
      unsupportedFinding,
      { 'paper.md': '[⟦Trust grew⟧]{.claim}\n' },
      { stage: 'draft', severity: 'information' },
    );
  });

  test('reports a div at its attributes', async () => {
    await expectFindings(unsupportedFinding, {
      'paper.md':
        '---\nwarrant: true\n---\n\n::: ⟦{.claim #c-trust}⟧\nTrust outlived the incentives.\n:::\n',
    });
  });

  test('says that the evidence failed its test, or only sets a scene', async () => {
    await expectFindings(
      unsupportedFinding,
      {
        'paper.md':
          '[⟦Trust grew⟧]{.claim #c-a evidence=e-a}. ["No."]{.evidence #e-a tests="c-a:straw:fail"}\n',
      },
      { messages: ['failed its test'] },
    );
    await expectFindings(
      unsupportedFinding,
      {
        'paper.md':
          '[⟦Trust grew⟧]{.claim #c-a evidence=e-a}. ["Coats on."]{.evidence #e-a display=context}\n',
      },
      { messages: [/“Coats on” *, which sets a scene/] },
    );
  });

  test('reports a claim that is marked as a gap without a note, at the mark', async () => {
    await expectFindings(
      unsupportedFinding,
      { 'paper.md': '[Trust grew]{.claim status=⟦needs-support⟧}\n' },
      { messages: ['say in a note'] },
    );
  });

  test('reports an admitted gap in a submission only', async () => {
    const gap = '{.claim status=needs-support note="go back in 2022"}';
    const of = (type: string) => `[Trust will last]${gap.replace('}', `${type}}`)}\n`;
    await expectFindings(unsupportedFinding, { 'paper.md': of('') });
    await expectFindings(unsupportedFinding, { 'paper.md': of('') }, { stage: 'draft' });
    const marked = (type: string) => of(type).replace('Trust will last', '⟦Trust will last⟧');
    for (const type of ['', ' type=proposition']) {
      await expectFindings(
        unsupportedFinding,
        { 'paper.md': marked(type) },
        { stage: 'submission', severity: 'warning', messages: ['go back in 2022'] },
      );
    }
  });

  test.each([
    ['evidence named by the claim', `[Trust grew]{.claim #c evidence=e-paid}. ${E}`],
    ['a cited work', '[Trust grew]{.claim evidence="@owner2012"}'],
    [
      'evidence that names the claim',
      '[Trust grew]{.claim #c}. ["Nobody paid."]{.evidence supports=c}',
    ],
    ['evidence inside it', '::: {.claim #c}\nTrust grew. ["Nobody paid us."]{.evidence}\n:::'],
    [
      'evidence with a test that passed',
      '[Trust grew]{.claim #c}. ["X"]{.evidence tests="c:hoop:pass"}',
    ],
    ['a premise', `[Trust grew]{.claim from=c-b}. [They met]{.claim #c-b evidence="@owner2012"}.`],
    ['a claim of another type', '[Why?]{.claim type=question} [So it is]{.claim type=method}'],
    ['an assumption', '[Trust grew]{.claim status=assumed}'],
    ['a claim that is given up', '[Trust grew]{.claim status=defeated}'],
    ['a claim in the abstract', '# Abstract\n\n[Trust grew]{.claim}\n\n# Findings\n\nText.'],
    [
      'a restatement',
      `[Trust grew]{.claim #c evidence=e-paid}. ${E}\n\n# Conclusion\n\n[Trust grew.]{.claim ref=c}`,
    ],
    ['a reference that leads nowhere', '[Trust grew]{.claim evidence=e-payd}'],
    ['a reference to a claim', '[Trust grew]{.claim evidence=c-b}. [B]{.claim #c-b type=method}'],
    ['a misspelt attribute', `[Trust grew]{.claim evidnce=e-paid}. ${E}`],
    ['the attribute of another kind', `[Trust grew]{.claim supports=e-paid}. ${E}`],
    ['an unreadable type', '[Trust grew]{.claim type=fnding}'],
    ['two kinds', '[Trust grew]{.claim .evidence}'],
    [
      'a failed hoop test, which is an error',
      '[Trust grew]{.claim #c}. ["No."]{.evidence tests="c:hoop:fail"}',
    ],
    [
      'a section whose claims are supported',
      `# Trust grew {.claim #c}\n\n[They met]{.claim #c-b evidence=e-paid}. ${E}`,
    ],
    ['a file that takes no part', '::: {.claim title="1"}\nEvery group has a unit.\n:::'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(unsupportedFinding, { 'paper.md': `${text}\n` });
  });

  test('reports the first of two claims with one id, and not the second, whose support the first has taken', async () => {
    await expectFindings(unsupportedFinding, {
      'paper.md': '[⟦Trust grew⟧]{.claim #c}. [Trust fell]{.claim #c}.\n',
    });
  });

  test('counts what stands under elements:, and reports claims that are anchored there', async () => {
    const yaml = (rest: string) =>
      `manuscript: [paper.md]\nelements:\n  c-late: {is: claim, quote: trust grew late${rest}}\n`;
    await expectFindings(unsupportedFinding, {
      'paper.md': 'In the end ⟦trust grew late⟧.\n',
      'warrant.yaml': yaml(''),
    });
    await expectFindings(unsupportedFinding, {
      'paper.md': 'In the end trust grew late.\n',
      'warrant.yaml': yaml(', cites: [owner2012]'),
    });
  });

  test('offers the evidence that is near, unlinked evidence before linked, but none that speaks against it', async () => {
    const fixes = await firstFixes(unsupportedFinding, {
      'paper.md': `["Linked."]{.evidence #e-linked supports=c-other} ["Far."]{.evidence #e-far}

${'Much text stands between. '.repeat(20)}

[Trust grew]{.claim #c}. ["Near."]{.evidence #e-near} ["Scene."]{.evidence #e-scene display=context}
["No."]{.evidence #e-no challenges=c} [Other]{.claim #c-other type=method}
`,
    });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Rest it on “Near” (#e-near)',
      'Rest it on “Far” (#e-far)',
      'Rest it on “Linked” (#e-linked)',
      expect.stringContaining('needs-support') as string,
    ]);
  });

  test('links evidence on the claim', async () => {
    await expectFix(
      unsupportedFinding,
      { 'paper.md': `[Trust grew]{.claim #c-trust}. ${E}\n` },
      { 'paper.md': `[Trust grew]{.claim #c-trust evidence=e-paid}. ${E}\n` },
      'Nobody paid us',
    );
    await expectFix(
      unsupportedFinding,
      { 'paper.md': `<span class="claim">Trust grew</span>. ${E}\n` },
      { 'paper.md': `<span class="claim" evidence="e-paid">Trust grew</span>. ${E}\n` },
      'Nobody paid us',
    );
  });

  test('links evidence without an id from its own side', async () => {
    await expectFix(
      unsupportedFinding,
      { 'paper.md': '[Trust grew]{.claim #c-trust}. ["Nobody paid."]{.evidence}\n' },
      {
        'paper.md': '[Trust grew]{.claim #c-trust}. ["Nobody paid."]{.evidence supports=c-trust}\n',
      },
    );
  });

  test('links evidence of another file', async () => {
    const yaml = 'manuscript: [paper.md, more.md]\n';
    await expectFix(
      unsupportedFinding,
      { 'paper.md': '[Trust grew]{.claim}\n', 'more.md': `${E}\n`, 'warrant.yaml': yaml },
      { 'paper.md': '[Trust grew]{.claim evidence=e-paid}\n' },
    );
  });

  test('admits the gap', async () => {
    await expectFix(
      unsupportedFinding,
      { 'paper.md': '::: claim\nTrust grew.\n:::\n\n[x]{.claim type=method}\n' },
      {
        'paper.md':
          '::: {.claim status=needs-support note="no support found yet"}\nTrust grew.\n:::\n\n[x]{.claim type=method}\n',
      },
      'Admit the gap',
    );
    await expectFix(
      unsupportedFinding,
      { 'paper.md': '[Trust grew]{.claim note="ask again"}\n' },
      { 'paper.md': '[Trust grew]{.claim note="ask again" status=needs-support}\n' },
      'Admit the gap',
    );
  });

  test('links a claim that is anchored under elements: from the side of the evidence', async () => {
    await expectFix(
      unsupportedFinding,
      {
        'paper.md': `Trust grew late. ${E}\n`,
        'warrant.yaml':
          'manuscript: [paper.md]\nelements:\n  c-late: {is: claim, quote: Trust grew late}\n',
      },
      { 'paper.md': `Trust grew late. ${E.replace('}', ' supports=c-late}')}\n` },
      'Nobody paid us',
    );
  });
});
