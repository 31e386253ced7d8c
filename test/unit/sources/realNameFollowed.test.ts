import { expect, test } from 'vitest';
import { Workspace } from '../../../server/src/core/project';
import { Checker } from '../../../server/src/core/rules';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

test('names are looked for again where the text was edited, and everywhere when the list has changed', async () => {
  const files = new MemoryFileSystem({
    'warrant.yaml': 'manuscript: [paper.md]\npseudonyms: names.yaml\n',
    'names.yaml': 'Anna de Vries: Karin\n',
    'paper.md': 'So Anna left.\n\nSo Eva Prins left.\n',
  });
  const workspace = new Workspace(files);
  const uri = `${ROOT}paper.md`;
  workspace.setDocument(uri, 'So Anna left.\n\nSo Eva Prins left.\n');
  const project = await workspace.projectOf(uri);
  const checker = new Checker(project);
  const places = async (): Promise<string[]> => {
    const found = await workspace.whenRead(() => {
      checker.refresh();
      return checker.all();
    });
    const text = project.file(uri)?.facts.document.text ?? '';
    return found
      .filter(({ rule }) => rule === 'real-name')
      .map(({ place: { range } }) => text.slice(range.start, range.end));
  };
  expect(await places()).toEqual(['Anna']);
  workspace.editDocument(uri, [{ range: { start: 3, end: 7 }, newText: 'she, Vries' }]);
  expect(await places()).toEqual(['Vries']);
  files.write('names.yaml', 'Eva Prins: Sanne\n');
  workspace.fileChanged(`${ROOT}names.yaml`);
  expect(await places()).toEqual(['Eva Prins']);
  files.remove('names.yaml');
  workspace.fileChanged(`${ROOT}names.yaml`);
  await places();
  const left = checker.all().filter(({ rule }) => rule === 'real-name');
  expect(left.map(({ severity }) => severity)).toEqual(['information']);
});
