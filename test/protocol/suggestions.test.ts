import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { applyEdits } from '../../server/src/core/text/textEdit';
import {
  NEVER_SUGGEST,
  SUGGESTION_COUNTS,
  SUGGESTIONS,
  TAG_SUGGESTION,
  TAGGING_PASS,
  type ProtocolSuggestion,
  type SuggestionCounts,
  type TagSelectionResult,
} from '../../server/src/shared/protocol';
import { readFixture } from '../tools/fixture';
import { StdioClient, type ClientOptions } from '../tools/stdioClient';

const uri = 'untitled:Untitled-1';

/** A client that asks for the edits of code actions when they are chosen. */
const RESOLVING = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

let client: StdioClient;

afterEach(() => client.stop());

async function open(text: string, options: ClientOptions = {}): Promise<void> {
  client = await StdioClient.start({ capabilities: RESOLVING, ...options });
  await client.open(uri, text);
}

/** The actions for suggestions at the caret that is drawn into a text. */
async function actionsAt(marked: string, options: ClientOptions & { asked?: boolean } = {}) {
  const { text, carets } = readFixture(marked);
  await open(text, options);
  const position = new LineIndex(text).positionAt(carets[0] ?? 0);
  const params: CodeActionParams = {
    textDocument: { uri },
    range: { start: position, end: position },
    context: {
      diagnostics: [],
      only: ['quickfix'],
      triggerKind: options.asked ? CodeActionTriggerKind.Invoked : CodeActionTriggerKind.Automatic,
    },
  };
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
  const ours = /^(?:Looks like|May be|Never|Start a|Tag as another)/;
  return { text, actions: (actions as CodeAction[]).filter(({ title }) => ours.test(title)) };
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

/** The text after an action was resolved and its edit was made. */
async function after(text: string, action: CodeAction | undefined): Promise<string> {
  if (!action) throw new Error('no such action');
  const { edit } = action.edit
    ? action
    : await client.connection.sendRequest(CodeActionResolveRequest.type, action);
  const edits = edit?.changes?.[uri] ?? [];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ range: offsets(text, range), newText })),
  );
}

