import type { Place } from '../model';
import { visibleText, type Leaf, type SyntaxDocument } from '../syntax';
import { subRange } from '../text/anchor';
import type { TextRange } from '../text/range';
import type { ProjectFile } from './project';

/**
 * Looks for the exact words of quotations in a manuscript, each in one paragraph of one file. White space and the shape of
 * quotation marks do not matter. A paragraph that has not changed is not read again.
 */
export class QuoteFinder {
  readonly #files: readonly ProjectFile[];
  readonly #found = new Map<string, WeakMap<Leaf, TextRange | typeof NOWHERE>>();

  constructor(files: readonly ProjectFile[]) {
    this.#files = files;
  }

  /**
   * Where the words stand first; the range moves with the text.
   * @param path names the file, relative to the project; all files are searched without it.
   */
  find(quote: string, path?: string): Place | undefined {
    const wanted = straighten(quote.replace(/\s+/g, ' ').trim());
    if (wanted === '') return undefined;
    let found = this.#found.get(wanted);
    if (!found) this.#found.set(wanted, (found = new WeakMap()));
    for (const { uri, facts, path: own } of this.#files) {
      if (path !== undefined && own !== path.replace(/^\.\//, '')) continue;
      const document = facts.current;
      for (const { leaves } of document.blocks) {
        for (const leaf of leaves) {
          let range = found.get(leaf);
          if (!range) found.set(leaf, (range = findIn(document, leaf, wanted) ?? NOWHERE));
          if (range !== NOWHERE) return { uri, range };
        }
      }
    }
    return undefined;
  }
}

const NOWHERE = Object.freeze({ start: -1, end: -1 });

function findIn(document: SyntaxDocument, leaf: Leaf, wanted: string): TextRange | undefined {
  const { text, offsets } = visibleText(document, leaf.range);
  const at = straighten(text).indexOf(wanted);
  const start = offsets[at];
  const last = offsets[at + wanted.length - 1];
  if (at < 0 || start === undefined || last === undefined) return undefined;
  const base = leaf.range.start;
  return subRange(leaf.range, start - base, last + 1 - base);
}

/** Replaces one character by one, so that offsets stay. */
function straighten(text: string): string {
  return text.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"');
}
