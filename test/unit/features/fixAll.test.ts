import { describe, expect, test } from 'vitest';
import {
  fixAll,
  MENDED_UNASKED,
  obviousFix,
  safeFix,
} from '../../../server/src/core/features/fixAll';
import { Workspace } from '../../../server/src/core/project';
import { RULES, type Fix } from '../../../server/src/core/rules';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';
import { findings, type Files } from '../../tools/project';

type Choose = (fixes: readonly Fix[]) => Fix | undefined;

/** The manuscript `paper.md` after everything of some rules is mended. */
async function mended(
  files: Files,
  rules: ReadonlySet<string> = MENDED_UNASKED,
  choose: Choose = safeFix,
): Promise<string> {
  const uri = `${ROOT}paper.md`;
  const project = await new Workspace(new MemoryFileSystem(files)).projectOf(uri);
  const own = findings(project).filter(({ place }) => place.uri === uri);
  const edits = await fixAll(project, { uri, findings: own, rules, choose });
  return applyEdits(files['paper.md'] ?? '', edits);
}

describe('what is mended unasked', () => {
  test('is what Pandoc would print or read otherwise', async () => {
    const paper =
      '[A]{claim #c-a}, [B]{.claim, #c-b}, [C] {.claim #c-c}, [D]{.claim #c-d note=“so”}.\n';
    expect(await mended({ 'paper.md': `---\nwarrant: true\n---\n\n${paper}` })).toBe(
      '---\nwarrant: true\n---\n\n[A]{.claim #c-a}, [B]{.claim #c-b}, [C]{.claim #c-c}, [D]{.claim #c-d note=so}.\n',
    );
  });

  test('comes to light by rounds', async () => {
    const paper = '[A]{claim, evidnce = "@x, @y"} [@x; @y].\n';
    expect(await mended({ 'paper.md': `---\nwarrant: true\n---\n\n${paper}` })).toBe(
      '---\nwarrant: true\n---\n\n[A]{.claim evidence="@x @y"} [@x; @y].\n',
    );
  });

  test('is no choice between names, and nothing that an author may be about to write', async () => {
    const paper =
      '[A]{.claim #c-a evidence=e-ownr} ["B"]{.evidence #e-owner} [D]{.claim status=defaeted2}\n';
    expect(await mended({ 'paper.md': paper })).toBe(paper);
  });

  test('is not what is excused', async () => {
    const paper =
      '---\nwarrant: true\n---\n\n<!-- warrant-ignore near-miss: shown on purpose -->\n\n[A]{claim #c-a}.\n';
    expect(await mended({ 'paper.md': paper })).toBe(paper);
  });

  test.each(RULES.map(({ id, documentation }) => [id, documentation] as const))(
    'leaves nothing to be mended, on the example of %s',
    async (_, { bad, config }) => {
      const files = { ...(config === undefined ? {} : { 'warrant.yaml': config }) };
      const once = await mended({ ...files, 'paper.md': bad });
      expect(await mended({ ...files, 'paper.md': once })).toBe(once);
    },
  );
});

describe('what is obvious', () => {
  test('is mended for one rule alone', async () => {
    const paper =
      '[A]{.claim evidence=e-ownr} and [B]{.claim evidence=e-ownr stauts=assumed}: ["C"]{.evidence #e-owner}\n';
    expect(await mended({ 'paper.md': paper }, new Set(['unknown-id']), obviousFix)).toBe(
      paper.replaceAll('e-ownr', 'e-owner'),
    );
  });
});
