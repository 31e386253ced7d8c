import { afterEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  FileChangeType,
  HoverRequest,
  RegistrationRequest,
  type CodeAction,
  type Hover,
  type Location,
  type MarkupContent,
  type Registration,
} from 'vscode-languageserver/node';
import { warrant } from '../tools/command';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { LocalServer } from './localServer';

let server: LocalServer | undefined;

afterEach(() => server?.dispose());

const PAPER = `---
warrant: true
bibliography: refs.bib
---

[Trust grows with use]{.claim type=background} [@ring1995; @kay2001].
`;
const BIB = `@article{ring1994,
  author = {Ring, Peter Smith and Van de Ven, Andrew H.},
  title = {Developmental Processes of Cooperative Interorganizational Relationships},
  journal = {Academy of Management Review},
  volume = 19, number = 1, pages = {90--118}, year = 1994,
  doi = {10.5465/amr.1994.9410122009}
}
@book{kay2001, title = {Ties}}
`;
const URI = `${ROOT}paper.md`;
const BIB_URI = `${ROOT}refs.bib`;

async function start(files: MemoryFileSystem): Promise<LocalServer> {
  server = await LocalServer.start({ files });
  await server.open(URI, PAPER);
  return server;
}

const said = ({ published }: LocalServer, uri: string): string[] =>
  (published.get(uri) ?? []).map(({ code }) => String(code)).sort();

test('findings come when the bibliography has been read, and anew when it changes', async () => {
  const files = new MemoryFileSystem({ 'paper.md': PAPER, 'refs.bib': BIB });
  const here = await start(files);
  await here.until('the unknown work', () => said(here, URI).includes('unknown-citation'));
  expect(said(here, BIB_URI)).toEqual([]);

  files.write('refs.bib', `${BIB}@book{ring1995, title = {More}\n`);
  await here.changed(FileChangeType.Changed, BIB_URI);
  await here.until('the broken entry', () => said(here, BIB_URI).includes('broken-entry'));
  await here.until('the work in it', () => !said(here, URI).includes('unknown-citation'));

  files.write('refs.bib', `${BIB}@book{ring1995, title = {More}}\n`);
  await here.changed(FileChangeType.Changed, BIB_URI);
  await here.until('the mended entry', () => said(here, BIB_URI).length === 0);
  await here.until('nothing to say of the manuscript', () => said(here, URI).length === 0);

  files.remove('refs.bib');
  await here.changed(FileChangeType.Deleted, BIB_URI);
  await here.until('the missing file', () => said(here, URI).includes('missing-bibliography'));
  files.write('refs.bib', BIB);
  await here.changed(FileChangeType.Created, BIB_URI);
  await here.until('the file again', () => said(here, URI).includes('unknown-citation'));
});

test('a citation leads to its entry, and is shown as a reference', async () => {
  const paper = PAPER.replace('ring1995', 'ring1994');
  const files = new MemoryFileSystem({ 'paper.md': paper, 'refs.bib': BIB });
  server = await LocalServer.start({ files });
  await server.open(URI, paper);
  const position = { line: 5, character: 52 };
  const at = { textDocument: { uri: URI }, position };
  const hover = (await server.connection.sendRequest(HoverRequest.type, at)) as Hover;
  expect((hover.contents as MarkupContent).value).toContain(
    'Ring, P. S. & Van de Ven, A. H. (1994). Developmental Processes of Cooperative Interorganizational Relationships. *Academy of Management Review*, 19(1), 90–118. [doi:10.5465/amr.1994.9410122009](<https://doi.org/10.5465/amr.1994.9410122009>)'.replace(
      ' & ',
      ' \\& ',
    ),
  );
  const [target] = (await server.connection.sendRequest(DefinitionRequest.type, at)) as Location[];
  expect(target).toMatchObject({ uri: BIB_URI, range: { start: { line: 0, character: 9 } } });
});

test('what is wrong in a bibliography is printed by the command, once for all who share it', async () => {
  const files = new MemoryFileSystem({
    'a.md': PAPER,
    'b.md': PAPER,
    'refs.bib': `${BIB}@book{lost, title = {More}\n`,
  });
  const { out, code } = await warrant(['check', '.'], files);
  expect(out.match(/broken-entry/g)).toHaveLength(1);
  expect(out).toMatch(/refs\.bib:9:7.*a \} is missing/);
  expect(out.match(/unknown-citation/g)).toHaveLength(2);
  expect(code).toBe(1);
});

