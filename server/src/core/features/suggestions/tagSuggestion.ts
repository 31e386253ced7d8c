import type { Kind } from '../../model';
import type { Project } from '../../project';
import type { SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import { tagSelection, type TagResult } from '../tagSelection';
import { isInBlockQuotation } from './paragraphs';

/** What a suggested passage is to become. */
export interface Acceptance {
  readonly kind: Kind;
  /** Of a claim, what `type=` says; `finding` is the default, which need not be written. */
  readonly type?: string;
  /** Of evidence, the ids of the claims that it supports. */
  readonly supports?: readonly string[];
}

/**
 * Tags a suggested passage, with what is known about it besides its kind: the type of a claim, the claims that a quotation
 * is evidence for, the term that a sentence defines. A block quotation is tagged as a whole, between the fences of a div.
 */
export function tagSuggestion(
  project: Project,
  uri: string,
  range: TextRange,
  { kind, type, supports = [] }: Acceptance,
): TagResult {
  const document = project.file(uri)?.facts.current;
  if (!document) return { ok: false, message: 'This file is no manuscript' };
  const isBlock = isInBlockQuotation(document, range);
  const selection = isBlock ? withMark(document, range) : range;
  const term = kind === 'construct' ? termIn(document.slice(range.start, range.end)) : undefined;
  const attributes = [
    ...(kind === 'claim' && type !== undefined && type !== 'finding' ? [`type=${type}`] : []),
    ...(term === undefined ? [] : [`term="${term}"`]),
    ...(supports.length === 0 ? [] : [`supports=${listOf(supports)}`]),
  ];
  return tagSelection(project, uri, selection, kind, attributes);
}

/** The quotation from its first mark on, as an author selects the whole of it. */
function withMark(document: SyntaxDocument, { start, end }: TextRange): TextRange {
  return { start: Math.min(start, document.blockAt(start).start), end };
}

/** The term that a sentence sets in emphasis, of up to six words. */
function termIn(text: string): string | undefined {
  const emphasis =
    /(?<![\p{L}\p{N}*_\\])([*_]{1,2})(?=[\p{L}\p{N}])([^*_"{}[\]]+)\1(?![\p{L}\p{N}])/u;
  const term = emphasis.exec(text)?.[2]?.replace(/\s+/g, ' ').trim();
  return term !== undefined && term.split(' ').length <= 6 ? term : undefined;
}

function listOf(ids: readonly string[]): string {
  return ids.length === 1 ? (ids[0] ?? '') : `"${ids.join(' ')}"`;
}
