import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  ShowMessageNotification,
  type ClientCapabilities,
  type CodeAction,
  type ShowMessageParams,
} from 'vscode-languageserver/node';
import {
  CHANGE_KIND,
  EVIDENCE_FOR,
  LINK,
  LINK_TARGETS,
  TAG_AT,
  UNTAG,
  type ProtocolLinkTarget,
  type RetagResult,
} from '../../server/src/shared/protocol';
import { parse } from '../../server/src/core/syntax';
import { projectFrom, type Files } from '../tools/project';
import { Navigator } from './navigator';

const RESOLVING: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

let here: Navigator;

afterEach(() => here.stop());

const BOOK: Files = {
  'warrant.yaml': 'manuscript: [paper.md, talk.md]\n',
  'paper.md':
    'We saw that [trust outlived it]{.claim #c-trust type=finding}. They ‸signed in May.\n\n> They signed again.\n',
  'talk.md': '[Firms stay]{.claim} as [they said]{.evidence #e-said supports="c-trust"}.\n',
};

const marked = (from: string, to: string): Files => ({
  ...BOOK,
  'paper.md': (BOOK['paper.md'] ?? '').replace('‸', '').replace(from, to),
});

/** The empty range of the caret. */
const at = () => {
  const { position } = here.caret;
  return { start: position, end: position };
};

async function actions(kind = 'refactor'): Promise<CodeAction[]> {
  const found = await here.client.connection.sendRequest(CodeActionRequest.type, {
    ...here.document,
    range: at(),
    context: { diagnostics: [], only: [kind] },
  });
  return (found ?? []) as CodeAction[];
}

/** The files after an action was chosen; its text must read without a tag that Pandoc would print. */
async function chosen(action: CodeAction | undefined): Promise<Files> {
  if (!action) throw new Error('no such action');
  const whole = action.edit
    ? action
    : await here.client.connection.sendRequest(CodeActionResolveRequest.type, action);
  const files = here.edited(whole.edit ?? null);
  expect(Object.keys(files), action.title).not.toEqual([]);
  for (const text of Object.values(files)) expect(parse(text).failedAttributes).toEqual([]);
  const project = await projectFrom({ ...here.files, ...files }, 'paper.md');
  expect(project.problems).toEqual([]);
  expect(project.brokenReferences('supports')).toEqual([]);
  return files;
}

const titled = (found: readonly CodeAction[], title: string | RegExp) =>
  found.find((action) => action.title.match(title) !== null);

describe('code actions', () => {
  test('are offered without edits, which are worked out when one is chosen', async () => {
    here = await Navigator.start(BOOK, RESOLVING);
    const found = await actions();
    expect(found.map(({ title }) => title)).toEqual([
      'Tag as Claim',
      'Tag as Evidence',
      'Tag as Mechanism',
      'Tag as Step',
      'Tag as Construct',
      'Tag as Evidence for “trust outlived it” (this paragraph)',
      'Tag as Evidence for “Firms stay” (talk.md:1)',
    ]);
    for (const action of found) {
      expect(action.edit).toBeUndefined();
      await chosen(action);
    }
    expect(await chosen(titled(found, 'Firms stay'))).toEqual({
      'paper.md':
        'We saw that [trust outlived it]{.claim #c-trust type=finding}. [They signed in May]{.evidence #e-signed supports=c-firms-stay}.\n\n> They signed again.\n',
      'talk.md':
        '[Firms stay]{.claim #c-firms-stay} as [they said]{.evidence #e-said supports="c-trust"}.\n',
    });
  });

  test('have their edits for a client that does not ask for them', async () => {
    here = await Navigator.start(BOOK, {});
    const found = await actions('refactor.rewrite.tag');
    expect(found.length).toBe(5);
    for (const action of found) expect(action.edit).toBeDefined();
  });

  test('change, link and take away the tag at the caret', async () => {
    here = await Navigator.start(marked('outlived', 'out‸lived'), RESOLVING);
    const found = await actions();
    expect(found.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Change to Evidence',
        'Change to Construct',
        'Link to Claim “Firms stay” (talk.md:1)',
        'Untag Claim “trust outlived it”',
        'Untag Claim “trust outlived it”, and Remove the Reference to It',
      ]),
    );
    expect(await chosen(titled(found, /^Change to Mechanism/))).toEqual({
      'paper.md':
        'We saw that [trust outlived it]{.mechanism #m-trust type=finding}. They signed in May.\n\n> They signed again.\n',
      'talk.md': '[Firms stay]{.claim} as [they said]{.evidence #e-said supports="m-trust"}.\n',
    });
    expect(await chosen(titled(found, /^Untag.*Remove/))).toEqual({
      'paper.md': 'We saw that trust outlived it. They signed in May.\n\n> They signed again.\n',
      'talk.md': '[Firms stay]{.claim} as [they said]{.evidence #e-said}.\n',
    });
    expect((await chosen(titled(found, /^Link to Claim/)))['paper.md']).toContain(
      '{.claim #c-trust type=finding from=c-firms-stay}',
    );
  });

  test('move attributes to the front matter and back, and extract definitions', async () => {
    const paper =
      '[Slack]{.construct #k-slack} is defined as the pool of unused means. [Tru‸st]{.claim #c-a type=finding}.\n';
    here = await Navigator.start({ 'paper.md': paper }, RESOLVING);
    const there = await chosen(titled(await actions('refactor.extract'), /Front Matter/));
    expect(there).toEqual({
      'paper.md': `---\nwarrant:\n  elements:\n    c-a: {type: finding}\n---\n\n${paper.replace('‸', '').replace(' type=finding', '')}`,
    });
    await here.stop();
    const text = (there['paper.md'] ?? '').replace('Trust', 'Tru‸st');
    here = await Navigator.start({ 'paper.md': text }, RESOLVING);
    expect(await chosen(titled(await actions('refactor.inline'), /Back to the Tag/))).toEqual({
      'paper.md': `---\nwarrant: true\n---\n\n${paper.replace('‸', '')}`,
    });
    await here.stop();
    here = await Navigator.start({ 'paper.md': paper.replace('‸', '').replace('Slack', 'Sl‸ack') });
    const [defining] = await actions('refactor.extract');
    expect((await chosen(defining))['paper.md']).toContain(
      '{.construct #k-slack def="the pool of unused means"}',
    );
  });

  test('light no bulb for a caret, nor in front matter or code', async () => {
    here = await Navigator.start(marked('again', 'a‸gain'), RESOLVING);
    const asked = { ...here.document, range: at() };
    const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic };
    const unasked = await here.client.connection.sendRequest(CodeActionRequest.type, {
      ...asked,
      context,
    });
    const kinds = (unasked ?? []).map((action) => String((action as CodeAction).kind));
    expect(kinds.filter((kind) => kind.startsWith('refactor'))).toEqual([]);
    await here.stop();
    here = await Navigator.start({ 'paper.md': '---\ntitle: A ‸claim\n---\n\nText.\n' }, RESOLVING);
    expect(await actions()).toEqual([]);
  });

  test('say why nothing can be done', async () => {
    here = await Navigator.start(
      { 'paper.md': 'Text with `some ‸code` in it: [a]{.claim}.\n' },
      RESOLVING,
    );
    const said = new Promise<ShowMessageParams>((resolve) => {
      here.client.connection.onNotification(ShowMessageNotification.type, resolve);
    });
    const action = titled(await actions(), 'Tag as Construct');
    if (!action) throw new Error('no such action');
    const resolved = await here.client.connection.sendRequest(
      CodeActionResolveRequest.type,
      action,
    );
    expect(resolved.edit).toBeUndefined();
    expect((await said).message).toContain('There is no text to tag here');
  });
});

