import { describe, it } from 'vitest';
import { unusedSuppression } from '../../../server/src/core/rules/unusedSuppression';
import { expectFindings, expectFix } from '../../tools/project';

const OPT_IN = '---\nwarrant: true\n---\n\n';
const paper = (body: string) => ({ 'a.md': OPT_IN + body });

describe('unused-suppression reports', () => {
  it('a suppression that hides nothing, and removes it with its line', async () => {
    const marked = paper('⟦<!-- warrant-ignore unknown-id: see below -->⟧\n\n[A]{.claim}');
    await expectFindings(unusedSuppression, marked, {
      messages: [/reported by unknown-id any more/],
      severity: 'information',
    });
    await expectFix(unusedSuppression, marked, paper('[A]{.claim}'));
  });

  it('one rule of two, and removes that one', async () => {
    const marked = paper(
      '<!-- warrant-ignore unknown-id, ⟦orphan-evidence⟧: gone -->\n\n[A]{.claim evidence=e-x}',
    );
    await expectFindings(unusedSuppression, marked);
    await expectFix(
      unusedSuppression,
      marked,
      paper('<!-- warrant-ignore unknown-id: gone -->\n\n[A]{.claim evidence=e-x}'),
    );
  });

  it('a suppression on its own line, and removes it alone', async () => {
    const marked = paper('[A]{.claim} stays. ⟦<!-- warrant-ignore unknown-id: x -->⟧\nB');
    await expectFindings(unusedSuppression, marked);
    await expectFix(unusedSuppression, marked, paper('[A]{.claim} stays.\nB'));
  });

  it('a rule that does not exist, and corrects it', async () => {
    const files = (rule: string) =>
      paper(`<!-- warrant-ignore ${rule}: to come -->\n\n[A]{.claim evidence=e-x}`);
    await expectFindings(unusedSuppression, files('⟦unknow-id⟧'), {
      messages: [/did you mean unknown-id\?/],
    });
    await expectFix(unusedSuppression, files('unknow-id'), files('unknown-id'));
  });

  it.each([
    ['no reason', 'warrant-ignore unknown-id', /no effect without a reason/],
    ['an empty reason', 'warrant-ignore unknown-id: …', /no effect without a reason/],
    ['no rule', 'warrant-ignore: it is fine', /names no rule/],
    ['another keyword', 'warrant-ignore-next-line unknown-id: x', /warrant-ignore-next-line/],
  ])('%s', async (_, comment, message) => {
    await expectFindings(
      unusedSuppression,
      paper(`⟦<!-- ${comment} -->⟧\n\n[A]{.claim evidence=e-x}`),
      { messages: [message] },
    );
  });

  it('a suppression in warrant.yaml', async () => {
    await expectFindings(unusedSuppression, {
      'a.md': '[A]{.claim #c-a}',
      'warrant.yaml': 'manuscript: a.md\n⟦# warrant-ignore unknown-id: x⟧\nstage: draft\n',
    });
  });
});

describe('unused-suppression leaves alone', () => {
  it.each([
    [
      'a suppression that hides something',
      '<!-- warrant-ignore unknown-id: to come -->\n\n[A]{.claim evidence=e-x}',
    ],
    [
      'other comments',
      '<!-- warrant: see the memo --> <!-- ignore --> <!-- a warrant-ignored matter -->\n\n[A]{.claim}',
    ],
    ['comments in code', '```\n<!-- warrant-ignore unknown-id: x -->\n```\n\n[A]{.claim}'],
    [
      'a rule that is off by default',
      '<!-- warrant-ignore single-source-claim: one case -->\n\n[A]{.claim evidence="@k"}',
    ],
  ])('%s', async (_, body) => {
    await expectFindings(unusedSuppression, paper(body));
  });

  it('a rule that the project has switched off, and files that take no part', async () => {
    await expectFindings(unusedSuppression, {
      'a.md':
        '---\nwarrant:\n  rules: {unknown-id: off}\n---\n\n<!-- warrant-ignore unknown-id: x -->\n\n[A]{.claim}',
    });
    await expectFindings(unusedSuppression, {
      'a.md': '<!-- warrant-ignore unknown-id: x -->\n\nA',
    });
  });
});
