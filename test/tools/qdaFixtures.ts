import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

/** How a dialect counts positions and keeps texts; see `test/fixtures/qda`. */
export interface Dialect {
  readonly folder: string;
  /** Where it keeps the texts in the archive, by the name of the text among the fixtures. */
  readonly texts: Readonly<Record<string, string>>;
  readonly lineEnd: '\n' | '\r\n';
  readonly mark: boolean;
  /** What a line end counts, and whether an emoji counts one. */
  readonly newline: 1 | 2;
  readonly unit: 'utf16' | 'code-point';
  readonly countsMark?: boolean;
  readonly inclusive?: boolean;
  readonly projectName?: string;
}

const folder = new URL('../fixtures/qda/', import.meta.url);

/** A text of the fixtures, with `\n`. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`texts/${name}`, folder), 'utf8');
}

/** A file of the fixtures. */
export function fixtureFile(name: string): Uint8Array {
  return readFileSync(new URL(name, folder));
}

/** The project of a dialect, with positions in the place of words: `words=`, `start=` and `end=`. */
export function projectXml(dialect: Dialect): string {
  const xml = readFileSync(new URL(`${dialect.folder}/project.qde`, folder), 'utf8');
  return xml
    .replace(/words="([^:"]+): ([^"]+)"/g, (_, file: string, words: string) => {
      const { start, end } = positions(dialect, file, words);
      return `startPosition="${start}" endPosition="${end}"`;
    })
    .replace(/start="([^:"]+\.txt): ([^"]+)"/g, (_, file: string, words: string) => {
      return `position="${positions(dialect, file, words).start}"`;
    })
    .replace(/end="([^:"]+\.txt): ([^"]+)"/g, (_, file: string, words: string) => {
      return `position="${positions(dialect, file, words).end}"`;
    })
    .replace(/@\{([^}]+)\}/g, (_, file: string) => fixtureText(file));
}

/** The archive of a dialect, as its program would write it. */
export function projectArchive(dialect: Dialect): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [dialect.projectName ?? 'project.qde']: new TextEncoder().encode(projectXml(dialect)),
  };
  for (const [text, path] of Object.entries(dialect.texts)) {
    const mark = dialect.mark ? '\uFEFF' : '';
    const content = mark + fixtureText(text).replaceAll('\n', dialect.lineEnd);
    files[path] = new TextEncoder().encode(content);
  }
  return zipSync(files);
}

/** Counted as a person would: what stands before the words, in the dialect's units. */
function positions(
  { newline, unit, countsMark = false, inclusive = false }: Dialect,
  file: string,
  words: string,
): { start: number; end: number } {
  const text = fixtureText(file);
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” does not stand in ${file}`);
  const counted = (part: string): number => {
    const expanded = newline === 2 ? part.replaceAll('\n', '\r\n') : part;
    return unit === 'utf16' ? expanded.length : Array.from(expanded).length;
  };
  const start = counted(text.slice(0, at)) + (countsMark ? 1 : 0);
  return { start, end: start + counted(words) - (inclusive ? 1 : 0) };
}

/** The dialects, each with what its program was seen or is said to do. */
export const DIALECTS: readonly Dialect[] = [
  {
    folder: 'nvivo',
    projectName: 'project.qde',
    texts: {
      'owner.txt': 'Sources/50000000-0000-4000-8000-000000000001.txt',
      'memo.txt': 'Sources/f1000000-0000-4000-8000-000000000001.txt',
    },
    lineEnd: '\r\n',
    mark: true,
    newline: 2,
    unit: 'utf16',
  },
  {
    folder: 'atlas',
    texts: {
      'owner.txt': 'sources/50000000-0000-4000-8000-000000000001.txt',
      'nurse.txt': 'sources/50000000-0000-4000-8000-000000000002.txt',
    },
    lineEnd: '\r\n',
    mark: false,
    newline: 1,
    unit: 'utf16',
  },
  {
    folder: 'maxqda',
    projectName: 'Project.qde',
    texts: { 'owner.txt': 'Sources/50000000-0000-4000-8000-000000000001' },
    lineEnd: '\r\n',
    mark: true,
    newline: 2,
    unit: 'code-point',
    countsMark: false,
  },
  {
    folder: 'qualcoder',
    texts: {
      'owner.txt': 'sources/50000000-0000-4000-8000-000000000011.txt',
      'nurse.txt': 'sources/50000000-0000-4000-8000-000000000012.txt',
    },
    lineEnd: '\n',
    mark: true,
    newline: 1,
    unit: 'code-point',
  },
  {
    folder: 'standard',
    texts: { 'owner.txt': 'sources/owner.txt' },
    lineEnd: '\n',
    mark: true,
    newline: 1,
    unit: 'code-point',
    countsMark: true,
    inclusive: true,
  },
];
