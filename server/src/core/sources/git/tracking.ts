import { childUri, parentUri, relativePath, type FileReader, type Project } from '../../project';
import { readGitIndex, type GitIndex } from './readIndex';

const INDEX: FileReader<GitIndex> = { read: (bytes) => readGitIndex(bytes) };

/** Where the repository of a worktree or a submodule is, whose `.git` is a file (Git documentation, gitrepository-layout). */
const GIT_FILE: FileReader<string> = {
  read: (bytes) => {
    const text = new TextDecoder().decode(bytes.subarray(0, 4096));
    const path = /^gitdir:[ \t]*([^\r\n]+)/.exec(text)?.[1]?.trim();
    if (path === undefined) throw new Error('no .git file');
    return path;
  },
};

/** So far up a repository is looked for. */
const MAX_DEPTH = 40;

/**
 * Whether git tracks a file, by the index of the repository in which it stands: it will be in the next commit, and in
 * whatever is pushed. False where there is no repository, where it cannot be read, and while it is being read. Of what
 * stands in `.gitignore` nothing is asked: a file that was added once is tracked all the same.
 */
export function isTrackedByGit(project: Project, uri: string): boolean {
  let folder = parentUri(uri);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const git = childUri(folder, '.git');
    const own = project.external(childUri(git, 'index'), INDEX);
    if (own.state === 'pending') return false;
    if (own.state === 'read') return lists(project, own.value, git, folder, uri);
    const link = project.external(git, GIT_FILE);
    if (link.state === 'pending' || link.state === 'unreadable') return false;
    if (link.state === 'read') {
      const home = gitFolder(folder, link.value);
      const index = project.external(childUri(home, 'index'), INDEX);
      return index.state === 'read' && lists(project, index.value, home, folder, uri);
    }
    const above = parentUri(folder);
    if (above === folder || above.length >= folder.length) return false;
    folder = above;
  }
  return false;
}

function lists(project: Project, index: GitIndex, home: string, top: string, uri: string): boolean {
  const path = relativePath(top, uri).normalize('NFC');
  if (index.files.has(path) || index.folders.some((folder) => path.startsWith(folder))) return true;
  if (index.shared === undefined) return false;
  const shared = project.external(childUri(home, index.shared), INDEX);
  return shared.state === 'read' && shared.value.files.has(path);
}

/** The folder that a `.git` file names, which may be anywhere on the machine. */
function gitFolder(folder: string, path: string): string {
  const written = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const drive = /^([a-z])%3A\//i.exec(written);
  const base = folder.replace(/\/?$/, '/');
  const target = drive ? `/${written}` : written;
  return new URL(target, base).href.replace(/\/$/, '');
}
