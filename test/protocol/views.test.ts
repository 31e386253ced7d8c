import { afterEach, expect, test } from 'vitest';
import {
  ELEMENTS_AT,
  LINK_ELEMENTS,
  LINK_TARGETS,
  type LinkElementsParams,
  type ProtocolElement,
  type ProtocolLinkTarget,
  type RetagResult,
} from '../../server/src/shared/protocol';
import { OUTLINE, type OutlineParams, type ProtocolRow } from '../../server/src/shared/rows';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const FILES = {
  'warrant.yaml': 'manuscript: [paper.md, data.md]\n',
  'paper.md': `‸# Path {.mechanism #m-path trigger=a outcome=b activities=c scope=d}

## Late {.step #s-late n=2}

[It grew]{.claim #c-grew}.

## Early {.step #s-early n=1}
`,
  'data.md': '["Mine."]{.evidence #e-own} and ["Yours."]{.evidence}\n',
};

const ask = <T>(method: string, params: object) =>
  here.client.connection.sendRequest<T>(method, params);

const outlineOf = (options: OutlineParams = {}) =>
  ask<ProtocolRow[]>(OUTLINE, { uri: here.uriOf('paper.md'), ...options });

const steps = (rows: readonly ProtocolRow[]): string[] =>
  rows.flatMap(({ role, label, children }) => [
    ...(role === 'step' ? [label] : []),
    ...steps(children),
  ]);

test('the Mechanisms view is grouped, sorted and chosen as it is asked for', async () => {
  here = await Navigator.start(FILES);
  expect(steps(await outlineOf())).toEqual(['1 Early', '2 Late']);
  expect(steps(await outlineOf({ sortBy: 'text' }))).toEqual(['2 Late', '1 Early']);
  const [file] = await outlineOf({ groupBy: 'file' });
  expect(file).toMatchObject({
    role: 'file',
    label: 'paper.md',
    location: { uri: here.uriOf('paper.md') },
  });
  expect(await outlineOf({ text: 'no such words' })).toEqual([]);
  await expect(ask(OUTLINE, { groupBy: 'colour' })).rejects.toThrow(/groupBy/);
});

test('the elements at a position come innermost first, a section with its heading', async () => {
  here = await Navigator.start(FILES);
  const uri = here.uriOf('paper.md');
  const at = (line: number, character: number) =>
    ask<ProtocolElement[]>(ELEMENTS_AT, { uri, position: { line, character } });
  expect((await at(4, 3)).map(({ id }) => id)).toEqual(['c-grew', 's-late', 'm-path']);
  const missing = { uri: here.uriOf('missing.md'), position: { line: 0, character: 0 } };
  expect(await ask(ELEMENTS_AT, missing)).toEqual([]);
});

test('evidence of another file is put on a claim, and the targets of a row need no caret', async () => {
  here = await Navigator.start(FILES);
  const uri = here.uriOf('paper.md');
  const [claim] = await ask<ProtocolElement[]>(ELEMENTS_AT, {
    uri,
    position: { line: 4, character: 3 },
  });
  const start = { line: 0, character: 0 };
  const targets = await ask<ProtocolLinkTarget[]>(LINK_TARGETS, {
    uri,
    range: { start, end: start },
    element: claim?.key,
  });
  const evidence = targets.filter(({ kind }) => kind === 'evidence').map(({ key }) => key);
  expect(evidence).toHaveLength(2);
  const put: LinkElementsParams = { uri, elements: evidence, target: claim?.key ?? '' };
  const result = await ask<RetagResult>(LINK_ELEMENTS, put);
  expect(result).toMatchObject({ ok: true, notes: [] });
  const changes = result.ok ? result.changes : {};
  expect(Object.keys(changes)).toEqual([here.uriOf('data.md')]);
  expect(
    Object.values(changes)
      .flat()
      .map(({ newText }) => newText),
  ).toEqual([' supports=c-grew', ' supports=c-grew']);
  expect(await ask(LINK_ELEMENTS, { ...put, elements: ['gone'] })).toMatchObject({ ok: false });
});
