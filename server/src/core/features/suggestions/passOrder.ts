import type { Suggestion } from '../../cues';
import type { LiveFacts } from '../../model';
import type { TextRange } from '../../text/range';
import { firstFrom } from '../../text/search';
import { claimsBeside } from './claimsBeside';
import { isInBlockQuotation, paragraphBefore, paragraphBehind } from './paragraphs';

/**
 * The order in which an author decides on suggestions: that of the text, but for a block quotation that only the
 * paragraph behind it can rest on. That comes after the claims of this paragraph, so that it can be linked to one.
 * @param suggestions in the order of the text
 */
export function inPassOrder(facts: LiveFacts, suggestions: readonly Suggestion[]): Suggestion[] {
  const ordered: Suggestion[] = [];
  let waiting: { readonly one: Suggestion; readonly until: number }[] = [];
  for (const one of suggestions) {
    const isDue = ({ until }: { readonly until: number }) => until <= one.range.start;
    ordered.push(...waiting.filter(isDue).map((late) => late.one));
    waiting = waiting.filter((late) => !isDue(late));
    const until = postponedTo(facts, one, suggestions);
    if (until === undefined) ordered.push(one);
    else waiting.push({ one, until });
  }
  return [...ordered, ...waiting.map(({ one }) => one)];
}

/** Up to where a block quotation is to wait for claims; nothing for what need not wait. */
function postponedTo(
  facts: LiveFacts,
  { kind, range }: Suggestion,
  all: readonly Suggestion[],
): number | undefined {
  const { current: document } = facts;
  if (kind !== 'evidence' || !isInBlockQuotation(document, range)) return undefined;
  const behind = paragraphBehind(document, range);
  if (!behind || !holdsClaim(all, behind)) return undefined;
  const isSettled =
    holdsClaim(all, paragraphBefore(document, range)) || claimsBeside(facts, range).length > 0;
  return isSettled ? undefined : behind.end;
}

function holdsClaim(all: readonly Suggestion[], block: TextRange | undefined): boolean {
  if (!block) return false;
  for (let at = firstFrom(all, block.start, ({ range }) => range.start); at < all.length; at++) {
    const one = all[at];
    if (!one || one.range.start >= block.end) return false;
    if (one.kind === 'claim') return true;
  }
  return false;
}
