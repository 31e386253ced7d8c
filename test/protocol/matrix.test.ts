import { afterEach, describe, expect, test } from 'vitest';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { HELD_BACK, type ExportedText } from '../../server/src/shared/exports';
import {
  MATRIX,
  MATRIX_FILE,
  MATRIX_LINK,
  type MatrixLinkParams,
  type ProtocolMatrix,
} from '../../server/src/shared/matrix';
import type { RetagResult } from '../../server/src/shared/protocol';
import { StdioClient } from '../tools/stdioClient';

type Written = Exclude<ExportedText, { realNames: string }>;

const uri = 'untitled:Untitled-1';
const TEXT =
  '[Trust grew]{.claim #c-a evidence=e-a} ["yes"]{.evidence #e-a} ["no"]{.evidence #e-b}\n';

let client: StdioClient;

afterEach(() => client.stop());

async function open(text: string): Promise<void> {
  client = await StdioClient.start();
  await client.open(uri, text);
}

function ask<T>(method: string, params: object): Promise<T> {
  return client.connection.sendRequest(method, params);
}

/** The text after a change of the link between two ends that have these ids. */
async function changed(asked: Pick<MatrixLinkParams, 'action' | 'stance'>, evidence: string) {
  const { rows, columns } = await ask<ProtocolMatrix>(MATRIX, { uri, options: {} });
  const result = await ask<RetagResult>(MATRIX_LINK, {
    uri,
    row: rows[0]?.key,
    evidence: columns.find(({ id }) => id === evidence)?.key,
    ...asked,
  });
  if (!result.ok) return result.message;
  const lines = new LineIndex(TEXT);
  const edits = (result.changes[uri] ?? []).map(({ range: { start, end }, newText }) => ({
    range: { start: lines.offsetAt(start), end: lines.offsetAt(end) },
    newText,
  }));
  return applyEdits(TEXT, edits);
}

describe('the matrix', () => {
  test('comes with the places that its cells stand for', async () => {
    await open(TEXT);
    const { rows, columns, cells } = await ask<ProtocolMatrix>(MATRIX, { uri, options: {} });
    expect(rows).toMatchObject([
      { id: 'c-a', location: { uri, range: { start: { line: 0, character: 1 } } } },
    ]);
    expect(columns.map(({ id, isUnused }) => [id, isUnused])).toEqual([
      ['e-a', false],
      ['e-b', true],
    ]);
    expect(cells).toMatchObject([
      { row: 0, column: 0, marks: [{ location: { range: { start: { character: 34 } } } }] },
    ]);
  });

  test('is null for a file that takes no part, and refuses what it does not know', async () => {
    await open('Nothing is tagged here.\n');
    expect(await ask(MATRIX, { uri, options: {} })).toBeNull();
    expect(await ask(MATRIX_FILE, { uri, options: {}, format: 'csv' })).toBeNull();
    await expect(ask(MATRIX, { uri, options: { columns: 'claims' } })).rejects.toThrow(/columns/);
  });

  test('is written as a file', async () => {
    await open(TEXT);
    const { text, notes } = await ask<Written>(MATRIX_FILE, {
      uri,
      options: {},
      format: 'markdown',
    });
    expect(text).toMatch(/^\| Claim \| \\#e-a \| \\#e-b \(unused\) \|/);
    expect(notes).toEqual([]);
  });

  test('is written without what its readers may not see, unless they may', async () => {
    await open(TEXT.replace('#e-a', '#e-a access=restricted'));
    const params = { uri, options: {}, format: 'html' };
    const held = await ask<Written>(MATRIX_FILE, params);
    expect(held.text).toMatch(/\[withheld: restricted\]/);
    expect(held.notes).toEqual(['1 piece of evidence held back (1 restricted)']);
    const all = await ask<Written>(MATRIX_FILE, { ...params, include: 'restricted' });
    expect(all.text).not.toMatch(/withheld/);
    expect(all.notes).toEqual([]);
    expect(await ask(HELD_BACK, { uri })).toEqual({ restricted: 1, confidential: 0 });
    await expect(ask(MATRIX_FILE, { ...params, include: 'all' })).rejects.toThrow(/include/);
  });

  test('makes a link, and takes one back', async () => {
    await open(TEXT);
    expect(await changed({ action: 'link', stance: 'against' }, 'e-b')).toBe(
      TEXT.replace('#e-b', '#e-b challenges=c-a'),
    );
    expect(await changed({ action: 'unlink', stance: 'for' }, 'e-a')).toBe(
      TEXT.replace(' evidence=e-a', ''),
    );
    expect(await changed({ action: 'link', stance: 'for' }, 'e-a')).toMatch(/linked already/);
  });
});
