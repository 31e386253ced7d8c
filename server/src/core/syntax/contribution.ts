import type { Block } from './block';
import type { ElementFact, Facts } from './facts';

/**
 * Tells what blocks say that concerns others, titles of headings aside, so that two scans of the same place can be compared:
 * the same text for blocks that concern others alike; undefined where that cannot be told from the blocks alone.
 */
export function contributionOf(blocks: readonly Block[]): string | undefined {
  let all = '';
  for (const { concernsOthers, fence, facts } of blocks) {
    if (fence !== undefined) all += fence.type === 'open' ? fence.element.form : 'close';
    const own = concernsOthers ? ofFacts(facts, false) : '';
    if (own === undefined) return undefined;
    all += own;
  }
  return all;
}

function ofFacts(facts: Facts, isInNote: boolean): string | undefined {
  if (facts.ownDefinitions !== undefined) return undefined;
  let all = '';
  for (const element of facts.ownElements ?? []) {
    const heading = isInNote && element.heading ? undefined : ofElement(element);
    if (heading === undefined) return undefined;
    all += heading;
  }
  if (!isInNote) all += '\n---'.repeat(facts.ownMetadata?.length ?? 0);
  for (const label of facts.ownNoteReferences ?? []) all += `\n^${label}`;
  for (const label of facts.ownExamples ?? []) all += `\n@${label}`;
  for (const note of facts.ownNotes ?? []) {
    const inner = ofFacts(note.facts, true);
    if (inner === undefined) return undefined;
    all += `\n:${note.label}\n${inner}`;
  }
  return all;
}

function ofElement({ heading, id }: ElementFact): string | undefined {
  if (heading === undefined) return '';
  const { scanned, start, end } = heading.leaf.source;
  // What stands in brackets may depend on other headings; a heading in a list ends with it.
  const mayDepend = scanned.text.slice(start, end).includes('[');
  if (mayDepend || heading.section.end !== undefined) return undefined;
  return `\n#${heading.level} ${id?.value ?? ''}`;
}
