import type { TextRange } from '../text/range';
import type { Block } from './block';
import type { DivFence, ElementFact, Facts } from './facts';

/** Gives the divs that open and close in the facts of one block their ends; gives the fence that is left over. */
export function closeInnerDivs(facts: Facts): DivFence | undefined {
  const { ownFences: fences, ownNotes: notes } = facts;
  if (notes !== undefined) for (const note of notes) closeInnerDivs(note.facts);
  if (fences === undefined) return undefined;
  const open: DivFence[] = [];
  let left: DivFence | undefined;
  for (const fence of fences) {
    const opening = fence.type === 'open' ? undefined : open.pop();
    if (fence.type === 'open') open.push(fence);
    else if (opening?.type === 'open') close(opening.element, fence.range);
    else left = fence;
  }
  return open[0] ?? left;
}

/** Pairs the fences of all blocks, and tells each block which div is around it (a closing fence: the one that it closes); what is not closed goes on to `end`. */
export function pairDivs(blocks: readonly Block[], end: TextRange): void {
  const open: ElementFact[] = [];
  let innermost: ElementFact | undefined;
  for (const block of blocks) {
    const { fence } = block;
    block.div = innermost;
    if (fence?.type === 'close') {
      const element = open.pop();
      if (element !== undefined) close(element, fence.range);
      innermost = open.at(-1);
    } else if (fence?.type === 'open') {
      open.push(fence.element);
      innermost = fence.element;
    }
  }
  for (const element of open) close(element, end);
}

function close({ div }: ElementFact, range: TextRange): void {
  if (div !== undefined) div.closing = range;
}
