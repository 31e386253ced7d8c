import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DefinitionRequest,
  DidChangeWorkspaceFoldersNotification,
  DocumentSymbolRequest,
  ErrorCodes,
  FileChangeType,
  HoverRequest,
  type CodeAction,
  type CodeActionKind,
  type DocumentSymbol,
  type Location,
  type MarkupContent,
  type Position,
  type Range,
} from 'vscode-languageserver/node';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { LocalServer } from './localServer';

let server: LocalServer;

afterEach(() => {
  server.dispose();
});

const rootUri = ROOT.slice(0, -1);
const UNSUPPORTED = '[Trust grew]{.claim #c-trust}.\n';

async function startWith(files: Record<string, string>): Promise<MemoryFileSystem> {
  const memory = new MemoryFileSystem(files);
  server = await LocalServer.start({ files: memory, params: { rootUri } });
  return memory;
}

describe('a window', () => {
  const files = new MemoryFileSystem({
    'warrant.yaml': 'manuscript: [a.md]\n',
    'a.md': UNSUPPORTED,
  });

  test.each([
    ['a root URI', { rootUri }],
    ['a root path', { rootPath: '/paper' }],
    ['folders', { workspaceFolders: [{ uri: rootUri, name: 'paper' }] }],
    ['malformed folders and a root URI', { workspaceFolders: 'none', rootUri }],
    ['malformed options', { rootUri, initializationOptions: 'fast, please' }],
  ])('is known by %s', async (_, params) => {
    server = await LocalServer.start({ files, params });
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
  });

  test('loses the findings of a folder that is removed', async () => {
    server = await LocalServer.start({
      files,
      params: { workspaceFolders: [{ uri: rootUri, name: 'paper' }] },
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
    await server.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed: [{ uri: rootUri, name: 'paper' }] },
    });
    await server.until('no finding', () => server.rules(`${ROOT}a.md`).length === 0);
  });
});

describe('diagnostics', () => {
  test('bear the version of the text that they are about', async () => {
    server = await LocalServer.start();
    await server.open('untitled:A', UNSUPPORTED, 'markdown', 4);
    await server.until('a finding', () => server.rules('untitled:A').length === 1);
    expect(server.versions.get('untitled:A')).toBe(4);
    const start = { line: 0, character: 0 };
    const version = await server.change('untitled:A', {
      range: { start, end: start },
      text: 'So ',
    });
    await server.until('the new version', () => server.versions.get('untitled:A') === version);
    expect(server.published.get('untitled:A')?.[0]?.range.start.character).toBe(4);
  });

  test('point to where a place in another file is now', async () => {
    const [first, second] = [`${ROOT}a.md`, `${ROOT}b.md`];
    const text = '[Words]{.construct #k-a term=words}.\n';
    await startWith({ 'warrant.yaml': 'manuscript: [a.md, b.md]\n', 'a.md': text, 'b.md': text });
    await server.open(first, text);
    const line = () => {
      const found = server.published.get(second)?.find(({ code }) => code === 'duplicate-id');
      return found?.relatedInformation?.find(({ location }) => location.uri === first)?.location
        .range.start.line;
    };
    await server.until('a finding that points to the other file', () => line() === 0);
    const start = { line: 0, character: 0 };
    await server.change(first, { range: { start, end: start }, text: 'More.\n\n' });
    await server.until('the new place', () => line() === 2);
  });

  test('of a single file go when it is closed', async () => {
    await startWith({ 'a.md': UNSUPPORTED });
    await server.open(`${ROOT}a.md`, UNSUPPORTED);
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
    await server.close(`${ROOT}a.md`);
    await server.until('none', () => server.rules(`${ROOT}a.md`).length === 0);
  });

  test('of a file of the project are those of the disk once it is closed unsaved', async () => {
    await startWith({ 'warrant.yaml': 'manuscript: [a.md]\n', 'a.md': UNSUPPORTED });
    await server.open(`${ROOT}a.md`, 'Nothing is claimed.\n');
    await server.settled();
    expect(server.rules(`${ROOT}a.md`)).toEqual([]);
    await server.close(`${ROOT}a.md`);
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
  });

  test('go with the folder in which their file stood', async () => {
    const files = await startWith({
      'warrant.yaml': 'manuscript: ["**/*.md"]\n',
      'a.md': 'Text.\n',
      'part/b.md': UNSUPPORTED,
    });
    await server.until('a finding', () => server.rules(`${ROOT}part/b.md`).length === 1);
    files.remove('part/b.md');
    await server.changed(FileChangeType.Deleted, `${ROOT}part`);
    await server.until('none', () => server.rules(`${ROOT}part/b.md`).length === 0);
    files.write('other/b.md', UNSUPPORTED);
    await server.changed(FileChangeType.Created, `${ROOT}other`);
    await server.until('a finding', () => server.rules(`${ROOT}other/b.md`).length === 1);
  });

  test.each(['git:/paper/a.md?x', 'gitlens:/paper/a.md', 'vscode-local-history:/paper/a.md'])(
    'are not given for the copy %s',
    async (uri) => {
      server = await LocalServer.start();
      await server.open(uri, UNSUPPORTED);
      await server.open('untitled:B', UNSUPPORTED);
      await server.until('a finding', () => server.rules('untitled:B').length === 1);
      expect(server.rules(uri)).toEqual([]);
    },
  );

  test('are given for the spelling of the URI that the editor uses', async () => {
    await startWith({ 'warrant.yaml': 'manuscript: ["*.md"]\n', 'Müller report.md': UNSUPPORTED });
    const closed = `${ROOT}M%C3%BCller%20report.md`;
    await server.until('a finding', () => server.rules(closed).length === 1);
    const spelt = `${ROOT}M%c3%bcller report.md`;
    await server.open(spelt, UNSUPPORTED);
    await server.until('the other spelling', () => server.rules(spelt).length === 1);
    expect(server.rules(closed)).toEqual([]);
    const [link] = (await server.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: spelt },
      position: { line: 0, character: 24 },
    })) as Location[];
    expect(link?.uri).toBe(spelt);
  });
});

