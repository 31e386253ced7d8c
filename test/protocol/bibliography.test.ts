import { afterEach, expect, test } from 'vitest';
import {
  DefinitionRequest,
  FileChangeType,
  HoverRequest,
  type Hover,
  type Location,
  type MarkupContent,
} from 'vscode-languageserver/node';
import { warrant } from '../tools/command';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { LocalServer } from './localServer';

let server: LocalServer | undefined;

afterEach(() => server?.dispose());

const PAPER = `---
warrant: true
bibliography: refs.bib
---

[Trust grows with use]{.claim type=background} [@ring1995; @kay2001].
`;
const BIB = `@article{ring1994,
  author = {Ring, Peter Smith and Van de Ven, Andrew H.},
  title = {Developmental Processes of Cooperative Interorganizational Relationships},
  journal = {Academy of Management Review},
  volume = 19, number = 1, pages = {90--118}, year = 1994,
  doi = {10.5465/amr.1994.9410122009}
}
@book{kay2001, title = {Ties}}
`;
const URI = `${ROOT}paper.md`;
const BIB_URI = `${ROOT}refs.bib`;

async function start(files: MemoryFileSystem): Promise<LocalServer> {
  server = await LocalServer.start({ files });
  await server.open(URI, PAPER);
  return server;
}

const said = ({ published }: LocalServer, uri: string): string[] =>
  (published.get(uri) ?? []).map(({ code }) => String(code)).sort();

test('findings come when the bibliography has been read, and anew when it changes', async () => {
  const files = new MemoryFileSystem({ 'paper.md': PAPER, 'refs.bib': BIB });
  const here = await start(files);
  await here.until('the unknown work', () => said(here, URI).includes('unknown-citation'));
  expect(said(here, BIB_URI)).toEqual([]);

  files.write('refs.bib', `${BIB}@book{ring1995, title = {More}\n`);
  await here.changed(FileChangeType.Changed, BIB_URI);
  await here.until('the broken entry', () => said(here, BIB_URI).includes('broken-entry'));
  expect(said(here, URI)).not.toContain('unknown-citation');

  files.write('refs.bib', `${BIB}@book{ring1995, title = {More}}\n`);
  await here.changed(FileChangeType.Changed, BIB_URI);
  await here.until('the mended entry', () => said(here, BIB_URI).length === 0);
  expect(said(here, URI)).toEqual([]);

  files.remove('refs.bib');
  await here.changed(FileChangeType.Deleted, BIB_URI);
  await here.until('the missing file', () => said(here, URI).includes('missing-bibliography'));
  files.write('refs.bib', BIB);
  await here.changed(FileChangeType.Created, BIB_URI);
  await here.until('the file again', () => said(here, URI).includes('unknown-citation'));
});

test('a citation leads to its entry, and is shown as a reference', async () => {
  const paper = PAPER.replace('ring1995', 'ring1994');
  const files = new MemoryFileSystem({ 'paper.md': paper, 'refs.bib': BIB });
  server = await LocalServer.start({ files });
  await server.open(URI, paper);
  const position = { line: 5, character: 52 };
  const at = { textDocument: { uri: URI }, position };
  const hover = (await server.connection.sendRequest(HoverRequest.type, at)) as Hover;
  expect((hover.contents as MarkupContent).value).toContain(
    'Ring, P. S. & Van de Ven, A. H. (1994). Developmental Processes of Cooperative Interorganizational Relationships. *Academy of Management Review*, 19(1), 90–118. [doi:10.5465/amr.1994.9410122009](<https://doi.org/10.5465/amr.1994.9410122009>)'.replace(
      ' & ',
      ' \\& ',
    ),
  );
  const [target] = (await server.connection.sendRequest(DefinitionRequest.type, at)) as Location[];
  expect(target).toMatchObject({ uri: BIB_URI, range: { start: { line: 0, character: 9 } } });
});

test('what is wrong in a bibliography is printed by the command, once for all who share it', async () => {
  const files = new MemoryFileSystem({
    'a.md': PAPER,
    'b.md': PAPER,
    'refs.bib': `${BIB}@book{lost, title = {More}\n`,
  });
  const { out, code } = await warrant(['check', '.'], files);
  expect(out.match(/broken-entry/g)).toHaveLength(1);
  expect(out).toMatch(/refs\.bib:9:7.*a \} is missing/);
  expect(out.match(/unknown-citation/g)).toHaveLength(2);
  expect(code).toBe(1);
});
