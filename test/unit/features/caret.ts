import type { Place } from '../../../server/src/core/model';
import type { Project } from '../../../server/src/core/project';
import type { TextRange } from '../../../server/src/core/text/range';
import { drawRanges, readFixture } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';

/** A project with one caret somewhere in its files. */
export interface AtCaret {
  readonly project: Project;
  readonly uri: string;
  readonly offset: number;
  /** The files without the caret. */
  readonly files: Files;
}

/** Reads files of which one holds a caret `‸`; a single text is the file `paper.md`. */
export async function atCaret(marked: string | Files): Promise<AtCaret> {
  const all = typeof marked === 'string' ? { 'paper.md': marked } : marked;
  const files: Record<string, string> = {};
  let found: { readonly uri: string; readonly offset: number } | undefined;
  for (const [path, content] of Object.entries(all)) {
    const { text, carets } = readFixture(content);
    files[path] = text;
    const [offset] = carets;
    if (offset !== undefined) found = { uri: ROOT + path, offset };
  }
  if (!found) throw new Error('no caret in the fixture');
  return { project: await projectFrom(files), files, ...found };
}

/** The places drawn into the files that hold any. */
export function draw(files: Files, places: readonly Place[]): Files {
  const drawn: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const own = places.filter(({ uri }) => uri === ROOT + path).map(({ range }) => range);
    if (own.length > 0) drawn[path] = drawRanges(text, own);
  }
  return drawn;
}

/** The words of a range in the file of the caret. */
export function wordsAt({ files, uri }: AtCaret, { start, end }: TextRange): string {
  return (files[uri.slice(ROOT.length)] ?? '').slice(start, end);
}
