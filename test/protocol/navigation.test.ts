import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  FileChangeType,
  FoldingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
  type DocumentLink,
  type LocationLink,
  type PrepareRenameResult,
  type SelectionRange,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Files } from '../tools/project';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const CONFIG = `manuscript: [paper.md, discussion.md]  # the order counts
elements:
  c-trust: {type: finding}   # said twice
`;
const PAPER = '[Trust outlived the bonus]{.claim #c-trust evidence=e-own}.\n';
const DISCUSSION =
  'As [said](#c-trust) above: ["Mine."]{.evidence #e-own tests=c-trust:hoop}. `c-trust`\n';

const marked = (name: string, from: string, to: string): Files => {
  const files = { 'warrant.yaml': CONFIG, 'paper.md': PAPER, 'discussion.md': DISCUSSION };
  return { ...files, [name]: files[name as keyof typeof files].replace(from, to) };
};

test('the server says what it can do', async () => {
  here = await Navigator.start(marked('paper.md', 'Trust', 'Tr‸ust'));
  expect(here.client.result.capabilities).toMatchObject({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    callHierarchyProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: true },
    renameProvider: { prepareProvider: true },
    workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } },
  });
});

describe('definition, references and highlights', () => {
  const everywhere = {
    'warrant.yaml': CONFIG.replace('c-trust', '⟦c-trust⟧'),
    'paper.md': PAPER.replace('c-trust', '⟦c-trust⟧'),
    'discussion.md': DISCUSSION.replace('#c-trust', '#⟦c-trust⟧').replace('c-trust:', '⟦c-trust⟧:'),
  };
  const links = (found: unknown) =>
    (found as LocationLink[]).map(({ targetUri: uri, targetRange: range }) => ({ uri, range }));

  test('lead from a reference to the tag and its entry', async () => {
    here = await Navigator.start(marked('discussion.md', 'c-trust:', 'c-tr‸ust:'));
    const found = await here.client.connection.sendRequest(DefinitionRequest.type, here.caret);
    const { 'warrant.yaml': entry, 'paper.md': tag } = everywhere;
    expect(here.draw(links(found))).toEqual({ 'warrant.yaml': entry, 'paper.md': tag });
  });

  test('lead from a tag to its entry and to what refers to it', async () => {
    here = await Navigator.start(marked('paper.md', '#c-trust', '#c-tr‸ust'));
    const found = await here.client.connection.sendRequest(DefinitionRequest.type, here.caret);
    const { 'warrant.yaml': entry, 'discussion.md': uses } = everywhere;
    expect(here.draw(links(found))).toEqual({ 'warrant.yaml': entry, 'discussion.md': uses });
    const references = await here.client.connection.sendRequest(ReferencesRequest.type, {
      ...here.caret,
      context: { includeDeclaration: true },
    });
    expect(here.draw(references ?? [])).toEqual(everywhere);
  });

  test('show all places in the document of a link', async () => {
    here = await Navigator.start(marked('discussion.md', '#c-trust', '#c-tr‸ust'));
    const found = await here.client.connection.sendRequest(
      DocumentHighlightRequest.type,
      here.caret,
    );
    const { uri } = here.document.textDocument;
    const places = found?.map(({ range }) => ({ uri, range })) ?? [];
    expect(here.draw(places)).toEqual({ 'discussion.md': everywhere['discussion.md'] });
    expect(found?.every(({ kind }) => kind === DocumentHighlightKind.Read)).toBe(true);
  });

  test('lead from an entry of a warrant.yaml that lists no manuscripts', async () => {
    here = await Navigator.start({
      'warrant.yaml': 'elements:\n  c-a: {is: claim, quote: All is said, from: c-‸b}\n',
      'one.md': 'All is said. [B]{.claim #c-b}\n',
      'two.md': '[C]{.claim #c-c}\n',
    });
    const found = await here.client.connection.sendRequest(DefinitionRequest.type, here.caret);
    expect(here.draw(links(found))).toEqual({ 'one.md': 'All is said. [B]{.claim #⟦c-b⟧}\n' });
    const uses = await here.client.connection.sendRequest(ReferencesRequest.type, {
      ...here.caret,
      context: { includeDeclaration: false },
    });
    expect(here.draw(uses ?? [])).toEqual({
      'warrant.yaml': 'elements:\n  c-a: {is: claim, quote: All is said, from: ⟦c-b⟧}\n',
    });
  });
});

