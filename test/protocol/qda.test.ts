import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
} from 'vscode-languageserver/node';
import type { RetagResult } from '../../server/src/shared/protocol';
import {
  IMPORT_CODES,
  INSERT_EVIDENCE,
  QDA_OFFER,
  type QdaOffer,
} from '../../server/src/shared/qda';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { Navigator } from './navigator';

const FILES = {
  'warrant.yaml': `manuscript: [one.md, two.md]
qda: [codings.csv, more/codings.csv]
sources:
  - {id: owner, kind: interview, access: restricted}
`,
  'one.md':
    '‸Then came the fine.\n\n["I did not sleep"]{.evidence #e-s source=owner qda=d1000001}\n',
  'two.md': '[fear]{.construct #k-fear code=Fear}\n\nThe end.\n',
  'codings.csv': `guid,code,quotation,source,place,description
d1000001-0000-4000-8000-000000000001,Fear,I did not sleep,owner,min 9,Being afraid
d1000002-0000-4000-8000-000000000002,Compliance > Calculated,"He *signed*, $5",owner.docx,min 2,
`,
  'more/codings.csv': `guid,code,quotation,source
d1000003-0000-4000-8000-000000000003,Fear,Nobody asked,nurse
`,
};
const START: Position = { line: 0, character: 0 };
const BETWEEN = { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } } };

let here: Navigator;

const ask = <T>(method: string, params: object = {}, file = 'one.md') =>
  here.client.connection.sendRequest<T>(method, { uri: here.uriOf(file), ...params });

/** What a file is after an answer. */
function after(result: RetagResult, file: 'one.md' | 'two.md' = 'one.md'): string {
  if (!result.ok) throw new Error(result.message);
  const text = here.files[file] ?? '';
  const lines = new LineIndex(text);
  const edits = result.changes[here.uriOf(file)] ?? [];
  return applyEdits(
    text,
    edits.map(({ range: { start, end }, newText }) => ({
      range: { start: lines.offsetAt(start), end: lines.offsetAt(end) },
      newText,
    })),
  );
}

