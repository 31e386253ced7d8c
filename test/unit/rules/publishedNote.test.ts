import { describe, expect, test } from 'vitest';
import { publishedNote } from '../../../server/src/core/rules/publishedNote';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const NOTED = '["We signed."]{.evidence note="He was angry." access=confidential}';

describe('published-note', () => {
  test('reports, in a submission, the first private attribute of a file, and points to the others', async () => {
    const marked = NOTED.replace('note', '⟦note⟧');
    const [finding] = await expectFindings(
      publishedNote,
      { 'paper.md': `${marked}\n` },
      { stage: 'submission', severity: 'warning', messages: [/2 attributes.*note, access/] },
    );
    expect(finding?.related).toHaveLength(1);
  });

  test('is off otherwise', async () => {
    await expectFindings(publishedNote, { 'paper.md': `${NOTED}\n` });
    await expectFindings(publishedNote, { 'paper.md': `${NOTED}\n` }, { stage: 'draft' });
  });

  test.each([
    [
      'a file that names the filter',
      `---\nfilters:\n  - ../filters/warrant-strip.lua\n---\n\n${NOTED}`,
    ],
    [
      'an R Markdown file that does',
      `---\noutput:\n  html_document:\n    pandoc_args: ['--lua-filter=warrant-strip.lua']\n---\n\n${NOTED}`,
    ],
    ['a file without private attributes', '["We signed."]{.evidence source="@owner2019"}'],
    ['a note on somebody else’s span', '[x]{.claim} [text]{note="mine"}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(publishedNote, { 'paper.md': `${text}\n` }, { stage: 'submission' });
  });

  test('leaves notes under elements: alone, and chapters whose first file names the filter', async () => {
    const stage = 'submission' as const;
    await expectFindings(
      publishedNote,
      {
        'paper.md': '["We signed."]{.evidence #e}\n',
        'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  e: {note: He was angry.}\n',
      },
      { stage },
    );
    await expectFindings(
      publishedNote,
      {
        'paper.md': '---\nfilters: [warrant-strip.lua]\n---\n',
        'two.md': `${NOTED}\n`,
        'warrant.yaml': 'manuscript: [paper.md, two.md]\n',
      },
      { stage },
    );
  });

  test('names the filter in the front matter', async () => {
    await expectFix(
      publishedNote,
      { 'paper.md': `---\nwarrant:\n  stage: submission\n---\n\n${NOTED}\n` },
      {
        'paper.md': `---\nfilters:\n  - warrant-strip.lua\nwarrant:\n  stage: submission\n---\n\n${NOTED}\n`,
      },
    );
    const [none] = await firstFixes(publishedNote, {
      'paper.md': `---\nfilters: [other.lua]\nwarrant: {stage: submission}\n---\n\n${NOTED}\n`,
    });
    expect(none).toBeUndefined();
  });
});
