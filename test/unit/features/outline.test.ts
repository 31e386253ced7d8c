import { describe, expect, it } from 'vitest';
import { outline } from '../../../server/src/core/features/views/outline';
import {
  OUTLINE_CHOICES,
  type OutlineOptions,
} from '../../../server/src/core/features/views/outlineOptions';
import type { Row } from '../../../server/src/core/features/views/row';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';

/** The rows of the outline, one a line, indented: role, label, description, what is missing. */
async function rows(files: string | Files, options: OutlineOptions = {}): Promise<string> {
  const project = await projectFrom(typeof files === 'string' ? { 'paper.md': files } : files);
  return outline(project, options)
    .flatMap((node) => draw(node, ''))
    .join('\n');
}

function draw(node: Row, indent: string): string[] {
  const description = node.description === '' ? '' : ` (${node.description})`;
  const missing = node.missing > 0 && node.role !== 'missing' ? ` !${node.missing}` : '';
  const state = node.state === undefined ? '' : ` [${node.state}]`;
  const row = `${indent}${node.role}: ${node.label}${state}${description}${missing}`;
  return [row, ...node.children.flatMap((child) => draw(child, `${indent}  `))];
}

describe('the outline of mechanisms', () => {
  it('leads from the trigger over the steps to the outcome, with evidence and claims', async () => {
    expect(
      await rows(`
The [sorting]{.mechanism #m-sort term="sorting by crisis" trigger="the orders lapse; #k-crisis" outcome="#k-core"
entities="the shutdown" activities="choosing" scope="joint sites" evidence=@kay} began.
[core]{.construct #k-core} [crisis]{.construct #k-crisis}

# Insiders {.step #s-core of=m-sort n=2a when="they cared" period=2020 evidence=e-own}

# Shock {.step #s-shock of=m-sort n=1 evidence=e-own}

# Outsiders {.step #s-out of=m-sort n=2b}

["Nobody paid us."]{.evidence #e-own source=@lee loc="min 3"}

# Claims

[Firms were sorted]{.claim #c-sort mechanism=m-sort evidence=e-own}.
[Size did not matter]{.claim #c-size mechanism=m-sort}.
`),
    ).toMatchInlineSnapshot(`
      "mechanism: sorting by crisis (3 steps · forked · theorized) !1
        trigger: the orders lapse (trigger)
        trigger: crisis (trigger · construct)
        step: 1 Shock
          evidence: “Nobody paid us.” (@lee, min 3)
        fork: Fork into 2 branches
          step: 2a Insiders (when they cared · 2020)
            evidence: “Nobody paid us.” (@lee, min 3)
          step: 2b Outsiders
            evidence: “Nobody paid us.” (@lee, min 3)
        outcome: core (outcome · construct)
        group: Evidence (1)
          evidence: @kay (cited work)
        group: Claims (2) !1
          claim: “Firms were sorted” [supported] (finding · 1 evidence)
            evidence: “Nobody paid us.” (@lee, min 3)
          claim: “Size did not matter” [unsupported] (finding · not supported) !1
            missing: neither evidence nor premise"
    `);
  });

  it('says what is missing', async () => {
    expect(await rows('[shift]{.mechanism #m-shift status=evidenced}')).toMatchInlineSnapshot(`
      "mechanism: shift (evidenced) !6
        missing: no trigger
        missing: no steps
        missing: no outcome
        missing: no activities
        missing: no scope conditions
        missing: no evidence, though its status says so"
    `);
  });

  it('says which step nothing shows, where the mechanism is said to be evidenced', async () => {
    const steps = '[one]{.step of=m-a n=1 evidence=@kay} [two]{.step of=m-a n=2}';
    const all = 'trigger=a outcome=b activities=c scope=e';
    expect(await rows(`[a]{.mechanism #m-a status=evidenced ${all}} ${steps}`)).toContain(
      'step: 2 two !1\n    missing: step 2 has no evidence',
    );
    expect(await rows(`[a]{.mechanism #m-a status=theorized ${all}} ${steps}`)).not.toContain(
      'missing',
    );
  });

  it('asks for nothing that the author has switched off', async () => {
    const files = { 'paper.md': '[a]{.mechanism #m-a trigger=a outcome=b activities=c scope=d}' };
    expect(await rows(files)).toContain('no steps');
    const config = 'manuscript: [paper.md]\nrules: {mechanism-without-steps: off}\n';
    expect(await rows({ ...files, 'warrant.yaml': config })).not.toContain('no steps');
  });

  it('holds sub-mechanisms, and steps of no mechanism at the end', async () => {
    expect(
      await rows(`
[path]{.mechanism #m-path trigger=a outcome=b activities=c entities=d scope=e}
[part]{.mechanism #m-part of=m-path trigger=a outcome=b activities=c entities=d scope=e}
[one]{.step of=m-part n=1 evidence=@kay} [alone]{.step evidence=@kay}
`),
    ).toMatchInlineSnapshot(`
      "mechanism: path (theorized)
        trigger: a (trigger)
        mechanism: part (1 step · theorized)
          trigger: a (trigger)
          step: 1 one
            evidence: @kay (cited work)
          outcome: b (outcome)
        outcome: b (outcome)
      group: Steps of no mechanism (1 step)
        step: alone
          evidence: @kay (cited work)"
    `);
  });

  it('loses no mechanism that is part of itself', async () => {
    const drawn = await rows('[a]{.mechanism #m-a of=m-b} [b]{.mechanism #m-b of=m-a}');
    expect(drawn.match(/mechanism: /g)).toHaveLength(2);
  });

  it('counts a mechanism once, however often it is tagged', async () => {
    expect(await rows('[a]{.mechanism #m-a} and [a]{.mechanism ref=m-a}')).toMatch(
      /^mechanism: a[^]*$/,
    );
    expect(
      (await rows('[a]{.mechanism #m-a} and [a]{.mechanism ref=m-a}')).match(/mechanism: /g),
    ).toHaveLength(1);
  });

  it('knows where each row stands in the text, and its id', async () => {
    const text = '[a]{.mechanism #m-a trigger="orders lapse"} [x]{.step of=m-a}';
    const [mechanism] = outline(await projectFrom({ 'paper.md': text }));
    expect(mechanism).toMatchObject({
      element: { kind: 'mechanism', id: 'm-a' },
      place: { uri: `${ROOT}paper.md`, range: { start: 1, end: 2 } },
    });
    const trigger = mechanism?.children.find(({ role }) => role === 'trigger');
    expect(text.slice(trigger?.place?.range.start, trigger?.place?.range.end)).toBe('orders lapse');
  });

  it('shows a fork with the steps of each branch, up to where they join', async () => {
    const steps = [
      '[start]{.step #s-1 of=m n=1}',
      '[stay]{.step #s-2 of=m after=s-1 outcome=trust}',
      '[talk]{.step #s-3 of=m after=s-2}',
      '[leave]{.step #s-4 of=m after=s-1 outcome=doubt}',
      '[end]{.step #s-5 of=m after="s-3 s-4"}',
    ];
    expect(
      await rows(`[a]{.mechanism #m trigger=a outcome=b activities=c scope=d} ${steps.join(' ')}`),
    ).toMatchInlineSnapshot(`
      "mechanism: a (5 steps · forked · theorized) !5
        trigger: a (trigger)
        step: 1 start !1
          missing: step 1 has no evidence
        fork: Fork into 2 branches (2 outcomes) !3
          group: Branch of stay (2 steps) !2
            step: stay !1
              missing: no evidence
              outcome: trust (outcome)
            step: talk !1
              missing: no evidence
          step: leave !1
            missing: no evidence
            outcome: doubt (outcome)
        step: end !1
          missing: no evidence
        outcome: b (outcome)"
    `);
  });

  it('shows a fork by the letters of the numbers, each branch on its own', async () => {
    const numbers = ['1a', '2a', '1b', '2b', '3'];
    const steps = numbers.map((n) => `[at ${n}]{.step of=m n=${n}}`);
    expect(
      await rows(`[a]{.mechanism #m trigger=a outcome=b activities=c scope=d} ${steps.join(' ')}`),
    ).toMatchInlineSnapshot(`
      "mechanism: a (5 steps · forked · theorized) !5
        trigger: a (trigger)
        fork: Fork into 2 branches !4
          group: Branch of at 1a (2 steps) !2
            step: 1a at 1a !1
              missing: step 1a has no evidence
            step: 2a at 2a !1
              missing: step 2a has no evidence
          group: Branch of at 1b (2 steps) !2
            step: 1b at 1b !1
              missing: step 1b has no evidence
            step: 2b at 2b !1
              missing: step 2b has no evidence
        step: 3 at 3 !1
          missing: step 3 has no evidence
        outcome: b (outcome)"
    `);
  });

  it('loses no step of a circle', async () => {
    const drawn = await rows(
      '[a]{.mechanism #m} [x]{.step #s-x of=m after=s-y} [y]{.step #s-y of=m after=s-x}',
    );
    expect(drawn.match(/step: /g)).toHaveLength(2);
  });

  it('groups the evidence of a step by process-tracing test, with the results', async () => {
    expect(
      await rows(`
[a]{.mechanism #m trigger=a outcome=b activities=c scope=d}
[one]{.step #s-1 of=m n=1}
[plain]{.evidence supports=s-1}
[two]{.evidence #e-2 supports=s-1 tests="s-1:hoop:pass s-1:smoking-gun:pass"}
[three]{.evidence #e-3 supports=s-1 tests=s-1:hoop:fail}
[four]{.evidence #e-4 supports=s-1 tests=s-1:straw}
[five]{.evidence #e-5 challenges=s-1}
`),
    ).toMatchInlineSnapshot(`
      "mechanism: a (1 step · theorized)
        trigger: a (trigger)
        step: 1 one [contested]
          evidence: “plain”
          counter-evidence: “five” (against it)
          test: Smoking-gun test [passed] (1 passed)
            evidence: “two” [passed] (passed)
          test: Hoop test [failed] (1 passed, 1 failed)
            evidence: “two” [passed] (passed)
            counter-evidence: “three” [failed] (failed)
          test: Straw-in-the-wind test (1 without result)
            evidence: “four”
        outcome: b (outcome)"
    `);
  });

  const GROUPED = {
    'warrant.yaml': 'manuscript: [one.md, two.md]\n',
    'one.md': `
[path]{.mechanism #m-path trigger=a outcome=b activities=c scope=d}

# Later {.stage of=m-path n=2}

# Earlier {.stage of=m-path n=1}
`,
    'two.md': `
[part]{.mechanism #m-part of=m-path trigger=a outcome=b activities=c scope=d}
[bits]{.step of=m-part n=1} [bobs]{.step of=m-path n=3} [alone]{.step}
`,
  };

  it('groups by step, as their author calls them', async () => {
    expect(await rows(GROUPED, { groupBy: 'step' })).toMatchInlineSnapshot(`
      "group: Stages (2) !2
        step: 1 Earlier (of path) !1
          missing: step 1 has no evidence
        step: 2 Later (of path) !1
          missing: step 2 has no evidence
      group: Steps (3) !3
        step: 3 bobs (of path) !1
          missing: step 3 has no evidence
        step: 1 bits (of part) !1
          missing: step 1 has no evidence
        step: alone !1
          missing: no evidence
      group: Mechanisms (2)
        mechanism: path (3 steps · theorized)
          trigger: a (trigger)
          outcome: b (outcome)
        mechanism: part (1 step · theorized)
          trigger: a (trigger)
          outcome: b (outcome)"
    `);
  });

  it('groups by file, in the order of the manuscript', async () => {
    expect(await rows(GROUPED, { groupBy: 'file' })).toMatchInlineSnapshot(`
      "file: one.md (1 mechanism, 2 steps) !2
        mechanism: path (3 steps · theorized) !2
          trigger: a (trigger)
          step: 1 Earlier !1
            missing: step 1 has no evidence
          step: 2 Later !1
            missing: step 2 has no evidence
          outcome: b (outcome)
      file: two.md (1 mechanism, 3 steps) !3
        mechanism: part (1 step · theorized) !1
          trigger: a (trigger)
          step: 1 bits !1
            missing: step 1 has no evidence
          outcome: b (outcome)
        step: 3 bobs (of path) !1
          missing: step 3 has no evidence
        step: alone !1
          missing: no evidence"
    `);
  });

  it('loses neither mechanism nor step in any grouping', async () => {
    for (const groupBy of OUTLINE_CHOICES.groupBy) {
      const drawn = await rows(GROUPED, { groupBy });
      expect(drawn.match(/mechanism: /g)).toHaveLength(2);
      expect(drawn.match(/step: /g)).toHaveLength(5);
    }
  });

  it('sorts by the text or by name instead', async () => {
    const order = (drawn: string) =>
      [...drawn.matchAll(/step: (?:\d )?(\w+)/g)].map(([, name]) => name);
    expect(order(await rows(GROUPED))).toEqual(['Earlier', 'Later', 'bobs', 'bits', 'alone']);
    const text = order(await rows(GROUPED, { sortBy: 'text' }));
    expect(text).toEqual(['Later', 'Earlier', 'bobs', 'bits', 'alone']);
    const name = order(await rows(GROUPED, { sortBy: 'name' }));
    expect(name).toEqual(['bobs', 'Earlier', 'Later', 'bits', 'alone']);
  });

  const STATES = `
[a]{.mechanism #m-a trigger=a outcome=b activities=c scope=d evidence=@kay}
[bare]{.step of=m-a n=1} [shown]{.step of=m-a n=2 evidence=@kay}
[Firm]{.claim #c-1 mechanism=m-a evidence=@kay} [Loose]{.claim #c-2 mechanism=m-a}
[Gap]{.claim #c-3 mechanism=m-a status=needs-support note="ask the owner"}
[Silent]{.claim #c-4 mechanism=m-a evidence=@kay against=@lee}
[Fair]{.claim #c-5 mechanism=m-a evidence=@kay against=@lee rebuttal="not in winter"}
[b]{.mechanism #m-b outcome=b activities=c scope=d}
[one]{.step of=m-b evidence=@kay}
`;

  it('shows only what nothing supports', async () => {
    expect(await rows(STATES, { show: 'unsupported' })).toMatchInlineSnapshot(`
      "mechanism: a (2 steps · theorized) !3
        step: 1 bare !1
          missing: step 1 has no evidence
        group: Claims (5) !2
          claim: “Loose” [unsupported] (finding · not supported) !1
            missing: neither evidence nor premise
          claim: “Gap” [admitted-gap] (finding · admitted gap)
            gap: ask the owner (admitted gap)"
    `);
  });

  it('shows only what is contested', async () => {
    expect(await rows(STATES, { show: 'contested' })).toMatchInlineSnapshot(`
      "mechanism: a (2 steps · theorized) !3
        group: Claims (5) !2
          claim: “Silent” [contested] (finding · contested · 1 citation, 1 against) !1
            missing: nothing is said of what speaks against it
            work: @kay (cited work)
            counter-evidence: @lee (against · cited work)
          claim: “Fair” [contested] (finding · contested · 1 citation, 1 against)
            work: @kay (cited work)
            counter-evidence: @lee (against · cited work)
            rebuttal: not in winter (rebuttal)"
    `);
  });

  it('shows only what is left to do', async () => {
    expect(await rows(STATES, { show: 'todo' })).toMatchInlineSnapshot(`
      "mechanism: a (2 steps · theorized) !3
        step: 1 bare !1
          missing: step 1 has no evidence
        group: Claims (5) !2
          claim: “Loose” [unsupported] (finding · not supported) !1
            missing: neither evidence nor premise
          claim: “Gap” [admitted-gap] (finding · admitted gap)
            gap: ask the owner (admitted gap)
          claim: “Silent” [contested] (finding · contested · 1 citation, 1 against) !1
            missing: nothing is said of what speaks against it
            work: @kay (cited work)
            counter-evidence: @lee (against · cited work)
      mechanism: b (1 step · theorized) !1
        missing: no trigger"
    `);
    const config = 'manuscript: [paper.md]\nrules: {contested-claim: off}\n';
    const files = { 'warrant.yaml': config, 'paper.md': STATES };
    expect(await rows(files, { show: 'todo' })).not.toContain('Silent');
  });

  it('finds words whatever their case and accents, and ids, with what stands below them', async () => {
    const text = '[Zürich path]{.mechanism #m-zh} [x]{.step of=m-zh} [other]{.mechanism}';
    expect(await rows(text, { text: 'PATH zurich' })).toContain('step: x');
    expect(await rows(text, { text: '#m-zh' })).not.toContain('other');
    expect(await rows(text, { text: 'x' })).toMatch(/^mechanism: Zürich path.*\n {2}step: x/);
    expect(await rows(text, { text: 'nowhere' })).toBe('');
    expect(await rows(text, { text: ' ' })).toContain('other');
  });

  it('is empty without mechanisms, and for a file that takes no part', async () => {
    expect(await rows('[a]{.claim}')).toBe('');
    expect(await rows('::: {.step}\nHeat to 90 °C.\n:::\n')).toBe('');
  });
});
