import { describe, expect, it } from 'vitest';
import { fixesOf } from '../../../server/src/core/rules';
import { apply, findings, projectFrom } from '../../tools/project';

const OPT_IN = '---\nwarrant: true\n---\n\n';

/** The files after the last fix of the first finding of a rule. */
async function suppressed(rule: string, files: Readonly<Record<string, string>>) {
  const project = await projectFrom(files);
  const [finding] = findings(project, rule);
  const fix = finding && fixesOf(finding, project).at(-1);
  expect(fix).toMatchObject({
    suppresses: true,
    title: `Ignore ${rule} here, for a reason to be given`,
  });
  return fix ? apply(files, fix) : files;
}

const COMMENT = '<!-- warrant-ignore unknown-id: … -->';
const TAG = '[A]{.claim evidence=e-x}';

describe('the fix that suppresses', () => {
  it.each([
    ['a paragraph', `B.\n\nC\n${TAG}`, `B.\n\n${COMMENT}\n\nC\n${TAG}`],
    ['a paragraph inside a div', `::: x\n${TAG}\n:::`, `::: x\n${COMMENT}\n\n${TAG}\n:::`],
    ['a quotation', `> B\n> ${TAG}`, `> ${COMMENT}\n>\n> B\n> ${TAG}`],
    ['a list', `- B\n- ${TAG}`, `${COMMENT}\n\n- B\n- ${TAG}`],
    [
      'a div',
      'B.\n\n::: {.claim evidence=e-x}\nA\n:::',
      `B.\n\n${COMMENT}\n\n::: {.claim evidence=e-x}\nA\n:::`,
    ],
    [
      'a heading',
      '# A {.mechanism evidence=e-x}\n\nB',
      `${COMMENT}\n\n# A {.mechanism evidence=e-x}\n\nB`,
    ],
    ['a table', `| a |\n|---|\n| ${TAG} |`, `${COMMENT}\n\n| a |\n|---|\n| ${TAG} |`],
  ])('stands before %s, and works once it has a reason', async (_, before, after) => {
    const files = await suppressed('unknown-id', { 'a.md': OPT_IN + before });
    expect(files['a.md']).toBe(OPT_IN + after);
    expect(findings(await projectFrom(files), 'unknown-id')).toHaveLength(1);
    const reasoned = { 'a.md': files['a.md']?.replace('…', 'to come') ?? '' };
    expect(findings(await projectFrom(reasoned), 'unknown-id')).toEqual([]);
  });

  it.each([
    [
      'before a table whose caption bears the tag',
      'B.\n\n| a |\n|---|\n| b |\n\n: C {#tbl-c .evidence supports=c-x}',
      `B.\n\n${COMMENT}\n\n| a |\n|---|\n| b |\n\n: C {#tbl-c .evidence supports=c-x}`,
    ],
    [
      'at the end of an item of a loose list',
      `1. B\n\n2. ${TAG} C\n   D\n\n3. E`,
      `1. B\n\n2. ${TAG} C ${COMMENT}\n   D\n\n3. E`,
    ],
    [
      'at the end of a definition that is not the first',
      `T\n:   A\n\n:   ${TAG}\\\n    C`,
      `T\n:   A\n\n:   ${TAG} ${COMMENT}\\\n    C`,
    ],
  ])('stands %s, and works once it has a reason', async (_, before, after) => {
    const files = await suppressed('unknown-id', { 'a.md': OPT_IN + before });
    expect(files['a.md']).toBe(OPT_IN + after);
    const reasoned = { 'a.md': files['a.md']?.replace('…', 'to come') ?? '' };
    expect(findings(await projectFrom(reasoned), 'unknown-id')).toEqual([]);
  });

  it('has the line breaks of the text', async () => {
    const text = (words: string) => `${OPT_IN}${words}${TAG}`.replaceAll('\n', '\r\n');
    const files = await suppressed('unknown-id', { 'a.md': text('') });
    expect(files['a.md']).toBe(text(`${COMMENT}\n\n`));
  });

  it('stands before an entry of warrant.yaml, at its indentation', async () => {
    const files = await suppressed('unknown-id', {
      'a.md': '[A]{.claim}',
      'warrant.yaml': 'manuscript: a.md\nelements:\n  c-x: {type: finding}\n',
    });
    expect(files['warrant.yaml']).toBe(
      'manuscript: a.md\nelements:\n  # warrant-ignore unknown-id: …\n  c-x: {type: finding}\n',
    );
  });

  it('comes after the fixes that mend', async () => {
    const project = await projectFrom({
      'a.md': '[A]{.claim evidence=e-ownr} [“B”]{.evidence #e-owner}',
    });
    const [finding] = findings(project, 'unknown-id');
    expect(
      finding && fixesOf(finding, project).map(({ suppresses = false }) => suppresses),
    ).toEqual([false, false, true]);
  });
});
