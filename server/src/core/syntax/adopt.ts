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

/** Finds for the elements of new blocks those of the old ones that are marked up alike, in order. */
export function matchElements(
  before: readonly ElementFact[],
  after: readonly ElementFact[],
): Adoption {
  const kept = new Map<ElementFact, ElementFact>();
  const rest = new Map<string, ElementFact[]>();
  for (const element of before) {
    const key = keyOf(element);
    const alike = rest.get(key);
    if (alike === undefined) rest.set(key, [element]);
    else alike.push(element);
  }
  const added: ElementFact[] = [];
  for (const element of after) {
    const alike = rest.get(keyOf(element)) ?? [];
    const index = alike.findIndex((other) => hasSameMarkup(other, element));
    const [match] = index < 0 ? [] : alike.splice(index, 1);
    if (match === undefined) added.push(element);
    else kept.set(element, match);
  }
  return { kept, removed: [...rest.values()].flat(), added };
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
