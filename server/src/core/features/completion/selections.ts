import { perProject, type Project } from '../../project';
import { qdaOf, type QdaSelection } from '../../sources/qda';
import { dotted, shorten } from '../markdown';
import type { CompletionItem } from './item';

/** So many are listed at once. */
const MOST = 200;

/** How many characters of a passage name it. */
const LABEL = 70;

/**
 * The coded selections that `qda=` may name. They are found by their words, codes and source, and by the digits of their
 * GUID, which alone are written.
 */
export function selectionItems(
  project: Project,
  typed: string,
): { readonly items: readonly CompletionItem[]; readonly isIncomplete: boolean } {
  const { index } = qdaOf(project);
  const wanted = typed.toLowerCase();
  const items: CompletionItem[] = [];
  let isIncomplete = false;
  for (const { selection, words } of searchable(project)) {
    if (!words.includes(wanted)) continue;
    if (items.length === MOST) {
      isIncomplete = true;
      break;
    }
    items.push({ ...itemFor(selection, index.shortest(selection)), filterText: words });
  }
  return { items, isIncomplete };
}

const searchable = perProject((project) =>
  qdaOf(project).selections.map((selection) => ({ selection, words: searchText(selection) })),
);

function itemFor(selection: QdaSelection, guid: string): CompletionItem {
  const { text, source, place, codes } = selection;
  return {
    label: text === '' ? dotted(source.name, place) : shorten(text, LABEL),
    description: dotted(codes.map(({ name }) => name).join(', '), source.name, place),
    role: 'value',
    filterText: guid,
    newText: guid,
    subject: { type: 'selection', name: selection.guid },
  };
}

function searchText({ guid, text, codes, source }: QdaSelection): string {
  const names = codes.map(({ path }) => path.join(' ')).join(' ');
  return `${guid} ${shorten(text, 2 * LABEL)} ${names} ${source.name}`.toLowerCase();
}
