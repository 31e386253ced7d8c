import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { MAP, type MapParams, type MapResult } from '../../server/src/shared/map';
import { ELEMENTS_AT, type ProtocolElementAt } from '../../server/src/shared/protocol';
import { StdioClient } from '../tools/stdioClient';

let client: StdioClient;

afterEach(async () => {
  await client.stop();
});

const TEXT = `---
warrant: true
---

[Sorting]{.mechanism #m-sort trigger=shock outcome="a core" activities=choosing} began.
[Firms choose]{.step #s-choose of=m-sort n=1}. [Firms stay]{.step of=m-sort n=2}.
`;
const uri = 'untitled:Untitled-1';
const ALL = { evidence: true, claims: true, tests: true, collapsed: [] };

test('a map comes with the text that its parts stand for, and can be of one mechanism', async () => {
  client = await StdioClient.start();
  await client.open(uri, TEXT);
  const ask = (params: MapParams) => client.connection.sendRequest<MapResult>(MAP, params);

  const { map, mechanisms } = await ask({ uri, ...ALL });
  expect(mechanisms).toEqual([{ id: 'm-sort', name: expect.stringMatching(/sorting/i) as string }]);
  const step = map?.nodes.find(({ id }) => id === 's-choose');
  expect(step).toMatchObject({
    role: 'step',
    location: { uri, range: { start: { line: 5, character: 1 } } },
  });
  const outcome = map?.nodes.find(({ role }) => role === 'outcome');
  expect(map?.edges.some(({ role, to }) => role === 'outcome' && to === outcome?.key)).toBe(true);

  const folded = await ask({ uri, ...ALL, collapsed: ['#m-sort'] });
  expect(folded.map?.nodes.some(({ role }) => role === 'step')).toBe(false);
  const other = await ask({ uri, ...ALL, focus: 'm-gone' });
  expect(other.map?.nodes).toEqual([]);
});

test('a map with what others may not read comes with another one to be given away', async () => {
  client = await StdioClient.start();
  const text = `[Trust]{.mechanism #m-t evidence=e-a} ["Hush, hush."]{.evidence #e-a access=restricted}\n`;
  await client.open(uri, text);
  const ask = (params: MapParams) => client.connection.sendRequest<MapResult>(MAP, params);
  const { map } = await ask({ uri, ...ALL });
  const labels = (nodes: readonly { label: string }[] = []) => nodes.map(({ label }) => label);
  expect(labels(map?.nodes)).toContain('“Hush, hush.”');
  expect(labels(map?.forExport?.map.nodes)).toEqual(['Trust', expect.stringMatching(/withheld/)]);
  expect(map?.forExport?.notes).toEqual(['1 piece of evidence held back (1 restricted)']);
  const bare = await ask({ uri, ...ALL, evidence: false });
  expect(bare.map?.forExport).toBeUndefined();
});

test('without a file, the map is that of the first project that has one', async () => {
  const folder = pathToFileURL(path.resolve('examples/partnership')).toString();
  client = await StdioClient.start({ folders: [folder] });
  const { map } = await client.connection.sendRequest<MapResult>(MAP, ALL);
  expect(map?.nodes.some(({ id }) => id === 'm-path')).toBe(true);
});

test('elements at the caret say where they stand, so that those without an id are found on the map', async () => {
  client = await StdioClient.start();
  await client.open(uri, TEXT);
  const elements = await client.connection.sendRequest<ProtocolElementAt[]>(ELEMENTS_AT, {
    uri,
    position: { line: 5, character: 52 },
  });
  const { map } = await client.connection.sendRequest<MapResult>(MAP, { uri, ...ALL });
  const [element] = elements;
  expect(element?.id).toBeUndefined();
  const node = map?.nodes.find(
    ({ location }) => JSON.stringify(location) === JSON.stringify(element?.location),
  );
  expect(node?.role).toBe('step');
});
