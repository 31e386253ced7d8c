import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  ExecuteCommandRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  ShowDocumentRequest,
  type CodeLens,
  type InlayHint,
  type Location,
} from 'vscode-languageserver/node';
import {
  OPEN_PLACE,
  SHOW_PLACES,
  TAG_MARKS,
  WITHOUT_TAGS,
  WRITE_ATTRIBUTE,
  type ProtocolRange,
  type TagMarksResult,
} from '../../server/src/shared/protocol';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const PAPER = `# Findings

‸[Trust outlived the bonus]{.claim #c-trust evidence="e-own @kay"}.

["Mine."]{.evidence #e-own kind=interview} and more.
`;

const lines = (from: number, to: number): ProtocolRange => ({
  start: { line: from, character: 0 },
  end: { line: to, character: 0 },
});

describe('tags for who shows their markup in short', () => {
  const ask = (ranges: readonly ProtocolRange[]) =>
    here.client.connection.sendRequest<TagMarksResult>(TAG_MARKS, {
      uri: here.uriOf('paper.md'),
      ranges,
    });
  const shown = ({ marks }: TagMarksResult) =>
    marks.map(({ label, words, chip }) => [label, words && here.words(words), here.words(chip)]);

  test('come with the version of the text, once each', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    const result = await ask([lines(0, 3), lines(2, 9)]);
    expect(result.version).toBe(1);
    expect(shown(result)).toEqual([
      ['claim', 'Trust outlived the bonus', ']{.claim #c-trust evidence="e-own @kay"}'],
      ['evidence', '"Mine."', ']{.evidence #e-own kind=interview}'],
    ]);
    await here.client.change(here.uriOf('paper.md'), 'So ', lines(2, 2));
    const edited = await ask([lines(2, 3)]);
    expect(edited).toMatchObject({ version: 2, marks: [{ chip: { start: { character: 28 } } }] });
  });

  test('are none in a part without any, and in what is no manuscript', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    expect(await ask([lines(0, 1)])).toEqual({ version: 1, marks: [] });
    const other = here.uriOf('missing.md');
    const params = { uri: other, ranges: [lines(0, 9)] };
    expect(await here.client.connection.sendRequest<TagMarksResult>(TAG_MARKS, params)).toEqual({
      version: null,
      marks: [],
    });
  });
});

