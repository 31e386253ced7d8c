import { afterEach, expect, test } from 'vitest';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver/node';
import { QUOTATIONS, type ProtocolQuotations } from '../../server/src/shared/quotations';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

test('all quotations of a manuscript are summed up once their sources are read', async () => {
  here = await Navigator.start({
    'paper.md':
      '‸["We did join."]{.evidence source=owner} ["We did not join for it."]{.evidence source=owner}\n',
    'warrant.yaml': 'sources: [{id: owner, file: owner.txt}]\n',
    'owner.txt': 'INT: And?\nR1: We did not join for it, um, at all.\n',
  });
  const uri = here.uriOf('paper.md');
  const { sum, quotations } = await here.client.connection.sendRequest<ProtocolQuotations>(
    QUOTATIONS,
    { uri },
  );
  expect(sum).toBe('2 quotations: 1 verbatim, 1 too short to tell');
  expect(quotations.map(({ outcome, isGrave }) => [outcome, isGrave])).toEqual([
    ['too short to tell', false],
    ['verbatim', false],
  ]);
  expect(quotations[1]?.location).toEqual({
    uri,
    range: { start: { line: 0, character: 43 }, end: { line: 0, character: 66 } },
  });
});

test('what is in doubt comes with its passage and with what mends it', async () => {
  here = await Navigator.start({
    'paper.md': '‸["We did join for it, at all."]{.evidence source=owner}\n',
    'warrant.yaml': 'sources: [{id: owner, file: owner.txt}]\n',
    'owner.txt': 'INT: And?\nR1: We did not join for it, um, at all.\n',
  });
  const uri = here.uriOf('paper.md');
  const params = { uri };
  const { quotations } = await here.client.connection.sendRequest<ProtocolQuotations>(
    QUOTATIONS,
    params,
  );
  expect(quotations[0]).toMatchObject({
    isInDoubt: true,
    outcome: 'lost a not',
    whereabouts: 'owner, R1, l. 2',
    passage: { uri: here.uriOf('owner.txt'), range: { start: { line: 1, character: 4 } } },
  });
  const [fix, ...more] = quotations[0]?.fixes ?? [];
  expect(more).toEqual([]);
  expect(here.edited({ changes: { [uri]: [...(fix?.changes[uri] ?? [])] } })).toEqual({
    'paper.md': '["We did not join for it, at all."]{.evidence source=owner}\n',
  });
});

test('the place of a quotation can be set where the caret stands', async () => {
  here = await Navigator.start({
    'paper.md': '["We did not ‸join for it."]{.evidence source=owner}\n',
    'warrant.yaml': 'sources: [{id: owner, file: owner.txt}]\n',
    'owner.txt': 'INT: And?\nR1: We did not join for it, um, at all.\n',
  });
  const { connection } = here.client;
  await connection.sendRequest(QUOTATIONS, { uri: here.uriOf('paper.md') });
  const { position } = here.caret;
  const only = ['refactor.rewrite.place'];
  const [action] = ((await connection.sendRequest(CodeActionRequest.type, {
    ...here.document,
    range: { start: position, end: position },
    context: { diagnostics: [], only },
  })) ?? []) as CodeAction[];
  expect(action?.title).toBe('Set loc to “l. 2”, Where the Quotation Was Found');
  expect(here.edited(action?.edit ?? null)).toEqual({
    'paper.md': '["We did not join for it."]{.evidence source=owner loc="l. 2"}\n',
  });
});
