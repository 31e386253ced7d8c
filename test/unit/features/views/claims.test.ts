import { describe, expect, it } from 'vitest';
import { claimRows, type ClaimsOptions } from '../../../../server/src/core/features/views/claims';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../../tools/project';
import { costOf, drawRows } from '../../../tools/rows';

async function rows(files: string | Files, options?: ClaimsOptions): Promise<string> {
  const project = await projectFrom(typeof files === 'string' ? { 'paper.md': files } : files);
  return drawRows(claimRows(project, options));
}

const PAPER = `---
warrant:
  sources:
    - {id: s-owner, kind: interview, informant: owner}
---

# Introduction

[Bonds fade]{.claim #b-fade type=background} [@kay2001]. [How do they last?]{.claim #q-last type=question}

# Findings

## Trust

[Trust grew]{.claim #c-trust evidence="e-own @lee2002" qualifier=probable warrant="who pays, cares"}:
["Nobody paid us."]{.evidence #e-own source=s-owner loc="min 3" tests="c-trust:hoop:pass"}

[Size did not matter]{.claim #c-size}. [All came]{.claim #c-all evidence=e-own against=e-list}, but
["Ten came."]{.evidence #e-list source=s-owner}

## Later

[It will last]{.claim #c-last status=needs-support note="go back in a year"}.

# Discussion

[Bonds last by breaking]{.claim #p-break type=proposition label=P1 from=c-trust answers=q-last}, and
again: [trust grew]{.claim ref=c-trust}.
`;