test('workspace symbols are found in files that are not open', async () => {
  here = await Navigator.start(marked('paper.md', 'Trust', 'Tr‸ust'));
  const found = await here.client.connection.sendRequest(WorkspaceSymbolRequest.type, {
    query: '#e-o',
  });
  expect(found).toMatchObject([
    { name: 'Evidence: “Mine.” #e-own', location: { uri: here.uriOf('discussion.md') } },
  ]);
});

test('the call hierarchy goes from a claim to its evidence and back, over files', async () => {
  here = await Navigator.start(marked('paper.md', '#c-trust', '#c-tr‸ust'));
  const { connection } = here.client;
  const [claim] =
    (await connection.sendRequest(CallHierarchyPrepareRequest.type, here.caret)) ?? [];
  if (!claim) throw new Error('no item');
  expect(claim).toMatchObject({ name: 'Claim: “Trust outlived the bonus”' });
  const below = await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
    item: claim,
  });
  expect(below).toMatchObject([{ to: { name: 'Evidence: “Mine.”' } }]);
  expect(below?.[0]?.fromRanges.map((range) => here.words(range))).toEqual(['e-own']);
  const [evidence] = below ?? [];
  if (!evidence) throw new Error('no evidence');
  const above = await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
    item: evidence.to,
  });
  expect(above).toMatchObject([{ from: { name: claim.name, uri: here.uriOf('paper.md') } }]);
  expect(above?.[0]?.fromRanges.map((range) => here.words(range))).toEqual(['e-own']);
  const gone = { ...claim, data: { uri: here.uriOf('paper.md'), key: '#none' } };
  expect(
    await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: gone }),
  ).toEqual([]);
});

test('sections, divs and attributes fold, as many as the client takes', async () => {
  const paper =
    '# One\n\n::: {.evidence #e-a\n  note="x"\n  source="@kay"}\nWords‸.\n:::\n\n# Two\n\nMore.\n';
  here = await Navigator.start({ 'paper.md': paper });
  const request = () => here.client.connection.sendRequest(FoldingRangeRequest.type, here.document);
  expect(await request()).toEqual([
    { startLine: 0, endLine: 6 },
    { startLine: 2, endLine: 3, kind: 'region' },
    { startLine: 4, endLine: 6 },
    { startLine: 8, endLine: 10 },
  ]);
  await here.stop();
  const textDocument = { foldingRange: { rangeLimit: 1 } };
  here = await Navigator.start({ 'paper.md': paper }, { textDocument });
  expect(await request()).toEqual([{ startLine: 0, endLine: 6 }]);
});

test('a selection grows from the word to the document', async () => {
  here = await Navigator.start(marked('discussion.md', 'Mine', 'Mi‸ne'));
  const [found] =
    (await here.client.connection.sendRequest(SelectionRangeRequest.type, {
      ...here.document,
      positions: [here.caret.position],
    })) ?? [];
  const steps: string[] = [];
  for (let at: SelectionRange | undefined = found; at; at = at.parent)
    steps.push(here.words(at.range));
  expect(steps).toEqual([
    'Mine',
    '"Mine."',
    '["Mine."]{.evidence #e-own tests=c-trust:hoop}',
    'As [said](#c-trust) above: ["Mine."]{.evidence #e-own tests=c-trust:hoop}.',
    DISCUSSION.trim(),
    DISCUSSION,
  ]);
});

