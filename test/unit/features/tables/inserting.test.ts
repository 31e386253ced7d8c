import { describe, expect, it } from 'vitest';
import { pipeTable } from '../../../../server/src/core/exports/text/pipeTable';
import { insertTable } from '../../../../server/src/core/features/tables/insertTable';
import { makeTable } from '../../../../server/src/core/features/tables/makeTable';
import {
  tableStates,
  type TableState,
} from '../../../../server/src/core/features/tables/refreshTables';
import { applyEdits } from '../../../../server/src/core/text/textEdit';
import { ROOT } from '../../../tools/memoryFileSystem';
import { findings, projectFrom } from '../../../tools/project';

const URI = `${ROOT}paper.md`;
const PAPER = '[Pay binds]{.claim #p-1 type=proposition label=P1}. [More]{.claim #c-2 from=p-1}.\n';

/** The paper with the table of propositions at the `‸`, or why there is none. */
async function inserted(drawn: string): Promise<string> {
  const caret = drawn.indexOf('‸');
  const text = drawn.replace('‸', '');
  const project = await projectFrom({ 'paper.md': text });
  const result = insertTable(project, URI, caret, makeTable(project, 'propositions'), pipeTable);
  return result.ok ? applyEdits(text, result.changes.get(URI) ?? []) : result.message;
}

async function states(text: string): Promise<TableState[]> {
  return tableStates(await projectFrom({ 'paper.md': text }), URI, pipeTable);
}

const TABLE = `::: {.warrant-table table=propositions made=FINGERPRINT}
| No. | Proposition |
|--------|------------------------------------------------------------------|
| P1 | Pay binds |

: Propositions
:::
`;
const masked = (text: string) => text.replace(/made=[0-9a-f]{8}/, 'made=FINGERPRINT');

describe('inserting a table', () => {
  it.each([
    ['at an empty line', `${PAPER}\n‸\n\nEnd.\n`, `${PAPER}\n${TABLE}\nEnd.\n`],
    [
      'behind the paragraph of the caret',
      `${PAPER}\nIn ‸the middle.\n\nEnd.\n`,
      `${PAPER}\nIn the middle.\n\n${TABLE}\nEnd.\n`,
    ],
    ['at the end of the file', `${PAPER}‸`, `${PAPER}\n${TABLE}`],
    [
      'behind a list',
      `${PAPER}\n- on‸e\n- two\n\nEnd.\n`,
      `${PAPER}\n- one\n- two\n\n${TABLE}\nEnd.\n`,
    ],
    ['behind code', `${PAPER}\n~~~\n‸\n~~~\n`, `${PAPER}\n~~~\n\n~~~\n\n${TABLE}`],
    [
      'behind the front matter',
      `---\nti‸tle: x\n---\n\n${PAPER}`,
      `---\ntitle: x\n---\n\n${TABLE}\n${PAPER}`,
    ],
    ['inside a div', `::: note\n${PAPER}‸\n:::\n`, `::: note\n${PAPER}\n${TABLE}\n:::\n`],
  ])('%s', async (_, drawn, expected) => {
    expect(masked(await inserted(drawn))).toBe(expected);
  });

  it('keeps the line ends of the file', async () => {
    const text = await inserted(`${PAPER}‸\n`.replaceAll('\n', '\r\n'));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is refused where there is nothing to say', async () => {
    expect(await inserted('[x]{.claim}‸\n')).toMatch(/type=proposition/);
  });
});

describe('refreshing tables', () => {
  it('leaves one that is up to date alone, however its columns are aligned', async () => {
    const text = await inserted(`${PAPER}‸`);
    const aligned = text.replace('| P1 | Pay binds |', '|  P1  | Pay   binds   |');
    for (const one of [text, aligned]) {
      expect(await states(one)).toMatchObject([{ status: 'current', edits: [] }]);
    }
  });

  it('writes new rows and keeps what the author has made of headings, id and caption', async () => {
    const text = (await inserted(`${PAPER}‸`))
      .replace('| No. | Proposition |', '| Nr. | Stelling |')
      .replace('.warrant-table', '.warrant-table #tbl-p')
      .replace(': Propositions', ': Our propositions')
      .replace('Pay binds', 'Pay ties');
    const [state] = await states(text);
    expect(state).toMatchObject({
      status: 'outdated',
      detail: '1 row new or changed, 1 row gone or changed',
    });
    const after = applyEdits(text, state?.edits ?? []);
    expect(after).toContain('| Nr. | Stelling |');
    expect(after).toContain('| P1 | Pay ties |\n\n: Our propositions');
    expect(after).toContain('#tbl-p');
    expect(await states(after)).toMatchObject([{ status: 'current' }]);
  });

  it('tells a table that was edited by hand from one that is out of date', async () => {
    const text = (await inserted(`${PAPER}‸`)).replace('| Pay binds |', '| Pay binds *all* |');
    expect(await states(text)).toMatchObject([{ status: 'edited' }]);
  });

  it.each([
    [
      'an unknown table',
      `${PAPER}\n` + TABLE.replace('propositions', 'nonsense'),
      /none of proof-quotes/,
    ],
    [
      'two tables',
      `${PAPER}\n${TABLE.replace(':::\n', '')}\n| a |\n|---|\n| b |\n:::\n`,
      /just one/,
    ],
    ['no rows left', TABLE, /type=proposition/],
  ])('says what is wrong with %s', async (_, text, detail) => {
    const [state] = await states(text);
    expect(state).toMatchObject({ status: 'broken', edits: [] });
    expect(state?.detail).toMatch(detail);
  });
});

describe('what stands in a table that was made', () => {
  const paper = (fence: string) => `---
warrant: true
---

[the confidence that a partner behaves because cheating would cost more]{.construct #k-calc
term="calculative trust"} is one thing.

${fence}
| Construct | Quotation |
|---|---|
| calculative trust | “We count.” We held nine interviews. |
:::
`;

  it('is no use of a construct, and no count', async () => {
    const unused = async (fence: string) =>
      findings(await projectFrom({ 'paper.md': paper(fence) }), 'unused-construct').length;
    expect(await unused('::: {.warrant-table table=proof-quotes made=0}')).toBe(1);
    expect(await unused('::: {.other}')).toBe(0);
  });
});
