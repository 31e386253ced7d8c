import { afterEach, describe, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  FoldingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
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
    renameProvider: { prepareProvider: true },
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
