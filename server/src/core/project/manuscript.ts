import picomatch from 'picomatch';
import type { ConfigProblem, PathEntry } from '../config';
import type { Dependencies, FileCache } from './fileCache';
import { isManuscript, relativePath, resolvePath } from './uris';

/** Folders in which no manuscript is sought: what tools put there, and what is hidden. */
const SKIPPED = /^(\..*|node_modules|_site|_book|_manuscript|_freeze|renv|venv)$/;

/** Listing stops here: a pattern like `**` at the root of a disk must not hang the server. */
const MAX_FOLDERS = 5_000;

/** The files that a `manuscript:` list names, in its order, each once, with what is wrong with the list. */
export async function expandManuscript(
  root: string,
  entries: readonly PathEntry[],
  files: FileCache,
  dependencies: Dependencies,
): Promise<{ uris: string[]; problems: ConfigProblem[] }> {
  const uris = new Set<string>();
  const problems: ConfigProblem[] = [];
  const excluded = entries
    .filter(({ path }) => path.startsWith('!'))
    .map(({ path }) => picomatch(path.slice(1).replace(/^\.\//, '')));
  for (const { path, place } of entries) {
    if (path.startsWith('!')) continue;
    const pattern = path.replaceAll('\\', '/').replace(/^\.\//, '');
    const { base, isGlob } = picomatch.scan(pattern);
    if (!isGlob) {
      uris.add(resolvePath(root, pattern));
      continue;
    }
    const matches = picomatch(pattern);
    const start = base === '' || base === '.' ? root : resolvePath(root, base);
    const found = (await walk(start, files, dependencies)).filter((uri) => {
      const relative = relativePath(root, uri);
      return isManuscript(uri) && matches(relative) && !excluded.some((not) => not(relative));
    });
    for (const uri of found) uris.add(uri);
    if (found.length === 0) {
      const message = `no Markdown file matches “${path}”`;
      problems.push({ rule: 'invalid-project', message, place });
    }
  }
  return { uris: [...uris], problems };
}

/** The files below a folder, a folder's own files before those of its folders, each sorted by name. */
export async function walk(
  folder: string,
  files: FileCache,
  dependencies: Dependencies,
): Promise<string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let visited = 0; waiting.length > 0 && visited < MAX_FOLDERS; visited++) {
    const current = waiting.shift() ?? folder;
    const entries = await files.list(current, dependencies);
    for (const { name, kind } of entries) {
      if (kind === 'file') found.push(resolvePath(current, name));
    }
    const folders = entries.filter(({ name, kind }) => kind === 'directory' && !SKIPPED.test(name));
    waiting.unshift(...folders.map(({ name }) => resolvePath(current, name)));
  }
  return found;
}