describe('lenses', () => {
  const FILES = {
    'warrant.yaml': 'manuscript: [paper.md, data.md]\n',
    'paper.md': PAPER,
    'data.md': '["Ours."]{.evidence #e-our}\n',
  };
  const lenses = async (): Promise<CodeLens[]> => {
    const { connection } = here.client;
    const found = (await connection.sendRequest(CodeLensRequest.type, here.document)) ?? [];
    return Promise.all(
      found.map((lens) => connection.sendRequest(CodeLensResolveRequest.type, lens)),
    );
  };
  const said = (all: readonly CodeLens[]) => all.map(({ command }) => command?.title);

  test('say what a claim rests on, and lead there by the commands of the client', async () => {
    here = await Navigator.start(FILES, {}, { commands: [SHOW_PLACES, WRITE_ATTRIBUTE] });
    const all = await lenses();
    expect(said(all)).toEqual(['1 evidence', '1 citation', 'no warrant', 'supports 1']);
    const [evidence, , warrant] = all;
    expect(evidence?.range.start).toEqual({ line: 2, character: 0 });
    expect(evidence?.command?.command).toBe(SHOW_PLACES);
    const [origin, places] = (evidence?.command?.arguments ?? []) as [Location, Location[]];
    expect(origin).toMatchObject({ uri: here.uriOf('paper.md') });
    expect(here.draw(places)).toEqual({
      'paper.md': here.files['paper.md']?.replace('["Mine."]', '[⟦"Mine."⟧]'),
    });
    expect(warrant?.command).toMatchObject({
      command: WRITE_ATTRIBUTE,
      arguments: [here.uriOf('paper.md'), { line: 2, character: 64 }, 'warrant'],
    });
  });

  test('lead into an attribute that stands there and says nothing, and write none twice', async () => {
    const text = '‸[A]{.claim #c-a evidence=e-gone warrant=""}\n';
    here = await Navigator.start({ 'paper.md': text }, {}, { commands: [WRITE_ATTRIBUTE] });
    const all = await lenses();
    expect(said(all)).toEqual(['no evidence', 'no warrant']);
    expect(all.map(({ command }) => command?.arguments)).toEqual([
      [here.uriOf('paper.md'), { line: 0, character: 31 }],
      [here.uriOf('paper.md'), { line: 0, character: 41 }],
    ]);
  });

  test('name the elements where several stand in one line', async () => {
    const line = '‸[A]{.claim #c-a} ["x"]{.evidence #e-x supports=c-a} [b]{.construct #k-b}\n';
    here = await Navigator.start({ 'paper.md': line });
    expect(said(await lenses())).toEqual([
      'c-a: 1 evidence',
      'no warrant',
      'e-x: supports 1',
      'k-b: not used yet',
    ]);
  });

  test('open the place in clients that have no command for it', async () => {
    here = await Navigator.start(FILES);
    const shown: unknown[] = [];
    here.client.connection.onRequest(ShowDocumentRequest.type, (params) => {
      shown.push(params);
      return { success: true };
    });
    const [evidence] = await lenses();
    expect(evidence?.command?.command).toBe(OPEN_PLACE);
    await here.client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: evidence?.command?.command ?? '',
      arguments: evidence?.command?.arguments ?? [],
    });
    expect(shown).toMatchObject([{ uri: here.uriOf('paper.md'), takeFocus: true }]);
  });

  test('are asked for again when another file has changed what they say', async () => {
    here = await Navigator.start(FILES, { workspace: { codeLens: { refreshSupport: true } } });
    const refreshed = new Promise((resolve) => {
      here.client.connection.onRequest(CodeLensRefreshRequest.type, resolve);
    });
    // Until the whole project is read, nothing is said.
    await expect.poll(async () => said(await lenses())[0]).toBe('1 evidence');
    const data = here.uriOf('data.md');
    await here.client.open(data, '["Ours."]{.evidence #e-our supports=c-trust}\n');
    await refreshed;
    expect(said(await lenses())[0]).toBe('2 evidence');
  });
});

describe('hints', () => {
  const FILES = {
    'warrant.yaml': 'manuscript: [paper.md, data.md]\n',
    'paper.md': '‸[Trust outlived the bonus]{.claim #c-trust evidence=e-own}.\n',
    'data.md': '["Nobody paid us for it."]{.evidence #e-own}\n',
  };
  const CAPABLE = { workspace: { inlayHint: { refreshSupport: true } } };
  const on = (enabled: unknown) => ({ 'warrant.inlayHints': { enabled } });
  const hints = async (): Promise<InlayHint[]> => {
    const params = { ...here.document, range: lines(0, 9) };
    return (await here.client.connection.sendRequest(InlayHintRequest.type, params)) ?? [];
  };
  const labels = (all: readonly InlayHint[]) =>
    all.map(({ label }) => (typeof label === 'string' ? label : label[0]?.value));
  const refreshed = () =>
    new Promise((resolve) => {
      here.client.connection.onRequest(InlayHintRefreshRequest.type, resolve);
    });
  // What stands in other files is said once these are read.
  const hinted = (number: number) => expect.poll(hints).toHaveLength(number);

  test('say what ids stand for, and lead there', async () => {
    here = await Navigator.start(FILES, CAPABLE, {}, on(true));
    await hinted(1);
    const [hint, ...others] = await hints();
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ position: { line: 0, character: 57 }, paddingLeft: true });
    const [part] = Array.isArray(hint?.label) ? hint.label : [];
    expect(part?.value).toBe('“Nobody paid us for it.”');
    expect(here.draw(part?.location ? [part.location] : [])).toEqual({
      'data.md': '[⟦"Nobody paid us for it."⟧]{.evidence #e-own}\n',
    });
    expect(hint?.tooltip).toBeUndefined();
    const { connection } = here.client;
    const resolved = hint && (await connection.sendRequest(InlayHintResolveRequest.type, hint));
    expect(resolved).toMatchObject({
      tooltip: { kind: 'markdown', value: 'Evidence: “Nobody paid us for it.”\n\n`#e-own`' },
    });
  });

  test('come and go with their setting, and are off without it', async () => {
    here = await Navigator.start(FILES, CAPABLE, {}, {});
    await here.client.diagnosticsWhen(here.uriOf('paper.md'), () => true);
    expect(await hints()).toEqual([]);
    let again = refreshed();
    await here.client.configure(on(true));
    await again;
    await hinted(1);
    again = refreshed();
    await here.client.configure(on('perhaps'));
    await again;
    expect(await hints()).toEqual([]);
  });

  test('heed what a client sends that cannot be asked', async () => {
    here = await Navigator.start(FILES);
    expect(await hints()).toEqual([]);
    const settings = { warrant: { inlayHints: { enabled: true } } };
    const { connection } = here.client;
    await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(labels(await hints())).toEqual(['“Nobody paid us for it.”']);
  });

  test('are asked for again when another file has changed what they say', async () => {
    here = await Navigator.start(FILES, CAPABLE, {}, on(true));
    await hinted(1);
    const again = refreshed();
    await here.client.open(here.uriOf('data.md'), '["We stayed."]{.evidence #e-own}\n');
    await again;
    await expect.poll(async () => labels(await hints())).toEqual(['“We stayed.”']);
  });
});