describe('document links', () => {
  const files: Files = {
    'warrant.yaml': 'manuscript: [paper.md]\nbibliography: [lib/refs.bib]\n',
    'paper.md':
      '[Tru‸st]{.claim #c-a evidence="e-own @kay @none"} {{< include part.md >}}\n\n["Mine."]{.evidence #e-own}\n',
    'part.md': '[B]{.claim #c-b from=c-a}\n',
    'lib/refs.bib': '@book{other, title={T}}\n\n  @article{kay,\n  title={T}}\n',
  };
  const ask = async () =>
    (await here.client.connection.sendRequest(DocumentLinkRequest.type, here.document)) ?? [];
  const resolve = async (link: DocumentLink) =>
    (await here.client.connection.sendRequest(DocumentLinkResolveRequest.type, link)).target;

  test('lead to tags, to works in the bibliography and to included files', async () => {
    here = await Navigator.start(files);
    const links = await ask();
    const { uri } = here.document.textDocument;
    expect(here.draw(links.map(({ range }) => ({ uri, range })))).toEqual({
      'paper.md':
        '[Trust]{.claim #c-a evidence="⟦e-own⟧ ⟦@kay⟧ @none"} {{< include ⟦part.md⟧ >}}\n\n["Mine."]{.evidence #e-own}\n',
    });
    expect(links.map(({ target }) => target)).toEqual([
      undefined,
      undefined,
      here.uriOf('part.md'),
    ]);
    expect(await Promise.all(links.map(resolve))).toEqual([
      `${here.uriOf('paper.md')}#L3,22`,
      `${here.uriOf('lib/refs.bib')}#L3,12`,
      here.uriOf('part.md'),
    ]);
  });

  test('follow a bibliography that changes on disk, of whatever format', async () => {
    here = await Navigator.start({
      'warrant.yaml': 'manuscript: [paper.md]\nbibliography: refs.json\n',
      'paper.md': '[Tru‸st]{.claim evidence=@kay}\n',
      'refs.json': '[{"id": "other"}]\n',
    });
    const line = async () => (await Promise.all((await ask()).map(resolve)))[0];
    expect(await line()).toBeUndefined();
    const uri = here.uriOf('refs.json');
    await writeFile(fileURLToPath(uri), '[{"id": "other"},\n {"id": "kay"}]\n');
    await here.client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
    expect(await line()).toBe(`${uri}#L2,10`);
  });

  test('lead from warrant.yaml to files', async () => {
    here = await Navigator.start({
      'paper.md': (files['paper.md'] ?? '').replace('‸', ''),
      'part.md': '',
      'warrant.yaml':
        'sources: [{id: owner, file: data/ow‸ner.txt}]\nelements:\n  c-z: {is: claim, quote: Mine, from: c-a}\n',
    });
    const links = await ask();
    expect(links.map(({ range }) => here.words(range))).toEqual(['data/owner.txt', 'c-a']);
    const targets = await Promise.all(links.map(resolve));
    expect(targets).toEqual([here.uriOf('data/owner.txt'), `${here.uriOf('paper.md')}#L1,17`]);
  });
});

describe('file renames', () => {
  test('keep warrant.yaml, front matter and links of files that are not open', async () => {
    here = await Navigator.start({
      'warrant.yaml': 'manuscript: [paper.md, two.md]   # in order\nbibliography: refs.bib\n',
      'paper.md': '[Tru‸st]{.claim #c-a}: see [two](two.md#c-b).\n',
      'two.md': '---\nbibliography: refs.bib  # mine\n---\n\nText.\n',
      'refs.bib': '',
    });
    const edit: WorkspaceEdit | null = await here.client.connection.sendRequest(
      WillRenameFilesRequest.type,
      {
        files: [
          { oldUri: here.uriOf('two.md'), newUri: here.uriOf('second.md') },
          { oldUri: here.uriOf('refs.bib'), newUri: here.uriOf('lib/refs.bib') },
        ],
      },
    );
    expect(here.edited(edit)).toEqual({
      'warrant.yaml':
        'manuscript: [paper.md, second.md]   # in order\nbibliography: lib/refs.bib\n',
      'paper.md': '[Trust]{.claim #c-a}: see [two](second.md#c-b).\n',
      'two.md': '---\nbibliography: lib/refs.bib  # mine\n---\n\nText.\n',
    });
  });

  test('ask for nothing where nothing names the file', async () => {
    here = await Navigator.start({ 'paper.md': '[Tru‸st]{.claim #c-a}\n', 'other.txt': '' });
    const edit = await here.client.connection.sendRequest(WillRenameFilesRequest.type, {
      files: [{ oldUri: here.uriOf('other.txt'), newUri: here.uriOf('others.txt') }],
    });
    expect(edit).toBeNull();
  });
});

