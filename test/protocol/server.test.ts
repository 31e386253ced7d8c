import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  ReferencesRequest,
  WorkspaceSymbolRequest,
  type CodeAction,
  type DocumentSymbol,
  type Hover,
  type LocationLink,
  type MarkupContent,
  type TextEdit as ProtoEdit,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { applyEdits } from '../../server/src/core/text/textEdit';
import {
  PREVIEW,
  SUMMARY,
  TAG_SELECTION,
  type PreviewProject,
  type Summary,
  type TagSelectionResult,
} from '../../server/src/shared/protocol';
import { OUTLINE, type ProtocolRow } from '../../server/src/shared/rows';
import { readFixture } from '../tools/fixture';
import { StdioClient } from '../tools/stdioClient';

let client: StdioClient;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'warrant-protocol-'));
});

afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

const uriOf = (...names: string[]) => pathToFileURL(path.join(folder, ...names)).toString();
const untitled = 'untitled:Untitled-1';

const UNSUPPORTED = '[Trust outlived the incentives]{.claim #c-trust} in both firms.\n';

test('a squiggle stands under the finding that nothing supports, and goes when evidence comes', async () => {
  client = await StdioClient.start();
  await client.open(untitled, UNSUPPORTED);
  const [diagnostic] = await client.diagnosticsWhen(untitled, (list) => list.length === 1);
  expect(diagnostic).toMatchObject({
    code: 'unsupported-finding',
    source: 'warrant',
    severity: 2,
    range: { start: { line: 0, character: 1 }, end: { line: 0, character: 30 } },
  });
  expect(client.published(untitled)?.version).toBe(1);

  const end = { line: 1, character: 0 };
  const evidence = '\n["We stayed."]{.evidence #e-stay source=@owner supports=c-trust}\n';
  await client.change(untitled, evidence, { start: end, end });
  const rules = await client.rulesWhen(untitled, (list) => !list.includes('unsupported-finding'));
  expect(rules).not.toContain('unsupported-finding');
});

test('the code of a diagnostic links to the documentation that the client names', async () => {
  client = await StdioClient.start({ options: { rulesDocumentation: 'file:///docs/rules.md' } });
  await client.open(untitled, UNSUPPORTED);
  const [diagnostic] = await client.diagnosticsWhen(untitled, (list) => list.length === 1);
  expect(diagnostic?.codeDescription?.href).toBe('file:///docs/rules.md#unsupported-finding');
});

test('all files of a project get diagnostics, also those that are not open', async () => {
  await cp('examples/partnership', folder, { recursive: true });
  client = await StdioClient.start({ folders: [uriOf()] });
  const findings = uriOf('04-findings.md');
  const rules = await client.rulesWhen(findings, (list) => list.length > 0);
  expect(rules).toContain('unsupported-finding');
  expect(client.published(findings)?.version).toBeUndefined();
});

test('a file that changes on disk is judged anew', async () => {
  const paper = uriOf('paper.md');
  await writeFile(path.join(folder, 'warrant.yaml'), 'manuscript: [paper.md]\n');
  await writeFile(path.join(folder, 'paper.md'), UNSUPPORTED);
  client = await StdioClient.start({ folders: [uriOf()] });
  await client.diagnosticsWhen(paper, (list) => list.length === 1);
  await writeFile(path.join(folder, 'paper.md'), 'Nothing is claimed.\n');
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: paper, type: FileChangeType.Changed }],
  });
  expect(await client.diagnosticsWhen(paper, (list) => list.length === 0)).toEqual([]);
});

test('a quick fix mends what it is for', async () => {
  client = await StdioClient.start();
  const text = 'A [claim]{claim} and [another]{.claim #c-b status=assumed}.\n';
  await client.open(untitled, text);
  const diagnostics = await client.diagnosticsWhen(untitled, (list) =>
    list.some(({ code }) => code === 'near-miss'),
  );
  const diagnostic = diagnostics.find(({ code }) => code === 'near-miss');
  if (!diagnostic) throw new Error('no near miss');
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: untitled },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  })) as CodeAction[];
  const [action] = actions;
  expect(action?.diagnostics).toEqual([diagnostic]);
  const mended = applyProto(text, action?.edit?.changes?.[untitled] ?? []);
  expect(mended).toContain('[claim]{.claim}');
});

test('hover, definition and references work from a plain-text use of a construct', async () => {
  client = await StdioClient.start();
  const { text, carets } = readFixture(
    '[Trust is the willingness to rely on another]{.construct #k-trust term="trust"}.\n\nLater, tr‸ust grew.\n',
  );
  await client.open(untitled, text);
  const position = new LineIndex(text).positionAt(carets[0] ?? 0);
  const at = { textDocument: { uri: untitled }, position };
  const hover = (await client.connection.sendRequest(HoverRequest.type, at)) as Hover;
  expect((hover.contents as MarkupContent).value).toContain('willingness to rely');
  expect(hover.range).toEqual({
    start: { line: 2, character: 7 },
    end: { line: 2, character: 12 },
  });
  const links = (await client.connection.sendRequest(DefinitionRequest.type, at)) as LocationLink[];
  expect(links[0]).toMatchObject({ targetUri: untitled, targetRange: { start: { line: 0 } } });
  const references = await client.connection.sendRequest(ReferencesRequest.type, {
    ...at,
    context: { includeDeclaration: true },
  });
  expect(references?.map(({ range }) => range.start.line)).toEqual([0, 2]);
});

