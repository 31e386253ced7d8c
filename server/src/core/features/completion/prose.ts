import { crossReference } from '../../model';
import { isShown, type SyntaxDocument } from '../../syntax';
import { touches } from '../../text/range';
import { fewest } from './choosing';
import type { CompletionItem, CompletionList } from './item';
import type { NearText } from './nearText';
import { ranked } from './ranking';
import { citedFirst, wordsOf, workItem, type Known } from './references';

const LINK = /\]\((#?[^\s()<>#]*)$/;
const CITATION = /(?:^|[\s[(;,–—-])(-?@\{?[\p{L}\p{M}\p{N}_:.#$%&+?~/-]*)$/u;

/** Whether an author is writing a citation at the caret. */
export function isCitation({ text, at }: NearText): boolean {
  return CITATION.test(text.slice(0, at));
}

/** The targets of a link that is being written: what the project has given an id. */
export function linkTargets(
  known: Known,
  document: SyntaxDocument,
  near: NearText,
): CompletionList | undefined {
  const { text, at, base } = near;
  const typed = LINK.exec(text.slice(0, at))?.[1];
  if (typed === undefined) return undefined;
  const start = at - typed.length;
  const end = at + (/^[^\s()<>]*(?=\))/.exec(text.slice(at))?.[0].length ?? 0);
  // The words of a link are shown, whether its target is complete or not.
  const last = at - typed.length - 3;
  if (last < 0 || !isShown(document, { start: base + last, end: base + last + 1 }))
    return undefined;
  const closing = text.charAt(end) === ')' ? '' : ')';
  const { project, vantage } = known;
  function* all(): Iterable<CompletionItem> {
    for (const element of ranked(project, KINDS_IN_LINKS, vantage)) {
      const { id } = element;
      const description = wordsOf(element) || element.kind;
      yield {
        label: `#${id}`,
        description,
        role: 'element',
        filterText: `#${id} ${description}`,
        newText: `#${id}${closing}`,
        subject: { type: 'element', name: id },
      };
    }
  }
  const word = { start: base + start, end: base + end };
  return { ...fewest(all(), typed), word };
}

const KINDS_IN_LINKS = ['claim', 'evidence', 'construct', 'mechanism', 'step'] as const;

/** The works that may be cited at the caret, and the figures, tables and sections that an `@` may refer to. */
export function citations(
  { project, works, vantage }: Known,
  document: SyntaxDocument,
  near: NearText,
): CompletionList | undefined {
  const { text, at, base } = near;
  const typed = CITATION.exec(text.slice(0, at))?.[1];
  if (typed === undefined) return undefined;
  const key = typed.indexOf('@');
  const start = at - typed.length + key;
  const isRead = document
    .blockAt(base + start)
    .citations.some(({ range }) => touches(range, base + at));
  if (!isRead && !isShown(document, { start: base + start, end: base + start + 1 }))
    return undefined;
  const isBraced = typed.charAt(key + 1) === '{';
  const end = at + (/^[\p{L}\p{M}\p{N}_:.-]*/u.exec(text.slice(at))?.[0].length ?? 0);
  const closing = isBraced && text.charAt(end) !== '}' ? '}' : '';
  function* all(): Iterable<CompletionItem> {
    for (const work of citedFirst(project, works))
      yield inBraces(workItem(work), isBraced, closing);
    const isNumbered = (id: string) => crossReference(id) !== undefined;
    for (const element of ranked(project, ['claim', 'evidence'], vantage, isNumbered)) {
      yield inBraces(reference(element.id, wordsOf(element)), isBraced, closing);
    }
  }
  const word = { start: base + start, end: base + end };
  return { ...fewest(all(), typed.slice(key)), word };
}

function reference(id: string, words: string): CompletionItem {
  return {
    label: `@${id}`,
    description: words,
    role: 'element',
    filterText: `@${id} ${words}`,
    newText: `@${id}`,
    subject: { type: 'element', name: id },
  };
}

function inBraces(item: CompletionItem, isBraced: boolean, closing: string): CompletionItem {
  if (!isBraced) return item;
  return {
    ...item,
    filterText: item.filterText.replace('@', '@{'),
    newText: `${item.newText.replace('@', '@{')}${closing}`,
  };
}
