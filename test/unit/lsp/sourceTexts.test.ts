import { expect, test } from 'vitest';
import { Workspace } from '../../../server/src/core/project';
import { sourceTextAt, sourceTextUri, textOfSource } from '../../../server/src/lsp/sourceTexts';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

class WatchedFiles extends MemoryFileSystem {
  readonly read: string[] = [];

  override readFile(uri: string): Promise<Uint8Array> {
    if (uri.endsWith('.txt')) this.read.push(uri.slice(ROOT.length));
    return super.readFile(uri);
  }
}

const FILES = {
  'paper.md': 'A paper.\n',
  'warrant.yaml': 'sources: [{id: a, file: a.txt}, {id: b, file: b.txt}]\n',
  'a.txt': 'One.',
  'b.txt': 'Two.',
  'c.txt': 'No source.',
};

async function open(name: string) {
  const files = new WatchedFiles(FILES);
  const workspace = new Workspace(files);
  const project = await workspace.projectOf(`${ROOT}paper.md`);
  const address = sourceTextAt(sourceTextUri({ uri: ROOT + name }));
  const text = await workspace.whenRead(() => address && textOfSource(project, address)?.text);
  return { text, read: files.read };
}

test('the text of one source is read without the others', async () => {
  expect(await open('b.txt')).toEqual({ text: 'Two.', read: ['b.txt'] });
});

test('no other file is shown as the text of a source', async () => {
  expect(await open('c.txt')).toEqual({ text: undefined, read: [] });
});
