import { expect, test } from 'vitest';
import { Workspace, type Project } from '../../../server/src/core/project';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

/** A disk whose answers can be kept back: each tells what stood there when it was asked. */
class SlowFileSystem extends MemoryFileSystem {
  #held: Promise<void> | undefined;

  /** Keeps back what is asked from now on, until what is returned is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** Answers at once what is asked from now on. */
  hurry(): void {
    this.#held = undefined;
  }

  override async readFile(uri: string): Promise<Uint8Array> {
    const bytes = await super.readFile(uri);
    await this.#held;
    return bytes;
  }
}

const A = `${ROOT}a.md`;
const B = `${ROOT}b.md`;
const FILES = { 'warrant.yaml': 'manuscript: [a.md, b.md]\n', 'a.md': 'A', 'b.md': 'B' };

const texts = ({ files }: Project) => files.map(({ facts }) => facts.document.text);

/** A project that has been read, and whose second file has changed on disk since and is being read again. */
async function whileReading() {
  const disk = new SlowFileSystem(FILES);
  const workspace = new Workspace(disk);
  await workspace.projectOf(A);
  disk.write('b.md', 'B, changed');
  workspace.fileChanged(B, true);
  const release = disk.hold();
  const reading = workspace.projectOf(A);
  await aWhile();
  return { disk, workspace, release, reading };
}

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a document that is opened while its file is read again keeps the text of the editor', async () => {
  const { workspace, release, reading } = await whileReading();
  workspace.setDocument(B, 'typed');
  release();
  expect(texts(await reading)).toEqual(['A', 'typed']);
  expect(workspace.openText(B)).toBe('typed');
});

test('whoever asks while a file is read again waits for it', async () => {
  const { workspace, release, reading } = await whileReading();
  const other = workspace.projectOf(A).then(texts);
  await aWhile();
  release();
  expect(await other).toEqual(['A', 'B, changed']);
  await reading;
});

test('a file that changes while it is read is read once more', async () => {
  const { disk, workspace, release, reading } = await whileReading();
  disk.write('b.md', 'B, changed twice');
  disk.hurry();
  workspace.fileChanged(B, true);
  release();
  expect(texts(await reading)).toEqual(['A', 'B, changed twice']);
  expect(texts(await workspace.projectOf(A))).toEqual(['A', 'B, changed twice']);
});

test('a document that is opened while the project is put together follows its edits', async () => {
  const disk = new SlowFileSystem(FILES);
  const workspace = new Workspace(disk);
  await workspace.projectOf(A);
  workspace.fileChanged(B);
  const release = disk.hold();
  const first = workspace.projectOf(A);
  await aWhile();
  workspace.setDocument(B, 'open');
  await workspace.projectOf(A);
  release();
  await first;
  workspace.editDocument(B, [{ range: { start: 0, end: 4 }, newText: 'edited' }]);
  expect(texts(await workspace.projectOf(A))).toEqual(['A', 'edited']);
});

test('what is edited elsewhere is no reason to begin a project again that is being read', async () => {
  const disk = new SlowFileSystem(FILES);
  const workspace = new Workspace(disk);
  workspace.setDocument('untitled:Notes', 'x');
  await workspace.projectOf('untitled:Notes');
  const release = disk.hold();
  const reading = workspace.projectOf(A);
  await aWhile();
  workspace.editDocument('untitled:Notes', [{ range: { start: 1, end: 1 }, newText: 'y' }]);
  release();
  expect(await workspace.projectOf(A)).toBe(await reading);
});