describe('warrant.yaml', () => {
  const config = `${ROOT}warrant.yaml`;

  test('counts as it stands in the editor, saved or not', async () => {
    await startWith({ 'warrant.yaml': 'manuscript: [a.md]\n', 'a.md': UNSUPPORTED });
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
    const text = 'manuscript: [a.md]\nrules: {unsupported-finding: off}\nstages: draft\n';
    await server.open(config, text, 'yaml');
    await server.until('the manuscript is quiet', () => server.rules(`${ROOT}a.md`).length === 0);
    expect(server.published.get(config)?.[0]?.message).toContain('did you mean stage?');
    const [action] = await actions(config, whole(text), ['quickfix']);
    const [edits] = Object.values(action?.edit?.changes ?? {});
    expect(edits?.[0]?.newText).toBe('stage');
    await server.close(config);
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
    expect(server.rules(config)).toEqual([]);
  });

  test('is taken up when it is created, and let go when it is deleted', async () => {
    const files = await startWith({ 'a.md': UNSUPPORTED });
    await server.settled();
    expect(server.rules(`${ROOT}a.md`)).toEqual([]);
    files.write('warrant.yaml', 'manuscript: [a.md]\n');
    await server.changed(FileChangeType.Created, config);
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
    files.remove('warrant.yaml');
    await server.changed(FileChangeType.Deleted, config);
    await server.until('none', () => server.rules(`${ROOT}a.md`).length === 0);
  });

  test('says that a file it lists has gone, though it is still open', async () => {
    const files = await startWith({ 'warrant.yaml': 'manuscript: [a.md]\n', 'a.md': UNSUPPORTED });
    await server.open(`${ROOT}a.md`, UNSUPPORTED);
    await server.until('a finding', () => server.rules(`${ROOT}a.md`).length === 1);
    files.remove('a.md');
    await server.changed(FileChangeType.Deleted, `${ROOT}a.md`);
    await server.settled();
    expect(server.rules(`${ROOT}a.md`)).toEqual(['unsupported-finding']);
    await server.close(`${ROOT}a.md`);
    await server.until('it is missed', () => server.rules(config).length === 1);
    expect(server.rules(`${ROOT}a.md`)).toEqual([]);
  });

  test('explains its keys and leads to the elements that it names', async () => {
    const yaml = 'manuscript: [a.md]\nstage: draft\nelements:\n  c-trust: {evidence: "#e-a"}\n';
    const manuscript = `${UNSUPPORTED}\n["We stayed."]{.evidence #e-a source=@x}\n`;
    await startWith({ 'warrant.yaml': yaml, 'a.md': manuscript });
    const at = (line: number, character: number) => ({
      textDocument: { uri: config },
      position: { line, character } satisfies Position,
    });
    const links = (await server.connection.sendRequest(
      DefinitionRequest.type,
      at(3, 26),
    )) as Location[];
    expect(links[0]).toMatchObject({
      uri: `${ROOT}a.md`,
      range: { start: { line: 2 } },
    });
    const hover = await server.connection.sendRequest(HoverRequest.type, at(3, 4));
    expect((hover?.contents as MarkupContent).value).toMatch(/Claim[^]*We stayed/);
  });
});