test('a bibliography that is edited and not saved counts as it stands, and goes back when it is closed', async () => {
  const files = new MemoryFileSystem({ 'paper.md': PAPER, 'refs.bib': BIB });
  const here = await start(files);
  await here.until('the unknown work', () => said(here, URI).includes('unknown-citation'));
  await here.open(BIB_URI, BIB, 'bibtex');
  const end = { line: BIB.split('\n').length - 1, character: 0 };
  const version = await here.change(BIB_URI, {
    range: { start: end, end },
    text: '@book{ring1995, title = {More}\n',
  });
  await here.until('the broken entry', () => said(here, BIB_URI).includes('broken-entry'));
  expect(said(here, URI)).not.toContain('unknown-citation');
  expect(here.published.get(BIB_URI)?.[0]?.range.start).toEqual({ line: end.line, character: 6 });
  expect(here.versions.get(BIB_URI)).toBe(version);

  // What the file says does not matter as long as the document is open.
  await here.changed(FileChangeType.Changed, BIB_URI);
  const behind = { line: end.line, character: '@book{ring1995, title = {More}'.length };
  await here.change(BIB_URI, { range: { start: behind, end: behind }, text: '}' });
  await here.until('the mended entry', () => said(here, BIB_URI).length === 0);
  expect(said(here, URI)).toEqual([]);

  await here.close(BIB_URI);
  await here.until('the file again', () => said(here, URI).includes('unknown-citation'));
});

test('a change that is told of twice is made once', async () => {
  const files = new MemoryFileSystem({ 'paper.md': PAPER, 'refs.bib': BIB });
  const here = await start(files);
  await here.until('the unknown work', () => said(here, URI).includes('unknown-citation'));
  await here.open(BIB_URI, BIB, 'bibtex');
  const start_ = { line: 0, character: 0 };
  const textDocument = { uri: BIB_URI, version: 7 };
  const contentChanges = [{ range: { start: start_, end: start_ }, text: '@book{ring1995,}\n' }];
  for (let times = 0; times < 2; times++) {
    await here.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }
  await here.until('the work', () => !said(here, URI).includes('unknown-citation'));
  await here.settled();
  expect(said(here, BIB_URI)).toEqual([]);
});

test('what is wrong in an open bibliography is mended there', async () => {
  const twice = `${BIB}@book{kay2001, title = {Ties}}\n@book{lost\n  title = {Lost}\n}\n`;
  const files = new MemoryFileSystem({ 'paper.md': PAPER, 'refs.bib': twice });
  const here = await start(files);
  await here.open(BIB_URI, twice, 'bibtex');
  await here.until('the faults', () => said(here, BIB_URI).length === 2);
  const fixes = async (rule: string) => {
    const found = here.published.get(BIB_URI)?.find(({ code }) => code === rule);
    const actions = (await here.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: BIB_URI },
      range: found?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: found ? [found] : [] },
    })) as CodeAction[];
    return actions.map(({ title, edit }) => [title, edit?.changes?.[BIB_URI]?.length]);
  };
  expect(await fixes('broken-entry')).toEqual([['Add the comma', 1]]);
  expect(await fixes('duplicate-key')).toEqual([['Delete this entry, which the other repeats', 1]]);
});

test('the client is asked to tell of the files that are read, and of no others', async () => {
  const paper = PAPER.replace('refs.bib', '[refs.bib, 🎓.bib]');
  const read = { 'refs.bib': BIB, '🎓.bib': BIB };
  const files = new MemoryFileSystem({ 'paper.md': paper, 'other.bib': BIB, ...read });
  const asked: Registration[] = [];
  server = await LocalServer.start({
    files,
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: true },
        codeAction: { dynamicRegistration: true },
      },
    },
  });
  server.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    asked.push(...registrations);
  });
  await server.open(URI, paper);
  await server.until('the registration', () => asked.length > 0);
  const documentSelector = [{ pattern: '**/paper/refs.bib' }, { pattern: '**/paper/??.bib' }];
  expect(asked.map(({ method }) => method)).toEqual([
    'textDocument/didChange',
    'textDocument/didClose',
    'textDocument/codeAction',
    'textDocument/didOpen',
  ]);
  for (const { registerOptions } of asked)
    expect(registerOptions).toMatchObject({ documentSelector });
});

test('a transcript of which an editor cannot read all letters is read from its file until it is edited', async () => {
  const paper = `["Wir hätten dafür nie unsere Unterschrift gegeben"]{.evidence source=owner}
["Davon war in dem Gespräch gar keine Rede gewesen"]{.evidence source=owner}
`;
  const config = 'sources: [{id: owner, file: owner.txt}]\n';
  const latin = Buffer.from('Wir hätten dafür nie unsere Unterschrift gegeben.\r\nJa.\n', 'latin1');
  const files = new MemoryFileSystem({
    'paper.md': paper,
    'owner.txt': latin,
    'warrant.yaml': config,
  });
  server = await LocalServer.start({ files });
  const here = server;
  await here.open(URI, paper);
  await here.until('the invented quotation', () => said(here, URI).includes('quotation-not-found'));
  const before = said(here, URI);
  const owner = `${ROOT}owner.txt`;
  const shown = new TextDecoder().decode(latin).replaceAll('\r\n', '\n');
  await here.open(owner, shown, 'plaintext');
  await here.settled();
  expect(said(here, URI)).toEqual(before);

  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const text =
    'Wir hätten dafür nie unsere Unterschrift gegeben. Davon war in dem Gespräch gar keine Rede gewesen.\n';
  await here.change(owner, { range, text });
  await here.until('what is written now', () => !said(here, URI).includes('quotation-not-found'));
});