describe('requests of commands', () => {
  test('tell of the tag and of what it can be linked to, and link it', async () => {
    here = await Navigator.start(marked('outlived', 'out‸lived'), RESOLVING);
    const place = { uri: here.document.textDocument.uri, range: at() };
    expect(await here.client.connection.sendRequest(TAG_AT, place)).toEqual({
      kind: 'claim',
      name: '“trust outlived it”',
    });
    const targets = await here.client.connection.sendRequest<ProtocolLinkTarget[]>(
      LINK_TARGETS,
      place,
    );
    expect(targets).toMatchObject([
      { kind: 'evidence', id: 'e-said', status: 'supports 1', isLinked: true, takesStance: true },
      { kind: 'claim', name: '“Firms stay”', where: 'talk.md:1', isLinked: false },
    ]);
    const link = { ...place, target: targets[1]?.key ?? '' };
    const result = await here.client.connection.sendRequest<RetagResult>(LINK, link);
    if (!result.ok) throw new Error(result.message);
    expect(Object.keys(result.changes).length).toBe(2);
    expect(
      await here.client.connection.sendRequest(LINK, { ...place, target: 'nothing' }),
    ).toMatchObject({
      ok: false,
    });
  });

  test('say what has to be asked before a tag is changed or taken away', async () => {
    here = await Navigator.start(marked('outlived', 'out‸lived'), RESOLVING);
    const place = { uri: here.document.textDocument.uri, range: at() };
    expect(await here.client.connection.sendRequest(UNTAG, place)).toMatchObject({
      ok: true,
      references: 1,
      notes: ['#c-trust is still named in talk.md:1'],
    });
    expect(
      await here.client.connection.sendRequest(CHANGE_KIND, { ...place, kind: 'mechanism' }),
    ).toMatchObject({
      ok: true,
      unfit: ['type'],
    });
  });

  test('select the new id of evidence', async () => {
    here = await Navigator.start(marked('They signed again', 'They ‸signed again'), RESOLVING);
    const place = { uri: here.document.textDocument.uri, range: at() };
    const targets = await here.client.connection.sendRequest<ProtocolLinkTarget[]>(LINK_TARGETS, {
      ...place,
      kind: 'evidence',
    });
    const result = await here.client.connection.sendRequest<RetagResult>(EVIDENCE_FOR, {
      ...place,
      target: targets[0]?.key ?? '',
    });
    if (!result.ok) throw new Error(result.message);
    const changes = here.edited({ changes: result.changes as never });
    expect(changes['paper.md']).toContain(
      '\n\n::: {.evidence #e-signed-again supports=c-trust}\n> They signed again.\n:::\n',
    );
    expect(result.selection?.start).toEqual({ line: 2, character: '::: {.evidence #'.length });
  });
});
