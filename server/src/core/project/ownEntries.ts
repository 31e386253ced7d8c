import type { Config, RegistryEntry } from '../config';
import type { Dependencies, FileCache } from './fileCache';
import { walk } from './manuscript';
import { isManuscript, parentUri, resolvePath } from './uris';

/** In folders with more manuscripts than this, every file is asked for every entry. */
const MAX_OTHERS = 500;

/**
 * The entries under `elements:` that concern one of several files which a `warrant.yaml` does not list: all but those
 * that are evidently about another file. An entry about none of them stays, so that it is reported.
 */
export async function ownEntries(
  config: Config,
  uri: string,
  files: FileCache,
  dependencies: Dependencies,
): Promise<readonly RegistryEntry[]> {
  if (config.elements.length === 0) return [];
  const root = parentUri(config.uri);
  const uris = (await walk(root, files, dependencies)).filter(
    (other) => isManuscript(other) && other !== uri,
  );
  if (uris.length === 0 || uris.length > MAX_OTHERS) return config.elements;
  const textOf = async (file: string): Promise<string> => {
    const read = await files.read(file, dependencies).catch(() => undefined);
    return fold(read?.text ?? '');
  };
  const own = await textOf(uri);
  const others = await Promise.all(uris.map(textOf));
  return config.elements.filter((entry) => {
    if (entry.file) {
      const named = resolvePath(root, entry.file.text);
      return named === uri || !uris.includes(named);
    }
    const isAbout = mentions(entry);
    return isAbout(own) || !others.some(isAbout);
  });
}

function mentions({ id, quote }: RegistryEntry): (text: string) => boolean {
  if (quote) {
    const words = fold(quote.text);
    return (text) => text.includes(words);
  }
  return (text) => [`#${id}`, `id="${id}"`, `id='${id}'`].some((form) => text.includes(form));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
