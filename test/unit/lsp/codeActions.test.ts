import { ResponseError, type CodeAction, type CodeActionKind } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import {
  CodeActions,
  type ActionContext,
  type CodeActionSource,
} from '../../../server/src/lsp/capabilities/codeActions';

const URI = 'file:///paper.md';
const EDIT = { changes: {} };

interface World {
  version: number;
  readonly log: string[];
}

function services(world: World, resolvesActions = true): ActionContext {
  const context = {
    version: () => world.version,
    support: { resolvesActions },
    logger: { error: (message: string) => world.log.push(message) },
  };
  // Only what the dispatcher uses.
  return { context, judge: {} } as unknown as ActionContext;
}

function source(kind: CodeActionKind, ...actions: readonly CodeAction[]): CodeActionSource {
  return {
    name: kind,
    kinds: [kind],
    offer: () => Promise.resolve(actions.map((one) => ({ kind, ...one }))),
  };
}

/** A source whose edits are worked out on demand. */
const LAZY: CodeActionSource = {
  name: 'moves',
  kinds: ['refactor.move'],
  offer: () => Promise.resolve([{ title: 'Move', kind: 'refactor.move', data: { to: 7 } }]),
  resolve: (_, action, uri) =>
    Promise.resolve({
      ...action,
      edit: { changes: { [uri]: [] } },
      title: JSON.stringify(action.data),
    }),
};

const FAILING: CodeActionSource = {
  name: 'failing',
  kinds: ['quickfix'],
  offer: () => Promise.reject(new Error('broken')),
};

const asking = (...only: CodeActionKind[]) => ({
  textDocument: { uri: URI },
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  context: { diagnostics: [], ...(only.length > 0 ? { only } : {}) },
});

const world = (): World => ({ version: 1, log: [] });
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

test('a client that resolves none is offered none that does nothing, and told nothing', async () => {
  const told: string[] = [];
  const refusing: CodeActionSource = {
    ...LAZY,
    resolve: ({ context }, action) => {
      context.tell('There is nothing to move');
      return Promise.resolve(action);
    },
  };
  const running = services(world(), false);
  const context = { ...running.context, tell: (message: string) => told.push(message) };
  const offered = await new CodeActions([refusing, LAZY]).offer(
    { ...running, context },
    asking('refactor'),
  );
  expect(offered).toMatchObject([{ edit: { changes: { [URI]: [] } } }]);
  expect(told).toEqual([]);
});

describe('code actions', () => {
  const actions = new CodeActions([
    source('quickfix', { title: 'Fix', edit: EDIT }),
    FAILING,
    LAZY,
    source('source.fixAll.warrant', { title: 'Fix all', edit: EDIT }),
  ]);

  test('come from all sources in their order, and one that fails does no harm', async () => {
    const here = world();
    expect(titles(await actions.offer(services(here), asking()))).toEqual([
      'Fix',
      'Move',
      'Fix all',
    ]);
    expect(here.log).toEqual([expect.stringContaining('failing: ')]);
  });

  test('are announced by kind', () => {
    expect(actions.kinds).toEqual(['quickfix', 'refactor.move', 'source.fixAll.warrant']);
  });

  test.each([
    [['quickfix'], ['Fix']],
    [['refactor'], ['Move']],
    [['refactor.moves'], []],
    [['source.fixAll'], ['Fix all']],
    [
      ['source', 'quickfix'],
      ['Fix', 'Fix all'],
    ],
    [[''], ['Fix', 'Move', 'Fix all']],
  ])('of %j are %j', async (only, expected) => {
    expect(titles(await actions.offer(services(world()), asking(...only)))).toEqual(expected);
  });

  test('get their edit when they are chosen', async () => {
    const [move] = await actions.offer(services(world()), asking('refactor'));
    expect(move?.edit).toBeUndefined();
    expect(await actions.resolve(services(world()), move ?? { title: '' })).toMatchObject({
      title: '{"to":7}',
      edit: { changes: { [URI]: [] } },
    });
  });

  test('come with their edit where the client does not ask for it later', async () => {
    const [move] = await actions.offer(services(world(), false), asking('refactor'));
    expect(move?.edit).toEqual({ changes: { [URI]: [] } });
  });

  test('are out of date when the text has changed', async () => {
    const here = world();
    const [move] = await actions.offer(services(here), asking('refactor'));
    here.version++;
    const answer = await actions.resolve(services(here), move ?? { title: '' });
    expect(answer).toBeInstanceOf(ResponseError);
  });

  test('that are none of ours stay as they are', async () => {
    const foreign = { title: 'Other', data: 'theirs' };
    expect(await actions.resolve(services(world()), foreign)).toEqual(foreign);
  });
});
