import { URI } from 'vscode-uri';
import { normalizeUri, parentUri, type Project } from '../project';
import type { WorkspaceEdits } from '../rules';
import type { TextEdit } from '../text/textEdit';
import {
  includesOf,
  linkedPathsOf,
  pathsOfConfig,
  targetOf,
  type WrittenPath,
} from './writtenPaths';

/** A file or folder that gets another name or place. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** A `warrant.yaml` or `_quarto.yml` with the paths in it. */
export interface PathFile {
  readonly uri: string;
  readonly text: string;
  readonly paths: readonly WrittenPath[];
}

/**
 * The edits that keep all paths right when files or folders are moved (LSP 3.17 §workspace/willRenameFiles): in
 * configuration files, in front matter, in includes, links and images; also those of a file that is moved itself.
 * Paths are those before the renaming.
 */
export function editsForRenames(
  renames: readonly FileRename[],
  projects: readonly Project[],
  configs: readonly PathFile[],
): WorkspaceEdits {
  const moves = new Moves(renames);
  const edits = new Map<string, Map<number, TextEdit>>();
  const add = (path: WrittenPath, text: (start: number, end: number) => string, root: string) => {
    const moved = moves.rewritten(path, root);
    if (moved === undefined) return;
    const newText = written(moved, path, text);
    let list = edits.get(path.uri);
    if (!list) edits.set(path.uri, (list = new Map<number, TextEdit>()));
    list.set(path.range.start, { range: path.range, newText });
  };
  for (const { uri, text, paths } of configs) {
    const root = parentUri(uri);
    for (const path of paths) add(path, (start, end) => text.slice(start, end), root);
  }
  for (const { files, root } of projects) {
    for (const file of files) {
      if (!file.participates) continue;
      const document = file.facts.current;
      const isMoved = (path: WrittenPath) => moves.rewritten(path, root) !== undefined;
      const paths = [
        ...pathsOfConfig(file.frontMatter),
        ...includesOf(file),
        ...linkedPathsOf(file, isMoved),
      ];
      for (const path of paths) add(path, (start, end) => document.slice(start, end), root);
    }
  }
  return new Map([...edits].map(([uri, list]) => [uri, [...list.values()]]));
}

class Moves {
  readonly #renames: readonly FileRename[];

  constructor(renames: readonly FileRename[]) {
    this.#renames = renames.map(({ from, to }) => ({ from: plain(from), to: plain(to) }));
  }

  /** A path as it is to be written after the moves; nothing where it can stay. */
  rewritten(path: WrittenPath, root: string): string | undefined {
    const before = targetOf(path, root);
    const target = this.#moved(before);
    const uri = this.#moved(path.uri);
    const newRoot = this.#moved(root);
    if (targetOf({ ...path, uri }, newRoot) === target) return undefined;
    const isRooted = path.path.startsWith('/');
    const relative = relativeTo(isRooted ? newRoot : parentUri(uri), target);
    if (relative === undefined) return undefined;
    if (isRooted) return `/${relative}`;
    return path.path.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative;
  }

  #moved(uri: string): string {
    for (const { from, to } of this.#renames) {
      if (uri === from) return to;
      if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
    }
    return uri;
  }
}

function plain(uri: string): string {
  return normalizeUri(uri).replace(/\/$/, '');
}

/** The path from a folder to a file; nothing where they stand on different machines. */
function relativeTo(folder: string, target: string): string | undefined {
  const [from, to] = [URI.parse(folder), URI.parse(target)];
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const above = from.path.split('/').filter(Boolean);
  const parts = to.path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < above.length && shared < parts.length - 1 && above[shared] === parts[shared]) {
    shared++;
  }
  return [...above.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

/** A path as it is written in the notation of the one before, whose quotes stay. */
function written(
  path: string,
  { range: { start, end }, notation }: WrittenPath,
  text: (start: number, end: number) => string,
): string {
  const quote = text(start - 1, start);
  const isQuoted = /["']/.test(quote) && text(end, end + 1) === quote;
  switch (notation) {
    case 'yaml':
      if (isQuoted) return quote === "'" ? path.replaceAll("'", "''") : inDoubleQuotes(path);
      return PLAIN.test(path) && !/: | #/.test(path) ? path : `"${inDoubleQuotes(path)}"`;
    case 'include':
      return isQuoted || !/[\s"']/.test(path) ? path : `"${path}"`;
    case 'angled':
      return path.replace(/[<>\\]/g, '\\$&');
    case 'address':
      return path.replace(/[\s()<>\\%#"']/g, percent);
  }
}

/** What needs no quotes in YAML, wherever it stands. */
const PLAIN = /^[\p{L}\p{N}_./][^,[\]{}"'\n]*[^\s,[\]{}:"']$/u;

function inDoubleQuotes(path: string): string {
  return path.replace(/["\\]/g, '\\$&');
}

function percent(character: string): string {
  const [byte = 0] = new TextEncoder().encode(character);
  return character.length === 1 && byte < 0x80
    ? `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(character);
}
