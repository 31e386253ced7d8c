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
  const entries = (paths: readonly string[]): PathEntry[] =>
    paths.map((path) => ({ path, place: { uri, range: tree.placeOf(['project']).range } }));
  const shared = {
    bibliography: entries(asTexts(root['bibliography'])),
    filters: filterPaths(root['filters']),
  };
  if (type === 'book') {
    const book = asMap(root['book']);
    const files = [...chapters(book['chapters']), ...chapters(book['appendices'])];
    const bookBibliography = entries(asTexts(book['bibliography']));
    return {
      ...shared,
      type,
      files: entries(files),
      bibliography: [...shared.bibliography, ...bookBibliography],
    };
  }
  if (type === 'manuscript') {
    const article = asMap(root['manuscript'])['article'];
    return {
      ...shared,
      type,
      files: entries([typeof article === 'string' ? article : 'index.qmd']),
    };
  }
  return undefined;
}

/** Chapters may stand in parts, and a part may itself be a file. */
function chapters(value: YamlValue | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    if (typeof entry === 'string') return isFile(entry) ? [entry] : [];
    const map = asMap(entry);
    const own = [map['part'], map['file'], map['href']].filter(
      (path): path is string => typeof path === 'string' && isFile(path),
    );
    return [...own, ...chapters(map['chapters'])];
  });
}

function isFile(path: string): boolean {
  return /\.(q?md|rmd|markdown)$/i.test(path);
}
