import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DefinitionRequest,
  type CodeAction,
  type LocationLink,
} from 'vscode-languageserver/node';
import {
  QUOTATIONS,
  SOURCE_TEXT,
  type ProtocolQuotations,
} from '../../server/src/shared/quotations';
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

describe('the text of a source that no editor opens', () => {
  const QDE = `<Project name="s"><Sources><TextSource guid="50000001-0000-4000-8000-000000000001" name="Interview 3"><PlainTextContent>INT: And?
OWN: We did not join for it, um, at all.</PlainTextContent></TextSource></Sources></Project>
`;
  const FILES = {
    'paper.md': '["We did not join ‸for it, at all."]{.evidence source=owner display=context}\n',
    'warrant.yaml': 'qda: study.qde\nsources: [{id: owner, qda: Interview 3}]\n',
    'study.qde': QDE,
  };
  const definition = () =>
    here.client.connection.sendRequest(DefinitionRequest.type, here.caret) as Promise<
      LocationLink[]
    >;
  const textOf = (uri: string) =>
    here.client.connection.sendRequest<string | null>(SOURCE_TEXT, { uri });

  test('is a document of its own, which begins to be shown at the passage', async () => {
    here = await Navigator.start(FILES, undefined, { showsSourceTexts: true });
    const { quotations } = await here.client.connection.sendRequest<ProtocolQuotations>(
      QUOTATIONS,
      { uri: here.uriOf('paper.md') },
    );
    const [{ targetUri: uri, targetRange: range }] = (await definition()) as [LocationLink];
    expect(uri).toMatch(/^warrant-source:\/Interview%203\.txt\?/);
    expect(range).toEqual({ start: { line: 1, character: 5 }, end: { line: 1, character: 39 } });
    expect(quotations[0]?.passage).toEqual({ uri, range });
    expect(await textOf(uri)).toBe('INT: And?\nOWN: We did not join for it, um, at all.');
  });

  test('is no way to read anything else', async () => {
    here = await Navigator.start(FILES, undefined, { showsSourceTexts: true });
    for (const query of [JSON.stringify([here.uriOf('warrant.yaml')]), '[]', '{', '"x"']) {
      expect(await textOf(`warrant-source:/x.txt?${encodeURIComponent(query)}`)).toBeNull();
    }
    expect(await textOf(here.uriOf('warrant.yaml'))).toBeNull();
  });

  test('is left alone where the editor does not show it', async () => {
    here = await Navigator.start(FILES);
    await here.client.connection.sendRequest(QUOTATIONS, { uri: here.uriOf('paper.md') });
    expect((await definition()).map(({ targetUri }) => targetUri)).not.toContainEqual(
      expect.stringMatching(/^warrant-source:|qde$/),
    );
  });
});
