import type { Dependencies, FileCache } from './fileCache';
import { childUri, parentUri } from './uris';

/** The configuration files above a manuscript. */
export interface Location {
  /** The nearest `warrant.yaml`. */
  readonly warrant?: string;
  /** The nearest `_quarto.yml`. */
  readonly quarto?: string;
}

const WARRANT_NAMES: ReadonlySet<string> = new Set(['warrant.yaml', 'warrant.yml']);
const QUARTO_NAMES: ReadonlySet<string> = new Set(['_quarto.yml', '_quarto.yaml']);

/** Looks upwards from a file for the nearest `warrant.yaml` and `_quarto.yml`, as far as the folder that holds `.git`. */
export async function locate(
  uri: string,
  files: FileCache,
  dependencies: Dependencies,
): Promise<Location> {
  let quarto: string | undefined;
  for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
    const entries = await files.list(folder, dependencies);
    const named = (names: ReadonlySet<string>): string | undefined => {
      const entry = entries.find(({ name, kind }) => kind === 'file' && names.has(name));
      return entry && childUri(folder, entry.name);
    };
    quarto ??= named(QUARTO_NAMES);
    const warrant = named(WARRANT_NAMES);
    if (warrant) return { warrant, ...(quarto ? { quarto } : {}) };
    const top = parentUri(folder) === folder || entries.some(({ name }) => name === '.git');
    if (top) return quarto ? { quarto } : {};
  }
}
