import { readFileSync, statSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';

const kilobyte = 1024;

// One server runs in Node and in a web worker. The command holds it as well, for `warrant lsp`, and draws: maps are 45 KB,
// matrices and tables 60. The layout engine of maps is a file of its own, which the panel and the command share and load when
// a map is first drawn. What reads PDF is one too, which server and command share and load with the first PDF.
// Of the client, vscode-languageclient 10 and what it brings are 430 KB; of the others, the names of all characters in HTML are 40.
// The lexicons of suggestions and the weights of their words are 310 KB of the server, and what finds their phrases is 30.
// Completion is 40 KB of the server, with what makes the schema of `warrant.yaml`.
// What the preview scans manuscripts with is a bundle of its own, except on the web, where VS Code loads an extension from
// one file: there it adds 360 KB to the client.
// Views, the matrix, tables and the map are 95 KB of the server and 25 KB of the client.
// What finds real names and holds back what others may not read is 35 KB, half of it what reads tables.
// What evidence is checked against is 170 KB of the server: 70 that read archives, XML and tables, 40 that look up quotations,
// and 20 each for bibliographies, the texts of sources, QDA projects and pseudonyms.
// The words by which untagged sentences are judged are 490 KB (115 KB of the package).
// The layout engine of the map is a worker of its own, loaded with the first map.
test.each([
  ['dist/extension.node.js', 530],
  ['dist/extension.web.js', 900],
  ['dist/preview.js', 450],
  ['dist/server.js', 2150],
  ['dist/pdf.js', 1600],
  ['dist/cli.js', 2280],
  ['dist/panels/map.js', 100],
  ['dist/panels/matrix.js', 60],
  ['dist/panels/elk.worker.js', 1500],
])('%s has at most %d KB', (file, limit) => {
  expect(statSync(file).size / kilobyte).toBeLessThanOrEqual(limit);
});

test('dist/extension.web.js loads nothing but vscode', () => {
  const text = readFileSync('dist/extension.web.js', 'utf8');
  const loaded = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
  expect([...new Set(loaded)]).toEqual(['vscode']);
});

test('dist/server.js serves from a web worker, where nothing of Node is there', async () => {
  const web = { setTimeout, clearTimeout, performance, TextDecoder, TextEncoder };
  const answer = await new Promise<unknown>((resolve) => {
    const worker = {
      onmessage: undefined as ((event: { readonly data: unknown }) => void) | undefined,
      addEventListener: () => undefined,
      postMessage: resolve,
    };
    const globals = { self: worker, WorkerGlobalScope: Object, ...web };
    new Script(readFileSync('dist/server.js', 'utf8')).runInContext(createContext(globals));
    const params = { processId: null, rootUri: null, capabilities: {} };
    const data = { jsonrpc: '2.0', id: 1, method: 'initialize', params };
    setImmediate(() => worker.onmessage?.({ data }));
  });

  expect(answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'warrant' } } });
});

test('the command starts with a line that names its interpreter', () => {
  expect(readFileSync('dist/cli.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
