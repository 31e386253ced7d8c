import type { Project } from '../../project';
import type { SyntaxDocument } from '../../syntax';
import type { BracesAt } from './bracesAt';
import { literal, placeholder, type CompletionItem, type CompletionList } from './item';
import type { Spot } from './spot';
import { attributeItems, idItems, kindItems, type Given } from './tokens';

/**
 * What may be written in an HTML start tag: the kind as a class, the id, the names of attributes. Nothing for the values of
 * other attributes, which are as between braces.
 */
export function htmlItems(
  project: Project,
  document: SyntaxDocument,
  braces: BracesAt,
  spot: Spot,
  given: Given,
): CompletionList | undefined {
  const { word, type, pair, closing } = spot;
  const ids = (): CompletionItem[] => idItems(project, document, braces, { closing: '' }, given);
  const text = braces.near.text;
  switch (type) {
    case 'value': {
      const key = pair ? text.slice(pair.start, pair.keyEnd) : '';
      if (key === 'id')
        return listOf(
          ids().map((item) => asValue(item, closing)),
          word,
        );
      if (key !== 'class') return undefined;
      return listOf(classItems(project, document, braces, spot, given), wordAt(braces));
    }
    case 'word':
    case 'gap': {
      const hasValue = text.charAt(word.end - braces.near.base) === '=';
      if (given.kind) {
        const own = given.id === undefined && !hasValue ? ids().map(asPair) : [];
        return listOf([...own, ...attributeItems(project, spot, given, hasValue, true)], word);
      }
      if (hasValue) return undefined;
      return listOf(tagItems(project, document, braces, spot, given), word);
    }
    default:
      return undefined;
  }
}

/** The kinds, as words of a `class`. */
function classItems(
  project: Project,
  document: SyntaxDocument,
  braces: BracesAt,
  spot: Spot,
  given: Given,
): CompletionItem[] {
  if (given.kind) return [];
  return kindItems(project, document, braces, spot, given).map((item): CompletionItem => {
    const name = item.label.slice(1);
    return { ...about(item), label: name, filterText: name, newText: `${name}${spot.closing}` };
  });
}

/** What an item says of what it stands for. */
function about({
  description,
  subject,
  role,
}: CompletionItem): Pick<CompletionItem, 'description' | 'subject' | 'role'> {
  return {
    role,
    ...(description === undefined ? {} : { description }),
    ...(subject ? { subject } : {}),
  };
}

/** The kinds, each as a class with an id. */
function tagItems(
  project: Project,
  document: SyntaxDocument,
  braces: BracesAt,
  spot: Spot,
  given: Given,
): CompletionItem[] {
  return kindItems(project, document, braces, spot, given).map((item): CompletionItem => {
    const { label, suffix } = item;
    const start = `class="${label.slice(1)}"`;
    const plain = {
      ...about(item),
      label: start,
      filterText: `class ${label.slice(1)}`,
      newText: start + spot.closing,
    };
    if (suffix === undefined) return plain;
    const id = ` id="${suffix.replace(/^ #/, '')}"`;
    const snippet = `${literal(start)}${placeholder(1, id)}$0${literal(spot.closing)}`;
    return { ...plain, suffix: id, snippet };
  });
}

/** An id as the value of `id`. */
function asValue(item: CompletionItem, closing: string): CompletionItem {
  const id = item.label.slice(1);
  return { ...item, label: id, filterText: id, newText: `${id}${closing}` };
}

/** An id as an attribute. */
function asPair(item: CompletionItem): CompletionItem {
  const pair = `id="${item.label.slice(1)}"`;
  return { ...item, label: pair, filterText: pair, newText: pair };
}

/** The word of a `class` around the caret. */
function wordAt({ near: { text, at, base } }: BracesAt): CompletionList['word'] {
  const before = /[^\s"'=]*$/.exec(text.slice(0, at))?.[0].length ?? 0;
  const behind = /^[^\s"'<>]*/.exec(text.slice(at))?.[0].length ?? 0;
  return { start: base + at - before, end: base + at + behind };
}

function listOf(items: readonly CompletionItem[], word: CompletionList['word']): CompletionList {
  return { items: [...items], word, isIncomplete: false };
}