test('a plain client gets plain locations for a definition', async () => {
  client = await StdioClient.start({ linkSupport: false });
  const { text, carets } = readFixture('[A]{.claim #c-a from=c-‸b}.\n\n[B]{.claim #c-b}.\n');
  await client.open(untitled, text);
  const position = new LineIndex(text).positionAt(carets[0] ?? 0);
  const at = { textDocument: { uri: untitled }, position };
  const locations = await client.connection.sendRequest(DefinitionRequest.type, at);
  expect(locations).toMatchObject([{ uri: untitled, range: { start: { line: 2 } } }]);
});

test('symbols, outline and summary describe the example', async () => {
  await cp('examples/partnership', folder, { recursive: true });
  client = await StdioClient.start({ folders: [uriOf()] });
  const uri = uriOf('04-findings.md');
  const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri },
  })) as DocumentSymbol[];
  expect(symbols.length).toBeGreaterThan(0);
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
    query: 'm-path',
  });
  expect(found?.length).toBeGreaterThan(0);
  const outline = await client.connection.sendRequest<ProtocolRow[]>(OUTLINE, { uri });
  const [path1] = outline;
  const steps = path1?.children.filter(({ role }) => role === 'step') ?? [];
  expect(steps.length).toBeGreaterThanOrEqual(3);
  expect(steps.every(({ location }) => location !== undefined)).toBe(true);
  const summary = await client.connection.sendRequest<Summary | null>(SUMMARY, { uri });
  expect(summary?.claims).toBeGreaterThan(summary?.supported ?? 0);
  expect(summary?.mechanisms).toBe(3);
});

test('a file that takes no part has no summary', async () => {
  client = await StdioClient.start();
  await client.open(untitled, '# A letter\n\nDear all.\n');
  const summary = await client.connection.sendRequest<Summary | null>(SUMMARY, { uri: untitled });
  expect(summary).toBeNull();
});

test('the preview is told whether a file takes part, and of the kinds of its project', async () => {
  await writeFile(
    path.join(folder, 'warrant.yaml'),
    'vocabulary: {kinds: {hunch: {is: claim, defaults: {type: proposition}}}}\n',
  );
  await writeFile(path.join(folder, 'paper.md'), '# A {.step}\n');
  client = await StdioClient.start({ folders: [uriOf()] });
  const uri = uriOf('paper.md');
  await client.open(uri, '# A {.step}\n');
  const ask = (file: string) =>
    client.connection.sendRequest<PreviewProject>(PREVIEW, { uri: file });
  expect(await ask(uri)).toEqual({
    takesPart: true,
    kinds: { hunch: { is: 'claim', defaults: { type: 'proposition' } } },
  });
  await client.open(untitled, '::: {.claim title="1"}\nA lemma.\n:::\n');
  expect(await ask(untitled)).toEqual({ takesPart: false, kinds: {} });
});

test('a selection is tagged with a generated id that is selected afterwards', async () => {
  client = await StdioClient.start();
  const { text, ranges } = readFixture('We saw that ⟦trust outlived the incentives⟧ here.\n');
  await client.open(untitled, text);
  const lines = new LineIndex(text);
  const [selected] = ranges;
  if (!selected) throw new Error('no selection');
  const result = await client.connection.sendRequest<TagSelectionResult>(TAG_SELECTION, {
    uri: untitled,
    range: { start: lines.positionAt(selected.start), end: lines.positionAt(selected.end) },
    kind: 'claim',
  });
  if (!result.ok) throw new Error(result.message);
  const tagged = applyProto(text, result.edits);
  expect(tagged).toBe(`We saw that [trust outlived the incentives]{.claim #${result.id}} here.\n`);
  const after = new LineIndex(tagged);
  const { start, end } = result.selection;
  expect(tagged.slice(after.offsetAt(start), after.offsetAt(end))).toBe(result.id);
});

test('two folders of a window are two manuscripts', async () => {
  for (const name of ['one', 'two']) {
    await cp('examples/partnership', path.join(folder, name), { recursive: true });
  }
  client = await StdioClient.start({ folders: [uriOf('one'), uriOf('two')] });
  const rules = (list: readonly string[]) => list.includes('unsupported-finding');
  const one = await client.rulesWhen(uriOf('one', '04-findings.md'), rules);
  const two = await client.rulesWhen(uriOf('two', '04-findings.md'), rules);
  expect(two).toEqual(one);
  expect(one).not.toContain('duplicate-id');
});

function applyProto(text: string, edits: readonly ProtoEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}
