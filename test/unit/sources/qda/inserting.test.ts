import { describe, expect, test } from 'vitest';
import { escapePandoc } from '../../../../server/src/core/exports/text/pandoc';
import { importCodes } from '../../../../server/src/core/features/qda/importCodes';
import { insertEvidence } from '../../../../server/src/core/features/qda/insertEvidence';
import type { Project } from '../../../../server/src/core/project';
import { applyEdits } from '../../../../server/src/core/text/textEdit';
import { findings, projectFrom } from '../../../tools/project';

const LONG = Array.from({ length: 45 }, (_, index) => `word${index}`).join(' ');

const CODINGS = [
  'guid,code,definition,quotation,source,place',
  'd1000001-0000-4000-8000-000000000001,Fear,Being afraid of what may happen,I did not sleep for a week,owner.txt,min 9',
  `d1000002-0000-4000-8000-000000000002,Compliance > Calculated,,${LONG},owner.txt,min 2`,
  'd1000003-0000-4000-8000-000000000003,Fear,,"*Not* [me], @jan said_it $5 {.claim} <b> `x` 100\\% & ""all"" ~of~ ^it^ | #1",nurse.txt,',
  'd1000004-0000-4000-8000-000000000004,Fear,,"First paragraph.\n\n2. second one",nurse.txt,"p. ""4"""',
].join('\n');

const HEAD = `---
warrant:
  qda: codings.csv
  sources:
    - {id: owner, kind: interview}
---

`;

/** The text after what is done at `|`, and the project that it makes. */
async function after(
  marked: string,
  act: (project: Project, uri: string, caret: number) => ReturnType<typeof insertEvidence>,
): Promise<{ text: string; project: Project; notes: readonly string[] }> {
  const caret = HEAD.length + marked.indexOf('|');
  const before = HEAD + marked.replace('|', '');
  const project = await projectFrom({ 'paper.md': before, 'codings.csv': CODINGS });
  const uri = project.files[0]?.uri ?? '';
  const result = act(project, uri, caret);
  if (!result.ok) throw new Error(result.message);
  const text = applyEdits(before, result.changes.get(uri) ?? []);
  return {
    text: text.slice(HEAD.length),
    project: await projectFrom({ 'paper.md': text, 'codings.csv': CODINGS }),
    notes: result.notes,
  };
}

const insert = (marked: string, guid: string) =>
  after(marked, (project, uri, caret) => insertEvidence(project, uri, caret, guid, escapePandoc));

describe('evidence from a QDA project', () => {
  test('a short passage stands in the sentence', async () => {
    const { text, notes, project } = await insert('He said:| and paused.\n', 'd1000001');
    expect(text).toBe(
      'He said: [“I did not sleep for a week”]{.evidence #e-sleep-week source=owner loc="min 9" qda=d1000001} and paused.\n',
    );
    expect(notes).toEqual([]);
    expect(findings(project, 'unknown-selection')).toEqual([]);
  });

  test('a long one stands in a block of its own', async () => {
    const { text } = await insert('He |spoke.\n\nThen more.\n', 'd1000002');
    expect(text).toBe(
      `He spoke.\n\n::: {.evidence #e-word0-word1-word2 source=owner loc="min 2" qda=d1000002}\n> ${LONG}\n:::\n\nThen more.\n`,
    );
  });

  test('paragraphs stay paragraphs, and what begins one like a list is text', async () => {
    const { text, project } = await insert('|\n', 'd1000004');
    expect(text).toContain('> First paragraph.\n>\n> 2\\. second one\n:::');
    expect(project.elements[0]?.text).toBe('First paragraph. 2. second one');
  });

  test('nothing in the words is read as markup', async () => {
    const { project, notes } = await insert('See | here.\n', 'd1000003');
    expect(project.elements.map(({ kind }) => kind)).toEqual(['evidence']);
    expect(project.elements[0]?.text.replace(/[“”]/g, '"')).toBe(
      '"*Not* [me], @jan said_it $5 {.claim} <b> `x` 100\\% & "all" ~of~ ^it^ | #1"',
    );
    expect(notes).toEqual([expect.stringContaining('No source is declared that is “nurse.txt”')]);
  });

  test('it is refused where nothing is read', async () => {
    await expect(insert('```\ncode | here\n```\n', 'd1000001')).rejects.toThrow(
      'cannot be inserted',
    );
    await expect(insert('|\n', 'ffffffff')).rejects.toThrow('not in the QDA project any more');
  });
});

test('codes become constructs with definition, parent and code', async () => {
  const { text, project } = await after('We coded.|\n', (before, uri, caret) =>
    importCodes(
      before,
      uri,
      caret,
      ['Fear', 'Compliance', 'Compliance > Calculated'],
      escapePandoc,
    ),
  );
  expect(text).toBe(`We coded.

::: {.construct #k-fear term=Fear code=Fear}
Being afraid of what may happen
:::

[Compliance]{.construct #k-compliance code=Compliance}

[Calculated]{.construct #k-calculated parent=k-compliance code="Compliance > Calculated"}
`);
  expect(findings(project, 'code-drift')).toEqual([]);
});