describe('quick fixes', () => {
  const text = `${UNSUPPORTED}\n[Sales grew]{.claim #c-trust}.\n`;

  test('for a range are those of all that it touches, each once', async () => {
    server = await LocalServer.start();
    await server.open('untitled:A', text);
    const titles = (await actions('untitled:A', whole(text))).map(({ title, edit }) =>
      JSON.stringify([title, edit]),
    );
    expect(titles.length).toBeGreaterThan(2);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each<[readonly CodeActionKind[], boolean]>([
    [[''], true],
    [['quickfix'], true],
    [['refactor', 'quickfix'], true],
    [['quick'], false],
    [['quickfix.other'], false],
    [['source.organizeImports'], false],
    [[], false],
  ])('of the kinds %j: %s', async (only, offered) => {
    server = await LocalServer.start();
    await server.open('untitled:A', text);
    const found = await actions('untitled:A', whole(text), only);
    expect(found.length > 0).toBe(offered);
  });
});

test('the words of a symbol stand inside it, also where the text is unfinished', async () => {
  const text =
    '# {.mechanism #m}\n\n::: {.step #s of=m}\n\n[]{.claim #c}[a [b]{.evidence supports=c}]{.claim}\n\n## Next {.step of=m}\n\n<span class="claim" id="c-h">x</span>\n\n![](f.png){.evidence #fig-a}\n';
  server = await LocalServer.start();
  await server.open('untitled:A', text);
  const symbols = (await server.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: 'untitled:A' },
  })) as DocumentSymbol[];
  const visit = (list: readonly DocumentSymbol[]): number =>
    list.reduce((sum, { name, range, selectionRange, children }) => {
      expect(name).not.toBe('');
      expect(isBefore(range.start, selectionRange.start), name).toBe(true);
      expect(isBefore(selectionRange.end, range.end), name).toBe(true);
      return sum + 1 + visit(children ?? []);
    }, 0);
  expect(visit(symbols)).toBeGreaterThanOrEqual(7);
});

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function whole(text: string): Range {
  return { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
}

async function actions(
  uri: string,
  range: Range,
  only?: readonly CodeActionKind[],
): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only ? { only: [...only] } : {}) };
  const params = { textDocument: { uri }, range, context };
  return (await server.connection.sendRequest(CodeActionRequest.type, params)) as CodeAction[];
}

test.each([
  [HoverRequest.method, { textDocument: { uri: 'untitled:A' } }],
  [HoverRequest.method, { textDocument: {}, position: { line: 0, character: 0 } }],
  [DefinitionRequest.method, { textDocument: { uri: 'untitled:A' }, position: { line: 0.5 } }],
  [CodeActionRequest.method, { textDocument: { uri: 'untitled:A' }, range: 'all' }],
])('%s with malformed parameters is refused', async (method, params) => {
  server = await LocalServer.start();
  await server.open('untitled:A', UNSUPPORTED);
  await expect(server.connection.sendRequest(method, params)).rejects.toMatchObject({
    code: ErrorCodes.InvalidParams,
  });
  expect(server.log).toEqual([]);
});
