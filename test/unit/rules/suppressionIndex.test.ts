import { describe, expect, it } from 'vitest';
import { SuppressionIndex } from '../../../server/src/core/rules/suppressionIndex';
import type { Suppression } from '../../../server/src/core/rules/suppressions';

const uri = 'file:///paper.md';

function suppression(names: string, covers: Suppression['covers'], fault?: string): Suppression {
  const place = { uri, range: { start: 0, end: 0 } };
  const rules = names.split(' ').map((name) => ({ name, place }));
  return { place, rules, covers, ...(fault === undefined ? {} : { fault }) };
}

const found = (rule: string, start: number) => ({
  rule,
  place: { uri, range: { start, end: start + 1 } },
});

/** What a suppression hides, looked at by itself. */
function hides({ covers, rules, fault }: Suppression, finding: ReturnType<typeof found>): boolean {
  const { start } = finding.place.range;
  return (
    fault === undefined &&
    rules.some(({ name }) => name === finding.rule) &&
    (covers === 'file' || (covers.start <= start && start <= covers.end))
  );
}

const SUPPRESSIONS = [
  suppression('near-miss two-kinds', { start: 10, end: 20 }),
  suppression('near-miss', { start: 12, end: 40 }),
  suppression('near-miss', { start: 14, end: 16 }),
  suppression('unknown-id', 'file'),
  suppression('unknown-id', { start: 50, end: 60 }),
  suppression('two-kinds', { start: 0, end: 90 }, 'no reason'),
];

const FINDINGS = ['near-miss', 'two-kinds', 'unknown-id', 'unknown-value'].flatMap((rule) =>
  [0, 9, 10, 13, 20, 21, 30, 40, 41, 55, 70].map((start) => found(rule, start)),
);

describe('SuppressionIndex', () => {
  it('hides what one of the suppressions hides', () => {
    const index = new SuppressionIndex(SUPPRESSIONS);
    for (const finding of FINDINGS) {
      const expected = SUPPRESSIONS.some((one) => hides(one, finding));
      expect([finding, index.hides(finding)]).toEqual([finding, expected]);
    }
  });

  it('tells which suppressions hide something, and of which rules', () => {
    const findings = [found('near-miss', 13), found('unknown-id', 70), found('near-miss', 30)].sort(
      (a, b) => a.place.range.start - b.place.range.start,
    );
    const used = new SuppressionIndex(SUPPRESSIONS).used(findings);
    const rules = SUPPRESSIONS.map((one) => [...(used.get(one) ?? [])]);
    expect(rules).toEqual([['near-miss'], ['near-miss'], [], ['unknown-id'], [], []]);
  });
});
