import type { PathEntry } from './config';
import { filterPaths } from './filters';
import { asMap, asTexts, readYaml, type YamlValue } from './yamlTree';

/** What a `_quarto.yml` says about the manuscript. */
export interface QuartoProject {
  readonly type: 'book' | 'manuscript';
  readonly files: readonly PathEntry[];
  readonly bibliography: readonly PathEntry[];
  readonly filters: readonly string[];
}

/**
 * Reads `_quarto.yml` of a book or a manuscript; nothing for any other project or for YAML that cannot be read
 * (Quarto itself will say what is wrong with it).
 */
export function readQuarto(uri: string, text: string): QuartoProject | undefined {
  const tree = readYaml(text);
  const root = asMap(tree.value);
  const type = asMap(root['project'])['type'];
  const entry = ({ path, at }: WrittenPath): PathEntry => ({
    path,
    place: { uri, range: tree.placeOf(at).range },
  });
  const texts = (...at: readonly string[]): PathEntry[] => {
    const value = at.reduce<YamlValue | undefined>((map, key) => asMap(map)[key], tree.value);
    return asTexts(value).map((path, index) =>
      entry({ path, at: Array.isArray(value) ? [...at, index] : at }),
    );
  };
  const shared = {
    bibliography: texts('bibliography'),
    filters: filterPaths(root['filters']),
  };
  if (type === 'book') {
    const book = asMap(root['book']);
    const files = ['chapters', 'appendices'].flatMap((key) => chapters(book[key], ['book', key]));
    return {
      ...shared,
      type,
      files: files.map(entry),
      bibliography: [...shared.bibliography, ...texts('book', 'bibliography')],
    };
  }
  if (type === 'manuscript') {
    const [article] = texts('manuscript', 'article');
    return { ...shared, type, files: [article ?? entry({ path: 'index.qmd', at: ['project'] })] };
  }
  return undefined;
}

/** A path with the keys and indexes that lead to it. */
interface WrittenPath {
  readonly path: string;
  readonly at: readonly PropertyKey[];
}

/** Chapters may stand in parts, and a part may itself be a file. */
function chapters(value: YamlValue | undefined, at: readonly PropertyKey[]): WrittenPath[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) => {
    const own = [...at, index];
    if (typeof entry === 'string') return isFile(entry) ? [{ path: entry, at: own }] : [];
    const map = asMap(entry);
    const named = ['part', 'file', 'href'].flatMap((key): WrittenPath[] => {
      const path = map[key];
      return typeof path === 'string' && isFile(path) ? [{ path, at: [...own, key] }] : [];
    });
    return [...named, ...chapters(map['chapters'], [...own, 'chapters'])];
  });
}

function isFile(path: string): boolean {
  return /\.(q?md|rmd|markdown)$/i.test(path);
}
