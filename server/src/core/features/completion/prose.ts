import { crossReference } from '../../model';
import type { Project } from '../../project';
import { isShown, type SyntaxDocument } from '../../syntax';
import { touches } from '../../text/range';
import type { CompletionItem, CompletionList } from './item';
import type { NearText } from './nearText';
import { ranked, type Vantage } from './ranking';
import { wordsOf, workItem, type Known } from './references';

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
  const items = targetsOf(project, vantage).map(({ id, description }): CompletionItem => ({
    label: `#${id}`,
    description,
    role: 'element',
    filterText: `#${id} ${description}`,
    newText: `#${id}${closing}`,
    subject: { type: 'element', name: id },
  }));
  return { items, word: { start: base + start, end: base + end }, isIncomplete: false };
}

/** As many as are looked through. */
const MOST = 200;

function targetsOf(
  project: Project,
  vantage: Vantage,
): { readonly id: string; readonly description: string }[] {
  const kinds = ['claim', 'evidence', 'construct', 'mechanism', 'step'] as const;
  const elements = ranked(project, kinds, vantage, new Set()).slice(0, MOST);
  return elements.map((element) => ({
    id: element.id ?? '',
    description: wordsOf(element) || element.kind,
  }));
}

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
  const own = ranked(project, ['claim', 'evidence'], vantage, new Set())
    .filter(({ id = '' }) => crossReference(id) !== undefined)
    .slice(0, MOST);
  const items = [
    ...works.map((work) => workItem(work)),
    ...own.map((element) => reference(element.id ?? '', wordsOf(element))),
  ];
  return {
    items: items.map((item) => inBraces(item, isBraced, closing)),
    word: { start: base + start, end: base + end },
    isIncomplete: false,
  };
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
