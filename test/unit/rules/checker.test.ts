import { expect, test } from 'vitest';
import { Workspace } from '../../../server/src/core/project';
import { Checker, type Rule } from '../../../server/src/core/rules';
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

test('what looks far is asked again of a closed file, and nothing else with it', async () => {
  const asked: string[] = [];
  const rule = (id: string, isFarReaching?: true): Rule => ({
    id,
    severity: 'warning',
    scope: 'element',
    kinds: ['claim'],
    ...(isFarReaching && { isFarReaching }),
    documentation: { summary: '', bad: '', good: '' },
    check: ({ place, id: name = '' }, project) => {
      asked.push(`${id} ${name}`);
      if (!isFarReaching) return [];
      return [{ message: project.elementsOfKind('evidence')[0]?.id ?? '', place }];
    },
  });
  const workspace = new Workspace(
    new MemoryFileSystem({ ...FILES, 'b.md': '[So.]{.claim #c-b}\n' }),
  );
  workspace.setDocument(c, FILES['c.md']);
  const project = await workspace.projectOf(c);
  const checker = new Checker(project, [rule('near'), rule('far', true)]);
  checker.refresh();
  expect(asked.sort()).toEqual(['far c-a', 'far c-b', 'near c-a', 'near c-b']);
  asked.length = 0;
  workspace.editDocument(c, TYPED);
  checker.refresh();
  expect(asked.filter((one) => one.endsWith('c-b'))).toEqual(['far c-b']);
  expect(checker.of(b).map(({ message }) => message)).toEqual(['e-1x']);
});
