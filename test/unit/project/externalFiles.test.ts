import { describe, expect, test } from 'vitest';
import { FileSystemError, type FileSystem } from '../../../server/src/core/ports';
import {
  perProject,
  Workspace,
  type FileReader,
  type Project,
  type Reading,
} from '../../../server/src/core/project';
import { Checker, type Finding, type Rule } from '../../../server/src/core/rules';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

const DATA = `${ROOT}data.txt`;
const PAPER = `${ROOT}paper.md`;

/** Reads words, and counts how often it is asked to. */
function wordReader(): FileReader<readonly string[]> & { calls: number } {
  return {
    calls: 0,
    read(bytes) {
      this.calls++;
      const text = new TextDecoder().decode(bytes);
      if (text.includes('!')) throw new Error('there is a ! in it');
      if (text.includes('?')) return Promise.reject(new Error('there is a ? in it'));
      return text.split(' ');
    },
  };
}

/** A rule that says what it knows of a file outside the manuscript. */
function telling(say: (project: Project) => string): Rule {
  return {
    id: 'telling',
    severity: 'warning',
    documentation: { summary: '', bad: '', good: '' },
    scope: 'project',
    check: (project) => [
      { message: say(project), place: { uri: PAPER, range: { start: 0, end: 1 } } },
    ],
  };
}

function said(reading: Reading<readonly string[]>): string {
  if (reading.state === 'read') return reading.value.join('+');
  return reading.state === 'unreadable' ? `not read: ${reading.message}` : reading.state;
}

async function begin(content: string | Uint8Array | undefined, through = false) {
  const disk = new MemoryFileSystem({ 'paper.md': '[We see.]{.claim}\n' });
  if (content !== undefined) disk.write('data.txt', content);
  const arrived: string[] = [];
  const workspace = new Workspace(disk, { onExternalRead: (uri) => arrived.push(uri) });
  const reader = wordReader();
  const project = await workspace.projectOf(PAPER);
  const ask = (one: Project): string => said(one.external(DATA, reader));
  const checker = new Checker(project, [telling(through ? perProject(ask) : ask)]);
  const messages = (): string[] => {
    checker.refresh();
    return checker.all().map(({ message }: Finding) => message);
  };
  const write = async (text: string | undefined): Promise<void> => {
    if (text === undefined) disk.remove('data.txt');
    else disk.write('data.txt', text);
    workspace.fileChanged(DATA, text !== undefined);
    await workspace.externalSettled();
  };
  return { workspace, project, reader, messages, write, arrived, disk, checker };
}

describe.each([false, true])(
  'a file outside the manuscript (through a question: %s)',
  (through) => {
    test('is read when it is asked for, and who asked is asked again', async () => {
      const { workspace, messages, reader, arrived } = await begin('one two', through);
      expect(reader.calls).toBe(0);
      expect(messages()).toEqual(['pending']);
      expect(await workspace.externalSettled()).toBe(true);
      expect(arrived).toEqual([DATA]);
      expect(messages()).toEqual(['one+two']);
      expect(await workspace.externalSettled()).toBe(false);
    });

    test('is read again when it has changed; until then the old reading stands', async () => {
      const { workspace, messages, disk, write, arrived } = await begin('one', through);
      messages();
      await workspace.externalSettled();
      disk.write('data.txt', 'two');
      workspace.fileChanged(DATA, true);
      expect(messages()).toEqual(['one']);
      await workspace.externalSettled();
      expect(messages()).toEqual(['two']);
      await write(undefined);
      expect(messages()).toEqual(['missing']);
      await write('three');
      expect(messages()).toEqual(['three']);
      expect(arrived).toHaveLength(4);
    });

    test('that cannot be read says why, whether the reader throws or rejects', async () => {
      const { workspace, messages, write, arrived } = await begin('no!', through);
      messages();
      await workspace.externalSettled();
      expect(messages()).toEqual(['not read: there is a ! in it']);
      await write('still no!');
      expect(arrived).toHaveLength(1);
      await write('no?');
      expect(messages()).toEqual(['not read: there is a ? in it']);
    });
  },
);

test('what is the same byte for byte is not read anew', async () => {
  const { workspace, messages, reader, write, arrived } = await begin('one two');
  messages();
  await workspace.externalSettled();
  await write('one two');
  expect(reader.calls).toBe(1);
  expect(arrived).toHaveLength(1);
  await write('one three');
  expect(reader.calls).toBe(2);
});

test('changes in quick succession are read once, as the file stands in the end', async () => {
  const { workspace, messages, disk, reader } = await begin('one');
  messages();
  await workspace.externalSettled();
  for (const text of ['two', 'three', 'four']) {
    disk.write('data.txt', text);
    workspace.fileChanged(DATA, true);
  }
  await workspace.externalSettled();
  expect(messages()).toEqual(['four']);
  expect(reader.calls).toBeLessThanOrEqual(3);
});

test('a file that is too large is refused', async () => {
  const { workspace, messages } = await begin(new Uint8Array(64 * 1024 * 1024 + 1));
  messages();
  await workspace.externalSettled();
  expect(messages()).toEqual([
    'not read: larger than 64 MB; save the part that is needed as a file of its own',
  ]);
});

