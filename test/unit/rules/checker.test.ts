import { expect, test } from 'vitest';
import { Workspace } from '../../../server/src/core/project';
import { Checker } from '../../../server/src/core/rules';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

const FILES = {
  'warrant.yaml': 'manuscript: [a.md, b.md, c.md]\n',
  'a.md': '[They stayed.]{.claim #c-a evidence=e-1}\n',
  'b.md': '[They left.]{.claim #c-b evidence=e-1}\n',
  'c.md': '["We stayed."]{.evidence #e-1}\n',
};
const URIS = ['a.md', 'b.md', 'c.md'].map((name) => ROOT + name);
const [a = '', b = '', c = ''] = URIS;

async function opened(...open: readonly string[]) {
  const files = new MemoryFileSystem(FILES);
  const workspace = new Workspace(files);
  for (const uri of open) workspace.setDocument(uri, await workspace.textOf(uri));
  const checker = new Checker(await workspace.projectOf(c));
  checker.refresh();
  const misspelt = () =>
    URIS.filter((uri) => checker.of(uri).some(({ rule }) => rule === 'unknown-id'));
  return { workspace, checker, misspelt };
}

/** Behind the id of the evidence. */
const AT = FILES['c.md'].indexOf('#e-1') + 4;
const TYPED = [{ range: { start: AT, end: AT }, newText: 'x' }];

test('what is open is checked before what is closed', async () => {
  const { workspace, checker, misspelt } = await opened(a, c);
  expect(misspelt()).toEqual([]);
  workspace.editDocument(c, TYPED);
  expect(checker.refreshOpen()).toContain(a);
  expect(misspelt()).toEqual([a]);
  expect(checker.advance(() => true)).toBe(false);
  expect(checker.advance()).toBe(true);
  expect(checker.refreshOpen()).toContain(b);
  expect(misspelt()).toEqual([a, b]);
});

test('a file that is closed does not lose its findings until it is checked again', async () => {
  const { workspace, checker, misspelt } = await opened(a, c);
  workspace.editDocument(c, TYPED);
  checker.refresh();
  workspace.closeDocument(a);
  checker.refreshOpen();
  expect(misspelt()).toEqual([a, b]);
});
