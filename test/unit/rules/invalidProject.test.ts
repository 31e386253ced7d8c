import { describe, it } from 'vitest';
import { invalidProject } from '../../../server/src/core/rules/invalidProject';
import { expectFindings, expectFix } from '../../tools/project';

const project = (config: string) => ({
  'a.md': '[A]{.claim}',
  'warrant.yaml': `manuscript: a.md\n${config}`,
});

describe('invalid-project reports', () => {
  it.each([
    ['an unknown key', '⟦manuscrip⟧: x\n', /did you mean manuscript/],
    ['a value that is none', 'stage: ⟦final⟧\n', /draft, submission/],
    ['a severity that is none', 'rules: {orphan-evidence: ⟦loud⟧}\n', /rules\.orphan-evidence/],
    ['an unknown rule', 'rules: {⟦orphan-evidenc⟧: off}\n', /did you mean orphan-evidence\?/],
    [
      'a rule that is like none',
      'rules: {⟦spelling⟧: off}\n',
      /“spelling” is not a rule of Warrant$/,
    ],
  ])('%s', async (_, config, message) => {
    await expectFindings(invalidProject, project(config), {
      messages: [message],
      severity: 'error',
    });
  });

  it('a file of the manuscript that is not there', async () => {
    await expectFindings(
      invalidProject,
      { 'a.md': '[A]{.claim}', 'warrant.yaml': 'manuscript:\n  - a.md\n  - ⟦b.md⟧\n' },
      { messages: [/b\.md: there is no such file/] },
    );
  });

  it('words of the registry that stand nowhere', async () => {
    await expectFindings(
      invalidProject,
      project('elements:\n  c-x: {is: claim, quote: ⟦no such words⟧}\n'),
    );
  });

  it('the front matter', async () => {
    await expectFindings(invalidProject, {
      'a.md': '---\nwarrant:\n  ⟦stag⟧: draft\n  rules:\n    ⟦orphan⟧: error\n---\n\n[A]{.claim}',
    });
  });
});

describe('invalid-project mends', () => {
  it('a rule and a key by the nearest name', async () => {
    await expectFix(
      invalidProject,
      project('rules: {orphan-evidenc: off}\n'),
      project('rules: {orphan-evidence: off}\n'),
    );
    await expectFix(invalidProject, project('stag: draft\n'), project('stage: draft\n'));
  });
});

describe('invalid-project leaves alone', () => {
  it('a project as it should be', async () => {
    await expectFindings(
      invalidProject,
      project(
        'stage: draft\nrules: {orphan-evidence: off, unknown-id: warning}\nsources: [{id: x}]\n',
      ),
    );
  });

  it('the front matter of other tools, and of a file that takes no part', async () => {
    await expectFindings(invalidProject, { 'a.md': '---\ntitle: [x\n---\n\n[A]{.claim}' });
    await expectFindings(invalidProject, { 'a.md': '---\nwarrant: false\nstag: x\n---\n\nText' });
  });
});