describe('the claims of a manuscript', () => {
  it('are grouped by section, each with what it rests on and what it lacks', async () => {
    expect(await rows(PAPER)).toMatchInlineSnapshot(`
      "summary: 4 of 7 claims supported (1 not supported · 1 contested · 1 admitted gap)
        summary: Questions (1)
        summary: Findings (2 of 4 supported)
        summary: Propositions (1 of 1 supported)
        summary: Background (1 of 1 supported)
      section: Introduction (2 claims)
        claim: “Bonds fade” [supported] (background · 1 citation)
          work: @kay2001 (cited in its sentence)
        claim: “How do they last?” (question · 1 answer)
          claim: “Bonds last by breaking” [supported] (answer)
      section: Findings (4 claims) !2
        section: Trust (3 claims) !2
          claim: “Trust grew” [supported] (finding · 1 evidence, 1 citation · probable)
            evidence: “Nobody paid us.” [passed] (hoop passed · owner, min 3)
            work: @lee2002 (cited work)
            warrant: who pays, cares (warrant)
            use: “trust grew” (restated)
          claim: “Size did not matter” [unsupported] (finding · not supported) !1
            missing: neither evidence nor premise
          claim: “All came” [contested] (finding · contested · 1 evidence, 1 against) !1
            missing: nothing is said of what speaks against it
            evidence: “Nobody paid us.” (owner, min 3)
            counter-evidence: “Ten came.” (against · owner)
        section: Later (1 claim)
          claim: “It will last” [admitted-gap] (finding · admitted gap)
            gap: go back in a year (admitted gap)
      section: Discussion (1 claim) !1
        claim: P1 “Bonds last by breaking” [supported] (proposition · 1 premise) !1
          missing: no warrant
          premise: “Trust grew” [supported] (premise)"
    `);
  });

  it('are grouped by type, in the order in which a paper comes to them', async () => {
    const drawn = await rows(PAPER, { groupBy: 'type' });
    expect(drawn.match(/^group: .*/gm)).toEqual([
      'group: Questions (1 claim)',
      'group: Findings (4 claims) !2',
      'group: Propositions (1 claim) !1',
      'group: Background (1 claim)',
    ]);
    // The type stands above already.
    expect(drawn).toContain('claim: “Size did not matter” [unsupported] (not supported) !1');
  });

  it('are grouped by how they stand, what lacks support first', async () => {
    const drawn = await rows(PAPER, { groupBy: 'status' });
    expect(drawn.match(/^group: .*/gm)).toEqual([
      'group: Not supported (1 claim) !1',
      'group: Contested (1 claim) !1',
      'group: Admitted gaps (1 claim)',
      'group: Supported (3 claims) !1',
      'group: Not to be supported (1 claim)',
    ]);
  });

  it.each([
    [{ show: 'unsupported' }, ['c-size']],
    [{ show: 'contested' }, ['c-all']],
    [{ show: 'gaps' }, ['c-last']],
    [{ text: 'SIZE' }, ['c-size']],
    [{ text: '#p-br' }, ['p-break']],
    [{ text: 'nothing has this' }, []],
  ] as const)('can be chosen: %j', async (options, ids) => {
    const all = claimRows(await projectFrom({ 'paper.md': PAPER }), {
      ...options,
      groupBy: 'type',
    });
    const found = all.flatMap(({ role, children }) => (role === 'group' ? children : []));
    expect(found.map(({ element }) => element?.id)).toEqual(ids);
    // The summary is of all of them.
    expect(all[0]?.label).toBe('4 of 7 claims supported');
  });

  it('can begin with what rests on least, or go by name', async () => {
    const text = `
[Zeal]{.claim evidence="@a @b"} [“Alms”]{.claim evidence=@a} [Mind]{.claim}`;
    const order = async (options: ClaimsOptions) =>
      (await rows(text, { groupBy: 'type', ...options })).match(/(?<=claim: )\S+/g);
    expect(await order({})).toEqual(['“Zeal”', '“Alms”', '“Mind”']);
    expect(await order({ sortBy: 'name' })).toEqual(['“Alms”', '“Mind”', '“Zeal”']);
    expect(await order({ sortBy: 'support' })).toEqual(['“Mind”', '“Alms”', '“Zeal”']);
  });

  it('lead to the text', async () => {
    const [, section] = claimRows(await projectFrom({ 'a.md': '# One\n\n[x]{.claim #c-x}\n' }));
    const uri = `${ROOT}a.md`;
    expect(section).toMatchObject({ role: 'section', place: { uri, range: { start: 0 } } });
    expect(section?.children[0]).toMatchObject({
      element: { kind: 'claim', id: 'c-x' },
      place: { uri, range: { start: 8, end: 9 } },
      tooltip: '“x” (#c-x)\nfinding · not supported',
    });
  });

  it('stand under the file where there is no heading before them, and outside of the text last', async () => {
    const drawn = await rows({
      'warrant.yaml': 'manuscript: [a.md, b.md]\nelements:\n  c-far: {is: claim, evidence: e-x}\n',
      'a.md': '[x]{.claim}\n\n# A {.claim #c-head}\n\nText.\n',
      'b.md': '[y]{.claim}\n',
    });
    expect(drawn.match(/^(?:file|section): .*/gm)).toEqual([
      'file: a.md (2 claims) !2',
      'file: b.md (1 claim) !1',
      'file: warrant.yaml (1 claim) !1',
    ]);
  });

  it('say what a question, a proposition and a contested claim want', async () => {
    const drawn = await rows(`
[Why?]{.claim #q-why type=question} [It pays]{.claim #p-pay type=proposition from=c-pay}
[They paid]{.claim #c-pay evidence=@a against=@b} [Known]{.claim type=background}`);
    expect(drawn.match(/(?<=missing: ).*/g)).toEqual([
      'no claim answers it',
      'no warrant',
      'nothing is said of what speaks against it',
      'no citation',
    ]);
  });

  it('ask for nothing that the author has switched off', async () => {
    const files = { 'paper.md': '[Why?]{.claim #q-why type=question}\n' };
    expect(await rows(files)).toContain('no claim answers it');
    const config = 'manuscript: [paper.md]\nrules: {unanswered-question: off}\n';
    expect(await rows({ ...files, 'warrant.yaml': config })).not.toContain('no claim answers it');
  });

  it('may be of a type that the project adds', async () => {
    const drawn = await rows(
      {
        'warrant.yaml':
          'manuscript: [a.md]\nvocabulary: {values: {claim: {type: [constructor]}}}\n',
        'a.md': '[x]{.claim #c-x type=constructor}',
      },
      { groupBy: 'type' },
    );
    expect(drawn).toContain('group: Constructor (1 claim)');
  });

  it('are none where nothing is claimed, or the file takes no part', async () => {
    expect(await rows('[x]{.construct #k-x}')).toBe('');
    expect(await rows('::: {.claim title="1"}\nLet n be even.\n:::\n')).toBe('');
  });

  it('cost as much more as there are more of them', async () => {
    const paper = (number: number) =>
      Array.from(
        { length: number },
        (_, n) =>
          `# S${n}\n\n[Claim ${n}]{.claim #c-${n} evidence="e-${n}" from=c-${(n * 7) % number}} ["Said ${n}."]{.evidence #e-${n}}\n`,
      ).join('\n');
    const cost = async (number: number) =>
      costOf(await projectFrom({ 'paper.md': paper(number) }), (project) => claimRows(project));
    expect((await cost(200)) / (await cost(100))).toBeLessThan(2.2);
  });
});
