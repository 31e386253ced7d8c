import { afterEach, expect, test } from 'vitest';
import { USES, type ProtocolLocation, type UsesParams } from '../../server/src/shared/protocol';
import {
  CLAIMS,
  CONSTRUCTS,
  SOURCES,
  type ClaimsParams,
  type ConstructsParams,
  type ProtocolRow,
  type SourcesParams,
} from '../../server/src/shared/rows';
import { StdioClient } from '../tools/stdioClient';

let client: StdioClient;

afterEach(() => client.stop());

const uri = 'untitled:Untitled-1';
const PAPER = `A _tie_ is [what holds two people together]{.construct #k-tie term=tie}.

[A tie lasts]{.claim #c-last evidence=e-own}: ["We stayed."]{.evidence #e-own source=@kay2001}
[Size did not matter]{.claim #c-size}.
`;

async function open(): Promise<void> {
  client = await StdioClient.start();
  await client.open(uri, PAPER);
}

function ask(method: string, params: object): Promise<ProtocolRow[]> {
  return client.connection.sendRequest<ProtocolRow[]>(method, params);
}

test('claims, constructs and sources are given as rows with places', async () => {
  await open();
  const chosen: ClaimsParams = { uri, groupBy: 'type', show: 'unsupported' };
  const [summary, group] = await ask(CLAIMS, chosen);
  expect(summary?.label).toBe('1 of 2 claims supported');
  expect(group?.children).toMatchObject([
    {
      element: { kind: 'claim', id: 'c-size' },
      state: 'unsupported',
      location: { uri, range: { start: { line: 3, character: 1 } } },
    },
  ]);
  const constructs: ConstructsParams = { uri, groupBy: 'none' };
  expect((await ask(CONSTRUCTS, constructs))[1]).toMatchObject({ label: 'tie' });
  const sources: SourcesParams = { uri };
  const works = (await ask(SOURCES, sources)).find(({ label }) => label === 'Cited works');
  expect(works?.children[0]?.label).toBe('@kay2001');
});

test('what is chosen is looked at before it is used', async () => {
  await open();
  await expect(ask(CLAIMS, { uri, groupBy: 'colour' })).rejects.toThrow(/groupBy/);
});

test('the uses of the element of a row are found; of one that is gone, none', async () => {
  await open();
  const rows = await ask(CONSTRUCTS, { uri, groupBy: 'none' });
  const usesOf = (element: string) => {
    const params: UsesParams = { uri, element };
    return client.connection.sendRequest<ProtocolLocation[]>(USES, params);
  };
  const uses = await usesOf(rows[1]?.element?.key ?? '');
  expect(uses.map(({ range }) => range.start)).toEqual([
    { line: 0, character: 3 },
    { line: 2, character: 3 },
  ]);
  expect(await usesOf('nobody')).toEqual([]);
});
