import { describe, expect, it } from 'vitest';
import {
  constructRows,
  type ConstructsOptions,
} from '../../../../server/src/core/features/views/constructs';
import { projectFrom, type Files } from '../../../tools/project';
import { costOf, drawRows } from '../../../tools/rows';

async function rows(files: string | Files, options?: ConstructsOptions): Promise<string> {
  const project = await projectFrom(typeof files === 'string' ? { 'paper.md': files } : files);
  return drawRows(constructRows(project, options));
}

const PAPER = `
# Theory

A _learning platform_ is [a standing forum in which firms change their practice
together]{.construct #k-platform term="learning platform" alias="forum"}. It needs [safety]{.construct #k-safety}.
By [gain]{.construct #k-gain tier=dimension def="what one gets"} we mean [pay]{.construct #k-pay tier=theme parent=k-gain
def="money and what it buys"}.

# Findings

The learning platform met monthly, and the forum grew. Of the platform learning nobody had thought.
[Trust]{.construct #k-trust def="the belief in another's good will"} is not our topic.
`;

describe('the constructs of a manuscript', () => {
  it('have their definition, where they are used and what is nearly their term', async () => {
    expect(await rows(PAPER)).toMatchInlineSnapshot(`
      "summary: 4 of 5 constructs defined (1 not used · 1 near-variant)
        summary: Aggregate dimensions (1)
        summary: Second-order themes (1)
      construct: learning platform (3 uses · 1 near-variant) !1
        definition: a standing forum in which firms change their practice together (definition)
        definition: forum (also called)
        use: Theory (1 use)
        use: Findings (2 uses)
        drift: “platform learning” (1 time, nearly the term) !1
      construct: safety (defined nowhere) !1
        missing: defined nowhere
      construct: gain (dimension · 1 use)
        definition: what one gets (definition)
        use: Theory (1 use)
        construct: pay (theme)
          definition: money and what it buys (definition)
      construct: Trust [unused] (not used)
        definition: the belief in another's good will (definition)"
    `);
  });

  it('can stand by tier, by section or by themselves', async () => {
    expect((await rows(PAPER, { groupBy: 'tier' })).match(/^group: .*/gm)).toEqual([
      'group: Aggregate dimensions (1 construct)',
      'group: Second-order themes (1 construct)',
      'group: On no tier (3 constructs) !2',
    ]);
    expect((await rows(PAPER, { groupBy: 'section' })).match(/^section: .*/gm)).toEqual([
      'section: Theory !2',
      'section: Findings',
    ]);
    const flat = await rows(PAPER, { groupBy: 'none', sortBy: 'name' });
    expect(flat.match(/(?<=^construct: )\w+/gm)).toEqual([
      'gain',
      'learning',
      'pay',
      'safety',
      'Trust',
    ]);
  });

  it.each([
    [{ show: 'undefined' }, ['k-safety']],
    [{ show: 'unused' }, ['k-trust']],
    [{ show: 'drifting' }, ['k-platform']],
    [{ sortBy: 'uses', text: 'k-' }, ['k-platform', 'k-gain', 'k-safety', 'k-pay', 'k-trust']],
  ] as const)('can be chosen: %j', async (options, ids) => {
    const project = await projectFrom({ 'paper.md': PAPER });
    const found = constructRows(project, { ...options, groupBy: 'none' }).slice(1);
    expect(found.map(({ element }) => element?.id)).toEqual(ids);
  });

  it('show what is broader than one that is looked for', async () => {
    expect(await rows(PAPER, { text: 'k-pay' })).toMatch(
      /^summary: .*\n(?: .*\n)*construct: gain .*\n(?: {2}[du].*\n)* {2}construct: pay/,
    );
  });

  it('lose none that is broader than itself, and unfold none twice', async () => {
    const drawn = await rows(`
[a]{.construct #k-a parent=k-b} [b]{.construct #k-b parent=k-a}
[c]{.construct #k-c parent="k-d k-e"} [d]{.construct #k-d} [e]{.construct #k-e} [f]{.construct #k-f parent=k-c}`);
    for (const name of ['a', 'b', 'd', 'e', 'f']) {
      expect(drawn.match(new RegExp(`construct: ${name} `, 'g'))?.length).toBeGreaterThan(0);
    }
    expect(drawn.match(/construct: c /g)).toHaveLength(2);
    expect(drawn.match(/construct: f /g)).toHaveLength(1);
  });

  it('may lie as deep as they like', async () => {
    const deep = Array.from(
      { length: 3000 },
      (_, n) => `[w${n}]{.construct #k-${n} parent=k-${n + 1}}`,
    );
    const drawn = await rows(deep.join('\n\n'), { show: 'undefined' });
    expect(new Set(drawn.match(/construct: w\d+/g)).size).toBe(3000);
  });

  it('ask for nothing that the author has switched off', async () => {
    const config = 'manuscript: [paper.md]\nrules: {term-drift: off, undefined-construct: off}\n';
    const drawn = await rows({ 'paper.md': PAPER, 'warrant.yaml': config });
    expect(drawn).not.toMatch(/missing|drift/);
  });

  it('cost as much more as there are more of them', async () => {
    const paper = (number: number) =>
      Array.from(
        { length: number },
        (_, n) =>
          `# S${n}\n\nThe [zz${n}qq]{.construct #k-${n} def="what is meant by it here" parent=k-${n >> 1}} is a zz${n}qq.\n`,
      ).join('\n');
    const cost = async (number: number) =>
      costOf(await projectFrom({ 'paper.md': paper(number) }), (project) => constructRows(project));
    expect((await cost(200)) / (await cost(100))).toBeLessThan(2.2);
  });
});