test('several readers share what is read, and have readings of their own', async () => {
  let reads = 0;
  const disk = new MemoryFileSystem({ 'paper.md': 'Text.\n', 'data.txt': 'one two' });
  const files: FileSystem = {
    readFile: (uri) => {
      if (uri === DATA) reads++;
      return disk.readFile(uri);
    },
    readDirectory: (uri) => disk.readDirectory(uri),
  };
  const workspace = new Workspace(files);
  const project = await workspace.projectOf(PAPER);
  const words = wordReader();
  const length: FileReader<number> = { read: (bytes) => bytes.length };
  const both = await workspace.whenRead(() => [
    project.external(DATA, words),
    project.external(DATA, length),
  ]);
  expect(both).toEqual([
    { state: 'read', value: ['one', 'two'] },
    { state: 'read', value: 7 },
  ]);
  expect(reads).toBe(1);
});

test('an open document counts as it stands in the editor', async () => {
  const source = `${ROOT}interview.md`;
  const disk = new MemoryFileSystem({ 'paper.md': 'Text.\n', 'interview.md': 'on disk' });
  const workspace = new Workspace(disk);
  const project = await workspace.projectOf(PAPER);
  const reader = wordReader();
  const now = () => workspace.whenRead(() => said(project.external(source, reader)));
  expect(await now()).toBe('on+disk');
  workspace.setDocument(source, 'in editor');
  await workspace.externalSettled();
  expect(await now()).toBe('in+editor');
  workspace.editDocument(source, [{ range: { start: 0, end: 2 }, newText: 'the' }]);
  await workspace.externalSettled();
  expect(await now()).toBe('the+editor');
  workspace.closeDocument(source);
  await workspace.externalSettled();
  expect(await now()).toBe('on+disk');
});

test('a file whose folder has gone is missing', async () => {
  const disk = new MemoryFileSystem({ 'paper.md': 'Text.\n', 'data/a.txt': 'one' });
  const workspace = new Workspace(disk);
  const project = await workspace.projectOf(PAPER);
  const reader = wordReader();
  const now = () => workspace.whenRead(() => said(project.external(`${ROOT}data/a.txt`, reader)));
  expect(await now()).toBe('one');
  disk.remove('data/a.txt');
  expect(workspace.asksFor(`${ROOT}data`)).toBe(true);
  workspace.fileChanged(`${ROOT}data`);
  await workspace.externalSettled();
  expect(await now()).toBe('missing');
});

test('what nothing is derived from is let go in time', async () => {
  const disk = new MemoryFileSystem({ 'paper.md': 'Text.\n' });
  const workspace = new Workspace(disk);
  const project = await workspace.projectOf(PAPER);
  const reader = wordReader();
  const uriOf = (index: number): string => `${ROOT}data${index}.txt`;
  for (let index = 0; index < 50; index++) {
    await workspace.whenRead(() => project.external(uriOf(index), reader));
  }
  expect(workspace.asksFor(uriOf(0))).toBe(false);
  expect(workspace.asksFor(uriOf(49))).toBe(true);
});

test('what is derived from stays, and is let go when its project has gone', async () => {
  const { workspace, messages, checker, project } = await begin('one');
  messages();
  const other = wordReader();
  for (let index = 0; index < 40; index++) {
    await workspace.whenRead(() => project.external(`${ROOT}data${index}.txt`, other));
  }
  expect(workspace.asksFor(DATA)).toBe(true);
  checker.dispose();
  for (let index = 0; index < 40; index++) {
    await workspace.whenRead(() => project.external(`${ROOT}data${index}.txt`, other));
  }
  expect(workspace.asksFor(DATA)).toBe(false);
});

describe('a project that is asked once', () => {
  test('keeps no answer that waits for a file', async () => {
    const disk = new MemoryFileSystem({ 'paper.md': 'Text.\n', 'data.txt': 'one' });
    const workspace = new Workspace(disk, { isFinal: true });
    const project = await workspace.projectOf(PAPER);
    const reader = wordReader();
    const inner = perProject((one) => said(one.external(DATA, reader)));
    const outer = perProject((one) => `<${inner(one)}>`);
    expect(outer(project)).toBe('<pending>');
    await workspace.externalSettled();
    expect(outer(project)).toBe('<one>');
    expect(await workspace.whenRead(() => outer(project))).toBe('<one>');
  });

  test('is put together anew when such a file has changed', async () => {
    const disk = new MemoryFileSystem({
      'warrant.yaml': 'elements: {c-a: {is: claim, quote: We see.}}\n',
      'paper.md': 'We see.\n',
      'data.txt': 'one',
    });
    const workspace = new Workspace(disk);
    const reader = wordReader();
    const ask = perProject((one) => said(one.external(DATA, reader)));
    const project = await workspace.projectOf(PAPER);
    expect(project.isFinal).toBe(true);
    expect(await workspace.whenRead(() => ask(project))).toBe('one');
    expect(await workspace.projectOf(PAPER)).toBe(project);
    disk.write('data.txt', 'two');
    workspace.fileChanged(DATA, true);
    await workspace.externalSettled();
    expect(ask(await workspace.projectOf(PAPER))).toBe('two');
  });
});

test('a disk that fails in another way is told, too', async () => {
  const files: FileSystem = {
    readFile: (uri) =>
      uri === PAPER
        ? Promise.resolve(new TextEncoder().encode('Text.\n'))
        : Promise.reject(new FileSystemError(uri, 'not-readable', 'permission denied')),
    readDirectory: () => Promise.resolve([]),
  };
  const workspace = new Workspace(files);
  const project = await workspace.projectOf(PAPER);
  const reader = wordReader();
  expect(await workspace.whenRead(() => said(project.external(DATA, reader)))).toBe(
    'not read: permission denied',
  );
});
