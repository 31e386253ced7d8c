import { describe, expect, it } from 'vitest';
import { outline } from '../../../server/src/core/features/views/outline';
import type { Row } from '../../../server/src/core/features/views/row';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';

/** The rows of the outline, one a line, indented: role, label, description, what is missing. */
async function rows(files: string | Files): Promise<string> {
  const project = await projectFrom(typeof files === 'string' ? { 'paper.md': files } : files);
  return outline(project)
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
      "mechanism: sorting by crisis (3 steps · theorized)
        trigger: the orders lapse (trigger)
        trigger: crisis (trigger · construct)
        step: 1 Shock
          evidence: “Nobody paid us.” (@lee, min 3)
        step: 2a Insiders (when they cared · 2020)
          evidence: “Nobody paid us.” (@lee, min 3)
        step: 2b Outsiders
          evidence: “Nobody paid us.” (@lee, min 3)
        outcome: core (outcome · construct)
        group: Evidence (1)
          evidence: @kay (cited work)
        group: Claims (2)
          claim: “Firms were sorted” [supported] (finding)
          claim: “Size did not matter” [unsupported] (finding · not supported)"
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

  it('is empty without mechanisms, and for a file that takes no part', async () => {
    expect(await rows('[a]{.claim}')).toBe('');
    expect(await rows('::: {.step}\nHeat to 90 °C.\n:::\n')).toBe('');
  });
});