function offsets(text: string, { start, end }: Range) {
  const lines = new LineIndex(text);
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

const PAGE = `---
warrant: true
---

# Findings

Our analysis reveals that trust outlives the bonus. Nothing else matters here.

> We stayed because we knew each other by then.

Here, we found that sales fell.
`;

describe('a light bulb', () => {
  test('tags the sentence at the caret as what it looks like; the edit is left until it is chosen', async () => {
    const { text, actions } = await actionsAt(PAGE.replace('trust', 'tr‸ust'));
    expect(titles(actions)).toEqual(['Looks like a finding: tag it as claim']);
    expect(actions[0]).toMatchObject({ kind: 'quickfix' });
    expect(actions[0]?.edit).toBeUndefined();
    expect(await after(text, actions[0])).toBe(
      text.replace(
        'Our analysis reveals that trust outlives the bonus',
        (words) => `[${words}]{.claim #c-analysis-reveals-trust}`,
      ),
    );
  });

  test('comes with its edit for a client that cannot ask for it', async () => {
    const marked = PAGE.replace('trust', 'tr‸ust');
    const { text, actions } = await actionsAt(marked, { capabilities: {} });
    expect(actions[0]?.edit).toBeDefined();
    expect(await after(text, actions[0])).toContain('bonus]{.claim #c-analysis-reveals-trust}.');
  });

  test('links a block quotation to the claim beside it in the same gesture', async () => {
    const marked = PAGE.replace('because', '‸because').replace(
      'trust outlives the bonus',
      '[trust outlives the bonus]{.claim #c-trust}',
    );
    const { text, actions } = await actionsAt(marked);
    expect(titles(actions)).toEqual([
      'Looks like evidence: tag it as evidence for “trust outlives the bonus” (#c-trust)',
      'Looks like evidence: tag it as evidence',
    ]);
    const linked = await after(text, actions[0]);
    expect(linked).toContain(
      '\n::: {.evidence #e-stayed-knew-each supports=c-trust}\n> We stayed because we knew each other by then.\n:::\n',
    );
    await client.change(uri, linked);
    const rules = await client.rulesWhen(uri, (list) => !list.includes('unsupported-finding'));
    expect(rules).not.toContain('unknown-id');
  });

  test('offers what only some clients can do to those alone', async () => {
    const commands = [NEVER_SUGGEST, TAGGING_PASS];
    const marked = PAGE.replace('trust', 'tr‸ust');
    const { actions } = await actionsAt(marked, { options: { commands } });
    expect(titles(actions)).toEqual([
      'Looks like a finding: tag it as claim',
      'Never suggest anything for “our analysis reveals”',
      'Start a tagging pass here',
    ]);
    expect(actions[1]?.command).toMatchObject({
      command: NEVER_SUGGEST,
      arguments: ['our analysis reveals', uri],
    });
  });

  test('shows what is less sure to those who ask only', async () => {
    const marked =
      '# Findings\n\nThe drivers had a room of their own behind the depot, and some ‸rarely left it.\n';
    const { actions } = await actionsAt(marked);
    expect(actions).toEqual([]);
    await client.stop();
    const { actions: asked } = await actionsAt(marked, { asked: true });
    expect(titles(asked)).toEqual(['May be a finding: tag it as claim']);
  });

  test('is dark elsewhere, in other languages and inside tags', async () => {
    for (const [text, caret] of [
      [PAGE, 'Nothing'],
      [PAGE.replace('warrant: true', 'lang: fr'), 'trust'],
      [PAGE.replace(/Our.*bonus/, '[$&]{.claim #c}'), 'trust'],
      [PAGE, 'warrant'],
    ] as const) {
      const { actions } = await actionsAt(text.replace(caret, `‸${caret}`));
      expect(actions).toEqual([]);
      await client.stop();
    }
  });

  test('is for no text that has changed meanwhile', async () => {
    const { actions } = await actionsAt(PAGE.replace('trust', 'tr‸ust'));
    await client.change(uri, 'x', {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
    await expect(
      client.connection.sendRequest(CodeActionResolveRequest.type, actions[0] ?? { title: '' }),
    ).rejects.toThrow(/changed/);
  });
});

describe('the requests of a tagging pass', () => {
  const suggestions = (range?: Range) =>
    client.connection.sendRequest<ProtocolSuggestion[]>(SUGGESTIONS, {
      uri,
      ...(range ? { range } : {}),
    });
  const counts = (ifTagged = false) =>
    client.connection.sendRequest<SuggestionCounts | null>(SUGGESTION_COUNTS, { uri, ifTagged });

  test('tell at once when something is tagged, and count nothing before', async () => {
    await open(PAGE);
    expect(await counts(true)).toBeNull();
    const start = { line: 10, character: 0 };
    await client.change(uri, '[So]{.claim #c-so} it is. ', { start, end: start });
    expect(await counts(true)).toMatchObject({ tags: 1, findings: 0, quotations: 0 });
  });

  test('tell what there is, where, and why', async () => {
    await open(PAGE);
    expect(await counts()).toEqual({
      tags: 0,
      findings: 2,
      quotations: 1,
      others: 0,
      isBesideTagged: false,
      isManuscript: true,
    });
    const all = await suggestions();
    expect(all.map(({ label, range }) => [label, range.start.line])).toEqual([
      ['finding', 6],
      ['evidence', 8],
      ['finding', 10],
    ]);
    expect(all[0]).toMatchObject({
      kind: 'claim',
      type: 'finding',
      phrase: 'our analysis reveals',
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 50 } },
      cue: { start: { line: 6, character: 0 }, end: { line: 6, character: 20 } },
      claims: [],
    });
    const third = { line: 10, character: 3 };
    expect(await suggestions({ start: third, end: third })).toEqual([all[2]]);
  });

  test('follow the text while it is tagged', async () => {
    await open(PAGE);
    const [first] = await suggestions();
    const tag = { uri, range: first?.range, kind: 'claim', type: 'finding' };
    const result = await client.connection.sendRequest<TagSelectionResult>(TAG_SUGGESTION, tag);
    if (!result.ok) throw new Error(result.message);
    const edits = result.edits.map(({ range, newText }) => ({
      range: offsets(PAGE, range),
      newText,
    }));
    const tagged = applyEdits(PAGE, edits);
    await client.change(uri, tagged);
    expect(await counts()).toMatchObject({ tags: 1, isManuscript: true });
    const [quotation] = await suggestions();
    expect(quotation?.claims).toEqual([
      { id: result.id, text: 'Our analysis reveals that trust outlives the…' },
    ]);
    const id = offsets(tagged, result.selection);
    expect(tagged.slice(id.start, id.end)).toBe(result.id);
  });

  test('refuse an attribute that is more than one', async () => {
    await open(PAGE);
    const [first] = await suggestions();
    await expect(
      client.connection.sendRequest(TAG_SUGGESTION, {
        uri,
        range: first?.range,
        kind: 'claim',
        type: 'finding} evil',
      }),
    ).rejects.toThrow(/type/);
  });

  test('heed the settings, and their change', async () => {
    const settings = (own: object) => ({ 'warrant.suggestions': own });
    await open(PAGE, { settings: settings({ enabled: true, never: ['Our analysis reveals'] }) });
    expect((await suggestions()).map(({ phrase }) => phrase)).not.toContain('our analysis reveals');
    await client.configure(settings({ enabled: true, never: [], language: 'nl' }));
    expect((await suggestions()).map(({ label }) => label)).toEqual(['evidence']);
    await client.configure(settings({ enabled: false }));
    expect([await suggestions(), await counts()]).toEqual([[], null]);
    await client.configure(settings({ enabled: 'perhaps', never: 3 }));
    expect(await suggestions()).toHaveLength(3);
  });

  test('heed the settings that a client sends which cannot be asked', async () => {
    await open(PAGE);
    expect(await suggestions()).toHaveLength(3);
    const settings = { warrant: { suggestions: { enabled: false } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await suggestions()).toEqual([]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: 7 });
    expect(await suggestions()).toHaveLength(3);
  });

  test('are answered while a long manuscript is read for the first time', async () => {
    await open(`---\nlang: en\n---\n\n${`${PAGE.slice(24)}\n`.repeat(1_500)}`);
    const order: string[] = [];
    const slow = counts().then(() => order.push('counts'));
    const quick = client.connection
      .sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 5, character: 3 },
      })
      .then(() => order.push('hover'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['hover', 'counts']);
  });
});