test('parts of a document are given without tags', async () => {
  here = await Navigator.start({ 'paper.md': PAPER });
  const ask = (name: string, ranges: readonly ProtocolRange[]) =>
    here.client.connection.sendRequest(WITHOUT_TAGS, { uri: here.uriOf(name), ranges });
  expect(await ask('paper.md', [lines(2, 3), lines(4, 5)])).toEqual([
    'Trust outlived the bonus.\n',
    '"Mine." and more.\n',
  ]);
  expect(await ask('missing.md', [lines(0, 1)])).toBeNull();
});

describe('semantic tokens', () => {
  const connection = () => here.client.connection;

  test('name the words in braces in types that every editor knows', async () => {
    here = await Navigator.start({ 'paper.md': '‸[A]{.claim #c-a evidence="e-no\n  @kay"}\n' });
    const { legend } = here.client.result.capabilities.semanticTokensProvider ?? {};
    expect(legend?.tokenTypes).toEqual(['type', 'variable', 'property', 'string', 'parameter']);
    const tokens = () => connection().sendRequest(SemanticTokensRequest.type, here.document);
    const modifier = (name: string) => 1 << (legend?.tokenModifiers.indexOf(name) ?? 0);
    const expected = [
      ...[0, 5, 5, 0, modifier('claim')],
      ...[0, 7, 3, 1, modifier('declaration') | modifier('claim')],
      ...[0, 4, 8, 2, 0],
      ...[0, 10, 4, 4, modifier('unresolved')],
      ...[1, 2, 4, 4, 0],
    ];
    // Until the whole project is read, no id is called unknown.
    await expect.poll(async () => (await tokens())?.data).toEqual(expected);
    const part = await connection().sendRequest(SemanticTokensRangeRequest.type, {
      ...here.document,
      range: lines(0, 1),
    });
    expect(part?.data).toEqual(expected);
  });

  test('tell what has changed since', async () => {
    here = await Navigator.start({ 'paper.md': '‸[A]{.claim}\n\n[B]{.claim}\n' });
    const first = await connection().sendRequest(SemanticTokensRequest.type, here.document);
    await here.client.change(here.uriOf('paper.md'), 'stage', {
      start: { line: 2, character: 5 },
      end: { line: 2, character: 10 },
    });
    const delta = await connection().sendRequest(SemanticTokensDeltaRequest.type, {
      ...here.document,
      previousResultId: first?.resultId ?? '',
    });
    expect(delta).toMatchObject({ edits: [{ start: 9, deleteCount: 1, data: [8] }] });
  });

  test('have types of their own for a client that knows them', async () => {
    here = await Navigator.start({ 'paper.md': '‸[A]{.claim}\n' }, {}, { ownTokenTypes: true });
    const { legend } = here.client.result.capabilities.semanticTokensProvider ?? {};
    expect(legend?.tokenTypes[0]).toBe('warrantKind');
  });
});
