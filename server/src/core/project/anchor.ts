import type { Place } from '../model';
import { visibleText } from '../syntax';
import type { ProjectFile } from './project';

/**
 * Where the exact words of a quotation stand in the manuscript, in one paragraph of one file.
 * White space and the shape of quotation marks do not matter.
 * @param path names the file, relative to the project; all files are searched without it.
 */
export function findQuote(
  files: readonly ProjectFile[],
  quote: string,
  path?: string,
): Place | undefined {
  const wanted = straighten(quote.replace(/\s+/g, ' ').trim());
  if (wanted === '') return undefined;
  for (const { uri, facts, path: own } of files) {
    if (path !== undefined && own !== path.replace(/^\.\//, '')) continue;
    for (const leaf of facts.document.leaves) {
      const { text, offsets } = visibleText(facts.document, leaf.range);
      const at = straighten(text).indexOf(wanted);
      const start = offsets[at];
      const last = offsets[at + wanted.length - 1];
      if (at < 0 || start === undefined || last === undefined) continue;
      return { uri, range: { start, end: last + 1 } };
    }
  }
  return undefined;
}

/** Replaces one character by one, so that offsets stay. */
function straighten(text: string): string {
  return text.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"');
}