describe('what is taken from the QDA files of a manuscript of several files', () => {
  beforeAll(async () => {
    here = await Navigator.start(FILES);
  });
  afterAll(() => here.stop());

  test('is offered from all of them, with what is restricted, for its authors see everything', async () => {
    const offer = await ask<QdaOffer>(QDA_OFFER);
    expect(offer).toMatchObject({ files: 2, faults: [] });
    expect(offer.selections).toMatchObject([
      { guid: 'd1000001-0000-4000-8000-000000000001', text: 'I did not sleep', isUsed: true },
      { source: 'owner.docx', place: 'min 2', codes: ['Calculated'], isUsed: false },
      { text: 'Nobody asked', source: 'nurse', place: '', isUsed: false },
    ]);
    expect(offer.codes).toMatchObject([
      { name: 'Fear', above: [], description: 'Being afraid', passages: 2, isUsed: true },
      { name: 'Compliance', passages: 0 },
      { name: 'Calculated', above: ['Compliance'], passages: 1, isUsed: false },
    ]);
  });

  test('names the source, so that what is restricted stays so, and is escaped', async () => {
    const range = { start: { line: 0, character: 18 }, end: { line: 0, character: 18 } };
    const result = await ask<RetagResult>(INSERT_EVIDENCE, { range, guid: 'd1000002' });
    const [first] = after(result).split('\n');
    expect(first).toMatch(
      /^Then came the fine\s?\[“He \\\*signed\\\*, \\?\$5”\]\{\.evidence #e-\S+ source=owner loc="min 2" qda=d1000002\}/,
    );
  });

  test('says where a source is declared nowhere', async () => {
    const result = await ask<RetagResult>(
      INSERT_EVIDENCE,
      { ...BETWEEN, guid: 'd1000003' },
      'two.md',
    );
    expect(after(result, 'two.md')).toContain('Nobody asked');
    expect(result).toMatchObject({ notes: [expect.stringContaining('“nurse”')] });
  });

  test('is refused where it has vanished', async () => {
    const evidence = await ask<RetagResult>(INSERT_EVIDENCE, { ...BETWEEN, guid: 'd9999999' });
    expect(evidence).toEqual({
      ok: false,
      message: 'This selection is not in the QDA project any more',
    });
    const codes = await ask<RetagResult>(IMPORT_CODES, { ...BETWEEN, codes: ['gone'] });
    expect(codes).toEqual({
      ok: false,
      message: 'These codes are not in the codebook any more',
    });
  });

  test('are constructs too, with their parents', async () => {
    const { codes } = await ask<QdaOffer>(QDA_OFFER);
    const ids = codes.filter(({ name }) => name.startsWith('C')).map(({ id }) => id);
    const result = await ask<RetagResult>(IMPORT_CODES, { ...BETWEEN, codes: ids });
    expect(after(result)).toMatch(/#k-compliance[^]*#k-calculated[^]*parent=k-compliance/);
  });

  test.each([
    [QDA_OFFER, { uri: 7 }],
    [INSERT_EVIDENCE, { guid: 'd1000001' }],
    [INSERT_EVIDENCE, { ...BETWEEN, guid: 7 }],
    [INSERT_EVIDENCE, { range: { start: START }, guid: 'd1000001' }],
    [IMPORT_CODES, { ...BETWEEN, codes: 'Fear' }],
    [IMPORT_CODES, BETWEEN],
  ])('%s refuses %j', async (method, params) => {
    await expect(ask(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  });

  test('a place outside the text, and a file that is no manuscript, harm nothing', async () => {
    const far = { line: 999, character: 999 };
    const result = await ask<RetagResult>(INSERT_EVIDENCE, {
      range: { start: far, end: far },
      guid: 'd1000003',
    });
    expect(after(result)).toContain('Nobody asked');
    const start = { range: { start: START, end: START }, guid: 'd1000003' };
    expect(await ask<RetagResult>(INSERT_EVIDENCE, start, 'gone.md')).toMatchObject({ ok: false });
  });
});

test.each([
  ['no QDA file', '', { files: 0, faults: [] }],
  ['one that is not there', 'qda: gone.qdpx\n', { files: 1, faults: ['gone.qdpx is not there'] }],
  [
    'one that is broken beside one that is not',
    'qda: [broken.qdpx, codings.csv]\n',
    { files: 2, faults: [expect.stringMatching(/^broken\.qdpx cannot be read: /)] },
  ],
])('a manuscript with %s says so', async (_, qda, expected) => {
  here = await Navigator.start({
    'warrant.yaml': `manuscript: [one.md]\n${qda}`,
    'one.md': FILES['one.md'],
    'codings.csv': FILES['codings.csv'],
    'broken.qdpx': 'PK, and no more',
  });
  try {
    const offer = await ask<QdaOffer>(QDA_OFFER);
    expect(offer).toMatchObject(expected);
    expect(offer.selections).toHaveLength(qda.includes('codings') ? 2 : 0);
    const result = await ask<RetagResult>(INSERT_EVIDENCE, { ...BETWEEN, guid: 'd1000002' });
    expect(result.ok).toBe(qda.includes('codings'));
  } finally {
    await here.stop();
  }
});

test('a request that is cancelled while the files are read is answered so', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => `Fear,passage ${row},owner`);
  here = await Navigator.start({
    ...FILES,
    'more/codings.csv': `code,quotation,source\n${rows.join('\n')}\n`,
  });
  try {
    const source = new CancellationTokenSource();
    const params = { uri: here.uriOf('one.md') };
    const asked = here.client.connection.sendRequest(QDA_OFFER, params, source.token);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await ask<QdaOffer>(QDA_OFFER)).toMatchObject({ files: 2 });
  } finally {
    await here.stop();
  }
});
