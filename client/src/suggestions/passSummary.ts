import type { ProtocolKind } from '../../../server/src/shared/protocol';

/** What came of a tagging pass. */
export interface Tally {
  /** How many suggestions there were at the start. */
  readonly found: number;
  /** The kinds of what was tagged. */
  readonly tagged: readonly ProtocolKind[];
  readonly skipped: number;
  /** What was not decided on. */
  readonly left: number;
}

const NAMES: Readonly<Record<ProtocolKind, readonly [one: string, many: string]>> = {
  claim: ['claim', 'claims'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  mechanism: ['mechanism', 'mechanisms'],
  step: ['step', 'steps'],
  construct: ['construct', 'constructs'],
};

/** What came of a tagging pass, in a sentence. */
export function summaryOf({ found, tagged, skipped, left }: Tally): string {
  if (found === 0) return 'Nothing in this text looks like something to tag.';
  const kinds = Object.entries(NAMES).flatMap(([kind, [one, many]]) => {
    const count = tagged.filter((each) => each === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const parts = [
    kinds.length === 0 ? 'nothing tagged' : `tagged ${kinds.join(', ')}`,
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(left === 0 ? [] : [`${left} left`]),
  ];
  return `Tagging pass: ${parts.join('; ')}.`;
}
