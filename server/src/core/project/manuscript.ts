import picomatch from 'picomatch';
import type { ConfigProblem, PathEntry } from '../config';
import type { Dependencies, FileCache } from './fileCache';
import { childUri, isManuscript, relativePath, resolvePath } from './uris';

/** Folders in which no manuscript is sought: what tools put there, and what is hidden. */
const SKIPPED =
  /^(\..*|node_modules|_site|_book|_manuscript|_freeze|_extensions|renv|packrat|venv)$/;

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
    const { base, glob, isGlob } = picomatch.scan(pattern);
    const named = resolvePath(root, isGlob ? base : pattern);
    const isFolder =
      !isGlob && !isManuscript(named) && (await hasFiles(named, files, dependencies));
    if (!isGlob && !isFolder) {
      uris.add(named);
      continue;
    }
    const matches = isFolder ? () => true : picomatch(glob);
    const found = (await walk(named, files, dependencies)).filter(
      (uri) =>
        isManuscript(uri) &&
        matches(relativePath(named, uri)) &&
        !excluded.some((not) => not(relativePath(root, uri))),
    );
    for (const uri of found) uris.add(uri);
    if (found.length === 0) {
      const message = `no Markdown file matches “${path}”`;
      problems.push({ rule: 'invalid-project', message, place });
    }
  }
  return { uris: [...uris], problems };
}

async function hasFiles(
  uri: string,
  files: FileCache,
  dependencies: Dependencies,
): Promise<boolean> {
  return (await files.list(uri, dependencies)).length > 0;
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
      if (kind === 'file') found.push(childUri(current, name));
    }
    const folders = entries.filter(({ name, kind }) => kind === 'directory' && !SKIPPED.test(name));
    waiting.unshift(...folders.map(({ name }) => childUri(current, name)));
  }
  return found;
}
