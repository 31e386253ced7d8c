import type { TextRange } from '../text/range';
import type { AttributeLists } from './attributeLists';
import {
  emptyFacts,
  type ElementFact,
  type Facts,
  type NoteFact,
  type ReferenceUse,
} from './facts';
import type { PlacedLeaf } from './leafTexts';

/** A block's facts with absolute offsets, and its leaves with their places. */
export interface PlacedFacts extends Facts {
  readonly places: PlacedLeaf[];
  /** The notes with the offset that their facts are relative to. */
  readonly placedNotes: (NoteFact & { readonly by: number })[];
}

/** Moves facts that are relative to a block by the offset of the block, onto the end of `into`. */
export function addShifted(into: PlacedFacts, facts: Facts, by: number): void {
  if (by === 0) addUnmoved(into, facts);
  else addMoved(into, facts, by);
}

function addUnmoved(into: PlacedFacts, facts: Facts): void {
  const firstElement = into.elements.length;
  for (const fence of facts.fences) {
    into.fences.push(
      fence.type === 'open' ? { type: 'open', element: fence.element + firstElement } : fence,
    );
  }
  append(into.elements, facts.elements);
  append(into.citations, facts.citations);
  append(into.uses, facts.uses);
  append(into.definitions, facts.definitions);
  append(into.noteReferences, facts.noteReferences);
  append(into.links, facts.links);
  append(into.labels, facts.labels);
  append(into.comments, facts.comments);
  append(into.includes, facts.includes);
  append(into.failures, facts.failures);
  for (const note of facts.notes) into.placedNotes.push({ ...note, by: 0 });
  for (const leaf of facts.leaves) into.places.push({ fact: leaf, range: leaf.range });
}

function append<T>(into: T[], items: readonly T[]): void {
  for (const item of items) into.push(item);
}

function addMoved(into: PlacedFacts, facts: Facts, by: number): void {
  const firstElement = into.elements.length;
  const uses = new Map<ReferenceUse, ReferenceUse>();
  const move = (range: TextRange): TextRange => ({ start: range.start + by, end: range.end + by });
  const lists = (of: AttributeLists): AttributeLists => moveLists(of, move);
  const inside = (use: ReferenceUse | undefined): { insideUse?: ReferenceUse } => {
    const moved = use === undefined ? undefined : uses.get(use);
    return moved === undefined ? {} : { insideUse: moved };
  };
  const element = (fact: ElementFact): ElementFact => ({
    ...fact,
    ...lists(fact),
    range: move(fact.range),
    contentRange: move(fact.contentRange),
    ...(fact.attributeRange === undefined ? {} : { attributeRange: move(fact.attributeRange) }),
    ...inside(fact.insideUse),
  });
  for (const use of facts.uses) {
    const moved = {
      ...use,
      labelRange: move(use.labelRange),
      element: element(use.element),
      ...inside(use.insideUse),
    };
    uses.set(use, moved);
    into.uses.push(moved);
  }
  for (const fact of facts.elements) into.elements.push(element(fact));
  for (const fence of facts.fences) {
    into.fences.push(
      fence.type === 'open'
        ? { type: 'open', element: fence.element + firstElement }
        : { type: 'close', range: move(fence.range) },
    );
  }
  for (const citation of facts.citations) {
    const { groupRange } = citation;
    const group = groupRange === undefined ? {} : { groupRange: move(groupRange) };
    into.citations.push({ ...citation, range: move(citation.range), ...group });
  }
  for (const definition of facts.definitions) {
    const addressRange = move(definition.addressRange);
    into.definitions.push({
      ...definition,
      addressRange,
      attributes: lists(definition.attributes),
    });
  }
  for (const note of facts.notes) into.placedNotes.push({ ...note, by });
  append(into.noteReferences, facts.noteReferences);
  for (const link of facts.links) {
    const { target, range, targetRange, insideUse } = link;
    into.links.push({
      target,
      range: move(range),
      targetRange: move(targetRange),
      ...inside(insideUse),
    });
  }
  for (const label of facts.labels) into.labels.push({ ...label, range: move(label.range) });
  for (const comment of facts.comments) {
    into.comments.push({ ...comment, range: move(comment.range) });
  }
  for (const include of facts.includes) {
    const { range, pathRange } = include;
    into.includes.push({ ...include, range: move(range), pathRange: move(pathRange) });
  }
  for (const failure of facts.failures) {
    const { bracketRange } = failure;
    into.failures.push({
      ...failure,
      range: move(failure.range),
      faultRange: move(failure.faultRange),
      ...(bracketRange === undefined ? {} : { bracketRange: move(bracketRange) }),
    });
  }
  for (const leaf of facts.leaves) into.places.push({ fact: leaf, range: move(leaf.range) });
}

/** Facts with absolute offsets about nothing yet. */
export function emptyPlacedFacts(): PlacedFacts {
  return { ...emptyFacts(), places: [], placedNotes: [] };
}

function moveLists(lists: AttributeLists, move: (range: TextRange) => TextRange): AttributeLists {
  const { id } = lists;
  const classes = lists.classes.map((token) => ({ ...token, range: move(token.range) }));
  const attributes = lists.attributes.map((token) => ({
    ...token,
    range: move(token.range),
    keyRange: move(token.keyRange),
    valueRange: move(token.valueRange),
  }));
  if (id === undefined) return { classes, attributes };
  return { id: { ...id, range: move(id.range) }, classes, attributes };
}
