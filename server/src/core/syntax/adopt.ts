import type { Block } from './block';
import type { ElementFact, Facts } from './facts';
import { hasSameMarkup } from './markup';

/** The elements of blocks that went and came. */
export interface Adoption {
  /** The elements that went on, under the objects that took their place in the new scan. */
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
export function keepElements(blocks: readonly Block[], { kept }: Adoption): void {
  for (const [element, old] of kept) old.become(element);
  for (const block of blocks) {
    keepIn(block.facts, kept);
    const { fence } = block;
    if (fence?.type !== 'open') continue;
    block.fence = { type: 'open', element: kept.get(fence.element) ?? fence.element };
  }
}

function keepIn({ found }: Facts, kept: ReadonlyMap<ElementFact, ElementFact>): void {
  found.elements?.forEach((element, index, list) => (list[index] = kept.get(element) ?? element));
  for (const { made } of found.uses ?? []) {
    if (made !== undefined) made.element = kept.get(made.element) ?? made.element;
  }
  for (const { facts } of found.notes ?? []) keepIn(facts, kept);
}

function keyOf({ carrier, form, context, id, classes, attributes, heading, div }: ElementFact) {
  const kind = `${carrier} ${form} ${context} ${heading ? 'h' : ''}${div ? 'd' : ''}`;
  return `${kind} ${id?.value ?? ''} ${classes.length} ${attributes.length}`;
}
