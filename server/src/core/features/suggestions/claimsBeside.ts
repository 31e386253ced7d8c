import type { LiveFacts, Tag } from '../../model';
import type { TextRange } from '../../text/range';
import { firstFrom } from '../../text/search';
import { paragraphBefore, paragraphBehind } from './paragraphs';

/** Claims of these types rest on literature, on nothing, or on other claims. */
const WITHOUT_EVIDENCE: ReadonlySet<string> = new Set([
  'question',
  'background',
  'method',
  'assumption',
  'limitation',
  'contribution',
]);

/**
 * The claims that a quotation may be evidence for: those tagged in its own paragraph, in the one before it and in the one
 * behind it. What leads to the quotation comes before what follows it, and of each the nearest first. Headings part what
 * stands around them.
 */
export function claimsBeside(facts: LiveFacts, range: TextRange): Tag[] {
  const document = facts.current;
  const inOwn = claimsIn(facts, document.blockAt(range.start));
  return [
    ...inOwn.filter(({ source }) => source.range.end <= range.start).reverse(),
    ...claimsIn(facts, paragraphBefore(document, range)).reverse(),
    ...inOwn.filter(({ source }) => source.range.start >= range.end),
    ...claimsIn(facts, paragraphBehind(document, range)),
  ];
}

function claimsIn({ currentTags }: LiveFacts, block: TextRange | undefined): Tag[] {
  const claims: Tag[] = [];
  if (!block) return claims;
  const first = firstFrom(currentTags, block.start, ({ source }) => source.range.start);
  for (let at = first; at < currentTags.length; at++) {
    const tag = currentTags[at];
    if (!tag || tag.source.range.start >= block.end) break;
    if (tag.kind === 'claim' && tag.id && wantsEvidence(tag)) claims.push(tag);
  }
  return claims;
}

function wantsEvidence({ attributes }: Tag): boolean {
  const type = attributes.find(({ name }) => name === 'type')?.text;
  return type === undefined || !WITHOUT_EVIDENCE.has(type);
}
