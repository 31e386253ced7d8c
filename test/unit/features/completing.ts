import {
  completionsAt,
  type Asking,
} from '../../../server/src/core/features/completion/completion';
import type { CompletionItem } from '../../../server/src/core/features/completion/item';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { ROOT } from '../../tools/memoryFileSystem';
import type { Files } from '../../tools/project';
import { atCaret } from './caret';

/** A work, its authors as they are cited. */
interface KnownWork {
  readonly key: string;
  readonly authors?: string;
  readonly year?: string;
  readonly title?: string;
}

/** What is asked at a caret, and how. */
export interface Question extends Partial<Asking> {
  readonly works?: readonly KnownWork[];
  readonly recent?: readonly string[];
}

/** What is offered at the caret of some files. */
export interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly isIncomplete: boolean;
  /** What stands before the caret of the word whose place an item takes. */
  readonly typed: string;
  /** What the file with the caret is after an item was taken, tab stops filled in. */
  readonly after: (label: string, way?: 'insert' | 'replace' | 'snippet') => string;
}

/** Asks for completions at the caret `‸`. */
export async function complete(
  marked: string | Files,
  { works = [], recent = [], isAsked = true, byWord = true }: Question = {},
): Promise<Offered> {
  const { project, uri, offset, files } = await atCaret(marked);
  const text = files[uri.slice(ROOT.length)] ?? '';
  const vantage = { uri, offset, recent };
  const known = works.map(({ authors, ...work }) => {
    const names = authors?.split(' & ').map((family) => ({ family })) ?? [];
    return { ...work, type: 'book', names };
  });
  const list = completionsAt({ project, vantage, works: known }, { isAsked, byWord });
  const { items = [], word = { start: offset, end: offset }, isIncomplete = false } = list ?? {};
  return {
    items,
    labels: items.map(({ label }) => label),
    isIncomplete,
    typed: text.slice(word.start, offset),
    after: (label, way = 'replace') => {
      const item = items.find((one) => one.label === label);
      if (!item) throw new Error(`nothing is offered as ${label}`);
      const range = way === 'insert' ? { start: word.start, end: offset } : word;
      const newText =
        way === 'snippet' && item.snippet !== undefined ? filledIn(item.snippet) : item.newText;
      return applyEdits(text, [{ range, newText }, ...(item.edits ?? [])]);
    },
  };
}

/** A snippet whose tab stops were left as they are (LSP 3.17 §Snippet Syntax). */
export function filledIn(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(^|[^\\])\$\d+/g, '$1')
    .replace(/(^|[^\\])\$\d+/g, '$1')
    .replace(/\\([\\$},|])/g, '$1');
}
