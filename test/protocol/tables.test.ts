import { afterEach, describe, expect, test } from 'vitest';
import type { ProtocolTextEdit, RetagResult } from '../../server/src/shared/protocol';
import {
  DATA_STRUCTURE,
  INSERT_TABLE,
  TABLE_STATES,
  TABLES,
  type DataStructureResult,
  type ProtocolTable,
  type ProtocolTableState,
} from '../../server/src/shared/tables';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const PAPER = `‸[Pay binds]{.claim type=proposition label=P1}. [pay]{.construct tier=theme}
`;
const TEXT = PAPER.replace('‸', '');

const ask = <T>(method: string, params: object = {}) =>
  here.client.connection.sendRequest<T>(method, { uri: here.uriOf('paper.md'), ...params });

function edited(text: string, edits: readonly ProtocolTextEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => {
      const { start, end } = range;
      return { range: { start: lines.offsetAt(start), end: lines.offsetAt(end) }, newText };
    }),
  );
}

describe('tables and figures from the tags', () => {
  test('are offered with how much they hold, or why they are empty', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    const tables = await ask<ProtocolTable[]>(TABLES);
    expect(tables.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['proof-quotes', 0],
      ['sources', 0],
      ['informants', 0],
      ['triangulation', 0],
      ['propositions', 1],
    ]);
    expect(tables[0]?.detail).toMatch(/^No quotation/);
    expect(tables[4]?.detail).toBe('');
  });

  test('are put into the text, and compared with what the tags say now', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    const end = { line: 1, character: 0 };
    const range = { start: end, end };
    const refused = await ask<RetagResult>(INSERT_TABLE, { range, table: 'sources' });
    expect(refused).toMatchObject({ ok: false });
    const result = await ask<RetagResult>(INSERT_TABLE, { range, table: 'propositions' });
    if (!result.ok) throw new Error(result.message);
    const text = edited(TEXT, result.changes[here.uriOf('paper.md')] ?? []);
    expect(text).toContain('::: {.warrant-table table=propositions made=');
    await here.stop();
    here = await Navigator.start({ 'paper.md': `‸${text.replace('[Pay binds]', '[Pay ties]')}` });
    const [state] = await ask<ProtocolTableState[]>(TABLE_STATES);
    expect(state).toMatchObject({ status: 'outdated', range: { start: { line: 2 } } });
    const after = edited(text.replace('[Pay binds]', '[Pay ties]'), state?.edits ?? []);
    expect(after).toContain('| P1 | Pay ties |');
  });

  test('draw the data structure, or say why there is none', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    expect(await ask<DataStructureResult>(DATA_STRUCTURE)).toMatchObject({ ok: true, notes: [] });
    await here.stop();
    here = await Navigator.start({ 'paper.md': '‸[x]{.claim}\n' });
    expect(await ask<DataStructureResult>(DATA_STRUCTURE)).toMatchObject({ ok: false });
  });

  test.each([
    ['', { restricted: 0, confidential: 0 }],
    ['to [those who own]{.construct tier=concept}', { restricted: 1, confidential: 0 }],
  ])('say how much evidence was held back from the figure: “%s”', async (words, heldBack) => {
    const text = `${PAPER}["It went ${words}."]{.evidence access=restricted}\n`;
    here = await Navigator.start({ 'paper.md': text });
    expect(await ask<DataStructureResult>(DATA_STRUCTURE)).toMatchObject({ ok: true, heldBack });
  });

  test('refuse parameters that make no sense', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    await expect(ask(INSERT_TABLE, { table: 'nonsense' })).rejects.toThrow();
  });
});
