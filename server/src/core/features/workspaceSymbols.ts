import type { Kind, Place } from '../model';
import type { Element, Project } from '../project';
import { titleOf } from './naming';
import { placeName } from './places';

/** An element that answers a query. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: Kind;
  /** The file and line where it stands. */
  readonly container: string;
  readonly place: Place;
}

/** How well an element answers a query; the lower the better. */
type Rank = 0 | 1 | 2 | 3;

/**
 * The elements of a project whose id, name or text holds a query, best first; of an id, the characters of the query need
 * only occur in order (LSP 3.17 §workspace/symbol). An empty query asks for all.
 */
export function workspaceSymbols(project: Project, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, ' ').trim().replace(/^#/, '');
  return project.elements
    .filter(({ place }) => project.file(place.uri)?.participates !== false)
    .flatMap((element, order) => {
      const rank = rankOf(element, wanted);
      return rank === undefined ? [] : { element, rank, order };
    })
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ element }) => ({
      name: element.id === undefined ? titleOf(element) : `${titleOf(element)} #${element.id}`,
      kind: element.kind,
      container: placeName(project, element.place),
      place: element.place,
    }));
}

function rankOf(element: Element, wanted: string): Rank | undefined {
  const id = (element.id ?? '').toLowerCase();
  const name = titleOf(element, Infinity).toLowerCase();
  const text = `${name} ${element.text.toLowerCase()}`;
  if (id.startsWith(wanted)) return 0;
  if (id.includes(wanted) || name.includes(wanted)) return 1;
  if (text.includes(wanted)) return 2;
  return isSubsequence(wanted, id) ? 3 : undefined;
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
