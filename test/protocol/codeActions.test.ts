import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionKind,
} from 'vscode-languageserver/node';
import { findings, projectFrom, type Files } from '../tools/project';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const RESOLVING: ClientCapabilities = {
  textDocument: {
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** The actions at the caret of a fixture. */
async function actionsAt(
  marked: Files,
  only?: CodeActionKind[],
  capabilities?: ClientCapabilities,
  triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
): Promise<CodeAction[]> {
  here = await Navigator.start(marked, capabilities);
  const { textDocument, position } = here.caret;
  const actions = await here.client.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind, ...(only ? { only } : {}) },
  });
  return (actions ?? []) as CodeAction[];
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

const named = (actions: readonly CodeAction[], title: string): CodeAction => {
  const action = actions.find((one) => one.title === title);
  if (!action) throw new Error(`no “${title}” among ${titles(actions).join(', ')}`);
  return action;
};

const TWO_FILES = {
  'warrant.yaml': 'manuscript: [paper.md, more.md]\n',
  'paper.md': '[Trust grew]{.claim #c-trust evidence=e-own}.\n',
  'more.md': 'The owner said: ["Nobody paid us to come."]{.evidence #e-owner}.\n',
};

describe('quick fixes', () => {
  test('mend what stands at the caret, in whatever file', async () => {
    const actions = await actionsAt({
      ...TWO_FILES,
      'paper.md': '[Trust grew]{.claim #c-trust}.\n',
      'more.md': 'He said: ["Nobo‸dy paid us."]{.evidence source="@x"} [@x].\n',
    });
    const action = named(actions, 'Let it support “Trust grew” (#c-trust)');
    expect(here.edited(action.edit ?? null)).toEqual({
      'more.md': 'He said: ["Nobody paid us."]{.evidence source="@x" supports=c-trust} [@x].\n',
    });
  });

  test('are offered at the other end, too, where the author asks for them', async () => {
    const marked = {
      'warrant.yaml': 'manuscript: [paper.md, more.md]\n',
      'paper.md': '[A grew]{.claim #c-a‸ evidence="@x"} [@x].\n',
      'more.md': '[B grew]{.claim #c-a evidence="@x"}.\n',
    };
    const asked = await actionsAt(marked);
    expect(here.edited(named(asked, 'Rename to c-a-2').edit ?? null)).toEqual({
      'more.md': '[B grew]{.claim #c-a-2 evidence="@x"}.\n',
    });
    await here.stop();
    const unasked = await actionsAt(marked, undefined, undefined, CodeActionTriggerKind.Automatic);
    expect(titles(unasked)).not.toContain('Rename to c-a-2');
  });

  test('leave the caret where something is to be filled in', async () => {
    const marked = {
      'paper.md': '[Tru‸st feeds on favours]{.claim type=proposition}.\n',
    };
    const plain = named(await actionsAt(marked), 'Add a warrant, to be filled in');
    expect(here.edited(plain.edit ?? null)).toEqual({
      'paper.md': '[Trust feeds on favours]{.claim type=proposition warrant=""}.\n',
    });
    await here.stop();
    const actions = await actionsAt(marked, undefined, {
      workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
    });
    expect(named(actions, 'Add a warrant, to be filled in').edit).toMatchObject({
      documentChanges: [{ edits: [{ snippet: { kind: 'snippet', value: ' warrant="$1"' } }] }],
    });
  });

  test('mend all of one kind in a file', async () => {
    const marked = {
      ...TWO_FILES,
      'paper.md':
        '[Trust grew]{.claim #c-trust evidence=e-o‸wnr} and [so did peace]{.claim evidence=e-ownr}.\n',
    };
    const expected = {
      'paper.md':
        '[Trust grew]{.claim #c-trust evidence=e-owner} and [so did peace]{.claim evidence=e-owner}.\n',
    };
    const all = named(await actionsAt(marked), 'Fix all unknown-id in this file');
    expect(here.edited(all.edit ?? null)).toEqual(expected);
    await here.stop();
    const later = named(
      await actionsAt(marked, ['quickfix'], RESOLVING),
      'Fix all unknown-id in this file',
    );
    expect(later.edit).toBeUndefined();
    const { edit } = await here.client.connection.sendRequest(CodeActionResolveRequest.type, later);
    expect(here.edited(edit ?? null)).toEqual(expected);
  });

  test('can all be applied, and the text reads on', async () => {
    const actions = await actionsAt({
      ...TWO_FILES,
      'paper.md': '[Trust grew]{.claim #c-trust evidence=e-ow‸nr}. “Nobody paid us to come.”\n',
    });
    expect(actions.length).toBeGreaterThan(2);
    for (const { title, edit } of actions) {
      const files = { ...here.files, ...here.edited(edit ?? null) };
      const errors = findings(await projectFrom(files)).filter(
        ({ severity, rule }) => severity === 'error' && rule !== 'unknown-id',
      );
      expect(errors, `after “${title}”`).toEqual([]);
    }
  });
});

describe('source.fixAll.warrant', () => {
  const SLIPS = {
    'paper.md':
      '---\nwarrant: true\n---\n\n[Trust gr‸ew]{claim, #c-a evidnce = "@x"} and [peace]{.claim #c-b evidence=e-none} [@x].\n',
  };

  test('mends what is only written wrong, for a client that asks for it on save', async () => {
    const [action, ...others] = await actionsAt(SLIPS, ['source.fixAll'], RESOLVING);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind: 'source.fixAll.warrant' });
    const { edit } = await here.client.connection.sendRequest(
      CodeActionResolveRequest.type,
      action ?? { title: '' },
    );
    expect(here.edited(edit ?? null)).toEqual({
      'paper.md':
        '---\nwarrant: true\n---\n\n[Trust grew]{.claim #c-a evidence=@x} and [peace]{.claim #c-b evidence=e-none} [@x].\n',
    });
  });

  test('comes with its edit where the client does not ask for it later', async () => {
    const [action] = await actionsAt(SLIPS, ['source.fixAll.warrant']);
    expect(Object.keys(here.edited(action?.edit ?? null))).toEqual(['paper.md']);
  });

  test('is not offered among the quick fixes, nor where nothing is to be mended', async () => {
    const kinds = (await actionsAt(SLIPS)).map(({ kind }) => kind);
    expect(kinds).not.toContain('source.fixAll.warrant');
    await here.stop();
    expect(await actionsAt({ 'paper.md': '[A]{.cl‸aim}\n' }, ['source.fixAll'])).toEqual([]);
  });
});
