import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGitIndex } from '../../../server/src/core/sources/git/readIndex';
import { Workspace } from '../../../server/src/core/project';
import { isTrackedByGit } from '../../../server/src/core/sources/git/tracking';
import { trackedSource } from '../../../server/src/core/rules/trackedSource';
import { gitIndex } from '../../tools/gitIndex';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';
import { findings } from '../../tools/project';

const PATHS = ['a.md', 'data/müller.txt', `data/${'x'.repeat(5000)}.txt`, 'data/owner.txt', 'z'];

describe('an index of git', () => {
  test.each([2, 3, 4] as const)('of version %d lists what is tracked', (version) => {
    for (const hash of [20, 32]) {
      const { files } = readGitIndex(gitIndex(PATHS, { version, hash }));
      expect([...files]).toEqual(PATHS);
    }
  });

  test('may list whole folders, and build on another one', () => {
    const index = readGitIndex(
      gitIndex(['a.md', 'data/'], { version: 3, shared: 'ab'.repeat(20) }),
    );
    expect(index).toMatchObject({ folders: ['data/'], shared: `sharedindex.${'ab'.repeat(20)}` });
  });

  test.each([
    ['something else', new TextEncoder().encode('DIRX and more of it')],
    ['nothing', new Uint8Array(0)],
    ['one of a later version', Uint8Array.from([...gitIndex([])].with(7, 9))],
    ['one that is cut off', gitIndex(PATHS).slice(0, 200)],
    ['one whose number of entries is wrong', Uint8Array.from([...gitIndex(PATHS)].with(11, 200))],
  ])('is refused where it is %s', (_, bytes) => {
    expect(() => readGitIndex(bytes)).toThrow(/git/);
  });

  test.runIf(hasGit())('is read as git itself writes it, in each version', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'warrant-git-'));
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    try {
      git('init');
      for (const name of ['owner.txt', 'owners.txt', 'é.md'])
        writeFileSync(path.join(folder, name), '');
      git('add', '.');
      for (const version of ['2', '4']) {
        git('update-index', '--index-version', version);
        const { files } = readGitIndex(readFileSync(path.join(folder, '.git', 'index')));
        expect([...files].sort()).toEqual(['owner.txt', 'owners.txt', 'é.md']);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function projectWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const workspace = new Workspace(new MemoryFileSystem(files));
  const project = await workspace.projectOf(`${ROOT}paper.md`);
  await workspace.whenRead(() => isTrackedByGit(project, `${ROOT}data/owner.txt`));
  return { project, workspace };
}

const CONFIG = `manuscript: [paper.md]
pseudonyms: private/names.yaml
sources:
  - {id: i01, access: restricted, file: data/owner.txt}
  - {id: i02, access: confidential, file: data/owner.txt}
  - {id: i03, file: data/open.txt}
  - {id: i04, access: confidential, file: data/kept.txt}
`;

describe('a file', () => {
  test.each([
    ['of the repository', { '.git/index': gitIndex(['data/owner.txt']) }, true],
    ['of a folder of a sparse index', { '.git/index': gitIndex(['data/'], { version: 3 }) }, true],
    [
      'of a worktree',
      { '.git': 'gitdir: ../main/.git/worktrees/x\n', '.git/worktrees/x/index': '' },
      false,
    ],
    [
      'of a worktree whose repository is here',
      {
        '.git': 'gitdir: home/worktrees/x\n',
        'home/worktrees/x/index': gitIndex(['data/owner.txt']),
      },
      true,
    ],
    [
      'of a split index',
      {
        '.git/index': gitIndex([], { shared: 'cd'.repeat(20) }),
        [`.git/sharedindex.${'cd'.repeat(20)}`]: gitIndex(['data/owner.txt']),
      },
      true,
    ],
    ['that git does not know', { '.git/index': gitIndex(['paper.md']) }, false],
    ['of a repository of its own', { 'data/.git/index': gitIndex(['owner.txt']) }, true],
    ['without a repository', {}, false],
    ['with an index that cannot be read', { '.git/index': 'DIRC' }, false],
  ])('%s', async (_, files, expected) => {
    const all = { 'paper.md': '[x]{.claim}\n', ...(files as Record<string, string | Uint8Array>) };
    const { project } = await projectWith(all);
    expect(isTrackedByGit(project, `${ROOT}data/owner.txt`)).toBe(expected);
  });

  test('that others may not see is reported once, and so are the pseudonyms', async () => {
    const { project, workspace } = await projectWith({
      'paper.md': '[x]{.claim}\n',
      'warrant.yaml': CONFIG,
      'private/names.yaml': 'Anna: Karin\n',
      '.git/index': gitIndex(['data/open.txt', 'data/owner.txt', 'private/names.yaml']),
    });
    const found = await workspace.whenRead(() => findings(project, trackedSource));
    const text = (start: number, end: number) => CONFIG.slice(start, end);
    expect(found.map(({ place: { range } }) => text(range.start, range.end))).toEqual([
      'private/names.yaml',
      'data/owner.txt',
    ]);
    for (const { severity } of found) expect(severity).toBe('warning');
  });
});
