import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Workspace } from '../../../server/src/core/project';
import { sourceTextAt, sourceTextUri, textOfSource } from '../../../server/src/lsp/sourceTexts';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

class WatchedFiles extends MemoryFileSystem {
  readonly read: string[] = [];

  override readFile(uri: string): Promise<Uint8Array> {
    if (/\.(?:txt|mp3)$/.test(uri)) this.read.push(uri.slice(ROOT.length));
    return super.readFile(uri);
  }
}

type Texts = readonly (readonly [name: string, text: string])[];

/** A project as programs for qualitative analysis export it (REFI-QDA 1.5). */
function qdpx(texts: Texts): Uint8Array {
  const sources = texts.map(
    ([name], index) =>
      `<TextSource guid="d1000000-0000-4000-8000-00000000000${index}" name="${name}" plainTextPath="internal://t${index}.txt"/>`,
  );
  const files = texts.map(([, text], index) => [`Sources/t${index}.txt`, strToU8(text)] as const);
  return zipSync({
    'project.qde': strToU8(
      `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p"><Sources>${sources.join('')}</Sources></Project>`,
    ),
    ...Object.fromEntries(files),
  });
}

async function open(
  config: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  name: string,
  within?: string,
) {
  const watched = new WatchedFiles({ 'paper.md': 'A paper.\n', 'warrant.yaml': config, ...files });
  const workspace = new Workspace(watched);
  const project = await workspace.projectOf(`${ROOT}paper.md`);
  const uri = ROOT + name;
  const address = sourceTextAt(sourceTextUri(within === undefined ? { uri } : { uri, within }));
  const text = await workspace.whenRead(() => address && textOfSource(project, address)?.text);
  return { text, read: watched.read };
}

const TWO = 'sources: [{id: a, file: a.txt}, {id: b, file: b.txt}]\n';
const TEXTS = { 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'No source.' };
const CODED = 'qda: study.qdpx\nsources: [{id: owner}, {id: nurse}]\n';

test('the text of one source is read without the others', async () => {
  expect(await open(TWO, TEXTS, 'b.txt')).toEqual({ text: 'Two.', read: ['b.txt'] });
});

test('no other file is shown as the text of a source', async () => {
  expect(await open(TWO, TEXTS, 'c.txt')).toEqual({ text: undefined, read: [] });
});

test('a recording is no text', async () => {
  const config = 'sources: [{id: a, file: a.mp3}]\n';
  expect(await open(config, { 'a.mp3': 'ID3' }, 'a.mp3')).toEqual({ text: undefined, read: [] });
});

test.each<readonly [string, string, string | undefined]>([
  ['of a declared source', 'owner', 'She stayed.'],
  ['of nobody who is declared', 'secret', undefined],
  ['that several are called', 'nurse', undefined],
])('of a QDA project, a text %s', async (_, within, expected) => {
  const texts: Texts = [
    ['owner', 'She stayed.'],
    ['secret', 'Not for readers.'],
    ['nurse', 'First.'],
    ['nurse', 'Second.'],
  ];
  const { text } = await open(CODED, { 'study.qdpx': qdpx(texts) }, 'study.qdpx', within);
  expect(text).toBe(expected);
});

test('a text of a QDA project is not shown beside the file of its source', async () => {
  const config = 'qda: study.qdpx\nsources: [{id: owner, file: owner.txt}, {id: b, file: b.txt}]\n';
  const files = {
    'owner.txt': 'Own.',
    'b.txt': 'Two.',
    'study.qdpx': qdpx([['owner', 'She stayed.']]),
  };
  expect(await open(config, files, 'study.qdpx', 'owner')).toEqual({
    text: undefined,
    read: ['owner.txt'],
  });
});