describe('rename', () => {
  const renamed = {
    'warrant.yaml': CONFIG.replace('c-trust', 'c-faith'),
    'paper.md': PAPER.replace('c-trust', 'c-faith'),
    'discussion.md': DISCUSSION.replace('#c-trust', '#c-faith').replace('c-trust:', 'c-faith:'),
  };

  test('is prepared with the very id, and reaches files that are not open', async () => {
    here = await Navigator.start(marked('discussion.md', 'c-trust:', 'c-tr‸ust:'));
    const prepared = await here.client.connection.sendRequest(
      PrepareRenameRequest.type,
      here.caret,
    );
    const { range, placeholder } = prepared as Extract<
      PrepareRenameResult,
      { placeholder: string }
    >;
    expect([here.words(range), placeholder]).toEqual(['c-trust', 'c-trust']);
    const edit = await here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'c-faith',
    });
    expect(here.edited(edit)).toEqual(renamed);
    // Open documents are edited as the client has them, closed ones as they are.
    const versions = edit?.documentChanges?.map((change) =>
      'textDocument' in change ? [change.textDocument.uri, change.textDocument.version] : [],
    );
    expect(Object.fromEntries(versions ?? [])).toEqual({
      [here.uriOf('warrant.yaml')]: null,
      [here.uriOf('paper.md')]: null,
      [here.uriOf('discussion.md')]: 1,
    });
    expect(Object.values(edit?.changeAnnotations ?? {}).map(({ label }) => label)).toContain(
      'Entries in YAML',
    );
  });

  test('gives plain changes to a plain client, also from warrant.yaml', async () => {
    here = await Navigator.start(marked('warrant.yaml', 'c-trust', '‸c-trust'), {});
    const edit = await here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'c-faith',
    });
    expect(edit?.documentChanges).toBeUndefined();
    expect(here.edited(edit)).toEqual(renamed);
  });

  test('reaches the addresses in a _quarto.yml that lead to it', async () => {
    const quarto = (id: string) =>
      `project: {type: book}\nbook:\n  chapters: [index.qmd, two.qmd]\n  sidebar:\n    - href: two.qmd#${id}  # two.qmd#c-two\n    - href: index.qmd#c-two\n    - href: two.html#${id}\n`;
    here = await Navigator.start({
      '_quarto.yml': quarto('c-two'),
      'index.qmd': '---\nwarrant: true\n---\n\nText.\n',
      'two.qmd': '---\nwarrant: true\n---\n\n[Two]{.claim #c-t‸wo}\n',
    });
    const edit = await here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'c-second',
    });
    expect(here.edited(edit)).toEqual({
      '_quarto.yml': quarto('c-second'),
      'two.qmd': '---\nwarrant: true\n---\n\n[Two]{.claim #c-second}\n',
    });
  });

  test('reaches all manuscripts that share a warrant.yaml', async () => {
    here = await Navigator.start({
      'warrant.yaml': 'sources:\n  - {id: own‸er}\n',
      'one.md': '["a"]{.evidence source=owner}\n',
      'two/two.md': '["b"]{.evidence source=owner}\n',
    });
    const edit: WorkspaceEdit | null = await here.client.connection.sendRequest(
      RenameRequest.type,
      { ...here.caret, newName: 'boss' },
    );
    expect(here.edited(edit)).toEqual({
      'warrant.yaml': 'sources:\n  - {id: boss}\n',
      'one.md': '["a"]{.evidence source=boss}\n',
      'two/two.md': '["b"]{.evidence source=boss}\n',
    });
  });

  test('is refused with a reason', async () => {
    here = await Navigator.start(marked('paper.md', 'outlived', 'outl‸ived'));
    const { connection } = here.client;
    await expect(connection.sendRequest(PrepareRenameRequest.type, here.caret)).rejects.toThrow(
      'Put the cursor on the id c-trust to rename it',
    );
    await here.stop();
    here = await Navigator.start(marked('paper.md', '#c-trust', '#c-tr‸ust'));
    const rename = here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'e-own',
    });
    await expect(rename).rejects.toThrow(
      'The id e-own is taken by the evidence in discussion.md:1',
    );
  });
});
