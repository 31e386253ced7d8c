import type { Block } from './block';
import type { ElementFact, Facts } from './facts';
import { hasSameMarkup } from './markup';

/** The elements of blocks that went and came. */
export interface Adoption {
  /** The elements that go on, under the objects that were scanned for them. */
  readonly kept: ReadonlyMap<ElementFact, ElementFact>;
  readonly removed: readonly ElementFact[];
  readonly added: readonly ElementFact[];
}

/** Finds for the elements of new blocks those of the old ones that are marked up alike; those that go on keep their order. */
export function matchElements(
  before: readonly ElementFact[],
  after: readonly ElementFact[],
): Adoption {
  const places = new Map<string, Places>();
  before.forEach((element, place) => {
    const key = keyOf(element);
    const alike = places.get(key);
    if (alike === undefined) places.set(key, { all: [place], next: 0 });
    else alike.all.push(place);
  });
  const kept = new Map<ElementFact, ElementFact>();
  const added: ElementFact[] = [];
  const matched = new Set<ElementFact>();
  let last = -1;
  for (const element of after) {
    const place = placeAfter(last, before, element, places.get(keyOf(element)));
    const match = place === undefined ? undefined : before[place];
    if (place === undefined || match === undefined) {
      added.push(element);
      continue;
    }
    last = place;
    kept.set(element, match);
    matched.add(match);
  }
  return { kept, removed: before.filter((element) => !matched.has(element)), added };
}

/** Where elements that may be marked up alike stand. */
interface Places {
  readonly all: number[];
  /** The first one that has not been passed. */
  next: number;
}

/** The first place behind another one that has an element marked up alike. */
function placeAfter(
  last: number,
  before: readonly ElementFact[],
  element: ElementFact,
  places: Places | undefined,
): number | undefined {
  if (places === undefined) return undefined;
  const { all } = places;
  while (places.next < all.length && (all[places.next] ?? 0) <= last) places.next++;
  for (let index = places.next; index < all.length; index++) {
    const place = all[index];
    const other = place === undefined ? undefined : before[place];
    if (other !== undefined && hasSameMarkup(other, element)) return place;
  }
  return undefined;
}

/** Puts the elements that go on into the place of those that were scanned for them. */
export function keepElements(blocks: Iterable<Block>, { kept }: Adoption): void {
  for (const [element, old] of kept) old.become(element);
  for (const block of blocks) {
    const { fence } = block;
    const opened = fence?.type === 'open' ? fence.element : undefined;
    keepIn(block.facts, kept, opened);
    if (opened === undefined) continue;
    block.fence = { type: 'open', element: kept.get(opened) ?? opened };
  }
}

/** `opened` is a div that ends in another block, which is known for the old one. */
function keepIn(
  facts: Facts,
  kept: ReadonlyMap<ElementFact, ElementFact>,
  opened: ElementFact | undefined,
): void {
  facts.ownElements?.forEach((element, index, list) => {
    const old = kept.get(element);
    if (old === undefined) return;
    list[index] = old;
    const closing = element === opened ? undefined : element.div?.closing;
    if (closing !== undefined && old.div !== undefined) old.div.closing = closing;
  });
  for (const { made } of facts.ownUses ?? []) {
    if (made !== undefined) made.element = kept.get(made.element) ?? made.element;
  }
  for (const note of facts.ownNotes ?? []) keepIn(note.facts, kept, undefined);
}

function keyOf(element: ElementFact): string {
  const { carrier, form, context, id, classes, attributes, heading, div } = element;
  const kind = `${carrier} ${form} ${context} ${heading ? 'h' : ''}${div ? 'd' : ''}`;
  return `${kind} ${id?.value ?? ''} ${classes.length} ${attributes.length}`;
}
