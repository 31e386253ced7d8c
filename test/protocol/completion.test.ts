import { afterEach, describe, expect, test } from 'vitest';
import {
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  InsertReplaceEdit,
  ReferencesRequest,
  type ClientCapabilities,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type TextEdit,
} from 'vscode-languageserver/node';
import { parse } from '../../server/src/core/syntax';
import type { Files } from '../tools/project';
import { Navigator } from './navigator';

/** A client that takes all that a completion may bring along. */
const CAPABLE: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
      },
    },
  },
};

const PROJECT = {
  'warrant.yaml': `manuscript: [intro.md, paper.md]
bibliography: refs.bib
sources:
  - {id: owner, kind: interview, informant: the owner}
`,
  'refs.bib':
    '@article{braun2006, author = {Braun, V. and Clarke, V.}, year = 2006, title = {Themes}}',
  'intro.md': '[Trust outlives the bonus]{.claim #c-trust}.\n\nThe [firm]{.construct #k-firm}.\n',
};

let here: Navigator;

afterEach(() => here.stop());

async function list(context?: CompletionContext): Promise<CompletionList | null> {
  const found = await here.client.connection.sendRequest(CompletionRequest.type, {
    ...here.caret,
    ...(context ? { context } : {}),
  });
  return found as CompletionList | null;
}

/** Waits for all files of the project; a list does not. */
async function untilRead(): Promise<void> {
  await here.client.connection.sendRequest(ReferencesRequest.type, {
    ...here.caret,
    context: { includeDeclaration: true },
  });
}

async function start(
  paper: string,
  capabilities: ClientCapabilities = CAPABLE,
  files: Files = PROJECT,
): Promise<CompletionList> {
  here = await Navigator.start({ ...files, 'paper.md': paper }, capabilities);
  await untilRead();
  return (await list()) ?? { isIncomplete: false, items: [] };
}

/** The file of the caret after an item was taken as a client takes it that knows no snippets. */
function after({ textEdit, additionalTextEdits = [] }: CompletionItem): string {
  if (!textEdit) throw new Error('the item has no edit');
  const edit: TextEdit = InsertReplaceEdit.is(textEdit)
    ? { newText: textEdit.newText, range: textEdit.replace }
    : textEdit;
  const changes = { [here.caret.textDocument.uri]: [edit, ...additionalTextEdits] };
  return here.edited({ changes })['paper.md'] ?? '';
}

function named({ items }: CompletionList, label: string): CompletionItem {
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`nothing is offered as ${label}`);
  return item;
}

test('the server says when it is to be asked', async () => {
  await start('‸');
  const { completionProvider } = here.client.result.capabilities;
  expect(completionProvider?.resolveProvider).toBe(true);
  expect(completionProvider?.triggerCharacters).toEqual(
    expect.arrayContaining(['{', '.', '#', '=', '"', '@', '/']),
  );
});

describe('across the files of a project', () => {
  test('a reference to another file is completed, and read as such', async () => {
    const found = await start('[More]{.claim #c-more from=‸ and on. [x]{.claim note="y"}');
    const item = named(found, 'c-trust');
    expect(item.labelDetails).toEqual({ description: 'Trust outlives the bonus' });
    const [element] = parse(after({ ...item })).elements;
    expect(element?.attributes.map(({ key, value }) => [key, value])).toEqual([
      ['from', 'c-trust'],
    ]);
    const resolved = await here.client.connection.sendRequest(CompletionResolveRequest.type, item);
    expect(resolved.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('Rests on nothing yet') as string,
    });
  });

  test('works of the bibliography and declared sources are offered', async () => {
    const found = await start('["x"]{.evidence source="‸"}');
    expect(
      found.items.map(({ label, labelDetails }) => [label, labelDetails?.description]),
    ).toEqual([
      ['owner', 'the owner'],
      ['@braun2006', 'Braun & Clarke 2006: Themes'],
    ]);
    expect(after(named(found, '@braun2006'))).toBe('["x"]{.evidence source="@braun2006"}');
  });

  test('works of the bibliography are offered in prose', async () => {
    const found = await start('As [see @bra‸, p. 3] shows.');
    const text = after(named(found, '@braun2006'));
    expect(parse(text).citations.map(({ key }) => key)).toEqual(['braun2006']);
  });

  test('terms of other files lead to their constructs', async () => {
    const found = await start('[small firm]{.construct parent="fir‸}');
    expect(after(named(found, 'k-firm'))).toBe('[small firm]{.construct parent="k-firm"}');
  });
});

describe('what a client can do', () => {
  test('snippets, and what stands behind the caret, are left to who knows of them', async () => {
    const { items } = await start('[Some words]{.cl‸x}');
    const line = 0;
    expect(items[0]).toMatchObject({
      label: '.claim',
      insertTextFormat: 2,
      textEdit: {
        newText: '.claim${1: #c-words}$0',
        insert: { start: { line, character: 13 }, end: { line, character: 16 } },
        replace: { start: { line, character: 13 }, end: { line, character: 17 } },
      },
    });
  });

  test('a plain client gets plain text', async () => {
    const { items } = await start('[Some words]{.cl‸x}', {});
    expect(items[0]).toMatchObject({
      label: '.claim',
      detail: 'A statement that the paper puts forward',
      textEdit: { newText: '.claim' },
    });
    expect(items.every(({ insertTextFormat }) => insertTextFormat === undefined)).toBe(true);
  });

  test('one range for all items is sent once', async () => {
    const completion = { completionList: { itemDefaults: ['editRange'] } };
    const found = await start('[Some words]{.cl‸x}', { textDocument: { completion } });
    const { start: from, end } = found.itemDefaults?.editRange as never;
    expect([from, end]).toEqual([
      { line: 0, character: 13 },
      { line: 0, character: 17 },
    ]);
    expect(found.items[0]).toMatchObject({ textEditText: '.claim' });
    expect(found.items[0]?.textEdit).toBeUndefined();
  });
});

test('keys, values and ids are offered in warrant.yaml and in front matter', async () => {
  const found = await start('---\nwarrant:\n  stage: ‸\n---\n\nText.\n');
  expect(found.items.map(({ label }) => label)).toEqual(['draft', 'submission']);
  await here.stop();
  const config = `${PROJECT['warrant.yaml']}elements:\n  c-trust: {from: [‸\n`;
  here = await Navigator.start(
    { ...PROJECT, 'warrant.yaml': config, 'paper.md': '[x]{.claim #c-more}' },
    CAPABLE,
  );
  await untilRead();
  const ids = (await list())?.items.map(({ label }) => label);
  expect(ids).toEqual(['c-more']);
});

test('a word of prose brings up nothing where the client asks at every letter', async () => {
  expect((await start('This claim‸')).items).toEqual([]);
});

test('a key that is struck brings up nothing in prose', async () => {
  await start('One ‸');
  const struck = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
  expect(await list(struck)).toBeNull();
});

test('every item can be taken and is read, whatever stands behind', async () => {
  const found = await start('[More]{.claim ‸ and on. [x]{.claim note="y"} `z`', {});
  expect(found.items.length).toBeGreaterThan(15);
  for (const item of found.items) {
    const text = after(item);
    const [element] = parse(text).elements;
    const names = element?.attributes.map(({ key }) => key) ?? [];
    const ids = element?.id ? [`#${element.id.value}`] : [];
    expect([...names, ...ids], text).toEqual([item.label]);
  }
});
