import { describe, expect, it } from 'vitest';
import { argumentMap } from '../../../server/src/core/features/map/argumentMap';
import { mechanismsAbout } from '../../../server/src/core/features/map/shown';
import type { ArgumentMap, MapOptions } from '../../../server/src/core/figures';
import { projectFrom } from '../../tools/project';

async function mapOf(text: string, options: Partial<MapOptions> = {}): Promise<ArgumentMap> {
  const all = { evidence: false, claims: false, tests: true, collapsed: new Set<string>() };
  return argumentMap(await projectFrom({ 'paper.md': text }), { ...all, ...options });
}

/** The map, one line a node, indented by what it stands inside, then one line an edge. */
async function drawn(text: string, options: Partial<MapOptions> = {}): Promise<string> {
  const { nodes, edges } = await mapOf(text, options);
  const depths = new Map<string, number>();
  const lines = nodes.map(({ key, parent, role, mark, label, detail }) => {
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(key, depth);
    const name = [mark, label].filter((part) => part !== '').join(' ');
    return `${'  '.repeat(depth)}${role} ${name}${detail === '' ? '' : ` (${detail})`}`;
  });
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const arrows = edges.map(({ role, from, to, label, sign = '', tests }) => {
    const said = [label, sign, ...tests.map(({ test, result }) => `${test}:${result ?? ''}`)]
      .filter((part) => part !== '')
      .join(' ');
    return `${labels.get(from) ?? ''} -${role}${said === '' ? '' : ` ${said}`}-> ${labels.get(to) ?? ''}`;
  });
  return [...lines, ...arrows].join('\n');
}

const SORTING = `
The [sorting]{.mechanism #m-sort term="sorting by crisis" trigger="orders lapse" outcome="#k-core; #k-out"} began.
[core]{.construct #k-core} [rest]{.construct #k-out}

# Insiders {.step #s-core of=m-sort n=2a when="they cared" activity="meet" outcome="#k-core"}

["Nobody paid us."]{.evidence #e-own source=@lee supports=s-core tests="s-core:hoop:pass"}

# Shock {.step #s-shock of=m-sort n=1 entity="the Works" activity="ends the points"}

# Outsiders {.step #s-out of=m-sort n=2b when="they did not"}

# After {.step #s-after of=m-sort n=3}
`;

describe('the map of the argument', () => {
  it('leads from the trigger over steps and forks to the outcomes', async () => {
    expect(await drawn(SORTING)).toMatchInlineSnapshot(`
      "mechanism sorting by crisis
        step 1 Shock (the Works ends the points)
        step 2a Insiders (meet)
        step 2b Outsiders
        step 3 After
      trigger orders lapse
      outcome core
      outcome rest
      Shock -sequence they cared-> Insiders
      Shock -sequence they did not-> Outsiders
      Insiders -sequence-> After
      Outsiders -sequence-> After
      orders lapse -trigger-> sorting by crisis
      Insiders -outcome-> core
      sorting by crisis -outcome-> rest"
    `);
  });

  it('shows evidence with its tests on demand', async () => {
    const shown = await drawn(SORTING, { evidence: true });
    expect(shown).toContain('evidence “Nobody paid us.” (@lee)');
    expect(shown).toContain('“Nobody paid us.” -supports hoop:pass-> Insiders');
    expect(await drawn(SORTING, { evidence: true, tests: false })).not.toContain('hoop');
  });

  it('lets a branch go on under its letter, and a step say what it follows', async () => {
    const steps = `[m]{.mechanism #m-a}
[one]{.step #s-1 of=m-a n=1} [two a]{.step of=m-a n=2a} [two b]{.step of=m-a n=2b}
[three a]{.step of=m-a n=3a} [three b]{.step of=m-a n=3b} [back]{.step of=m-a n=4 after=s-1}`;
    expect((await drawn(steps)).split('\n').filter((line) => line.includes('->'))).toEqual([
      'one -sequence-> two a',
      'one -sequence-> two b',
      'two a -sequence-> three a',
      'two b -sequence-> three b',
      'one -sequence-> back',
    ]);
  });

  it('makes lanes of stages, with what is nested in them', async () => {
    const stages = `A [path]{.mechanism #m-path trigger=force outcome=habit}.

# Stage 1: Joining {.stage of=m-path n=1 period=2018/2019 entity=firms activity=sign}

# Stage 2: Learning {.stage of=m-path n=2 entity=members activity=visit}

Here [incubation]{.mechanism #m-in of=m-path trigger="a new chair"} began with [walks]{.step of=m-in n=1}.
`;
    expect(await drawn(stages)).toMatchInlineSnapshot(`
      "mechanism path
        lane 1 Joining (2018 to 2019)
          step firms sign
        lane 2 Learning
          step members visit
          mechanism incubation
            step 1 walks
          trigger a new chair
      trigger force
      outcome habit
      firms sign -sequence-> members visit
      force -trigger-> path
      path -outcome-> habit
      a new chair -trigger-> incubation"
    `);
  });

  it('joins constructs by propositions, facets inside their construct', async () => {
    const paper = `[deep]{.construct #k-deep} [habits]{.construct #k-habits tier=facet parent=k-deep}
[rites]{.construct #k-rites tier=facet parent=k-deep} [value]{.construct #k-value} [alone]{.construct #k-alone}
[P1 it is]{.claim #p-1 type=proposition label=P1 cause="#k-deep; good luck" effect="#k-value" sign=enables}`;
    expect(await drawn(paper)).toMatchInlineSnapshot(`
      "group deep
        construct habits
        construct rites
      construct good luck
      construct value
      deep -causes P1 enables-> value
      good luck -causes P1 enables-> value"
    `);
  });

  it('puts mechanisms into the construct of which they are instances', async () => {
    const paper = `[o]{.construct #k-o} [a]{.mechanism instantiates=k-o} [b]{.mechanism instantiates=k-o}`;
    expect(await drawn(paper)).toBe('group o\n  mechanism a\n  mechanism b');
  });

  it('shows on demand the claims that report a mechanism, premises and rivals', async () => {
    const paper = `[m]{.mechanism #m-a rival=c-no} [it worked]{.claim #c-yes mechanism=m-a}
[so it is]{.claim mechanism=m-a from=c-yes type=interpretation} [by chance]{.claim #c-no type=rival status=defeated}
["no"]{.evidence source=@lee challenges=c-no tests="c-no:hoop:fail"} [other]{.claim}`;
    expect(await drawn(paper)).toBe('mechanism m');
    expect(await drawn(paper, { claims: true, evidence: true })).toMatchInlineSnapshot(`
      "mechanism m
        claim “it worked” (finding)
        claim “so it is” (interpretation)
      claim “by chance” (rival, defeated)
      evidence “no” (@lee)
      “by chance” -rival-> m
      “it worked” -premise-> “so it is”
      “no” -challenges hoop:fail-> “by chance”"
    `);
  });

  it('keeps to what a focus is about', async () => {
    const paper = `[a]{.mechanism #m-a trigger=x} [in a]{.step #s-a of=m-a} [part]{.mechanism of=m-a} [b]{.mechanism #m-b}
[P]{.claim cause=y effect=z}`;
    const expected = 'mechanism a\n  step in a\n  mechanism part\ntrigger x\nx -trigger-> a';
    expect(await drawn(paper, { focus: 'm-a' })).toBe(expected);
    expect(await drawn(paper, { focus: 's-a' })).toBe(expected);
    expect((await mapOf(paper, { focus: 'm-a' })).title).toBe('a');
    const project = await projectFrom({ 'paper.md': paper });
    expect(mechanismsAbout(project, 'nothing')).toEqual([]);
  });

  it('folds a mechanism into one node, at which arrows to its inside end', async () => {
    const options = { evidence: true, collapsed: new Set(['#m-sort']) };
    expect(await drawn(SORTING, options)).toMatchInlineSnapshot(`
      "mechanism sorting by crisis
      trigger orders lapse
      outcome core
      outcome rest
      evidence “Nobody paid us.” (@lee)
      orders lapse -trigger-> sorting by crisis
      sorting by crisis -outcome-> core
      sorting by crisis -outcome-> rest
      “Nobody paid us.” -supports hoop:pass-> sorting by crisis"
    `);
    const [mechanism] = (await mapOf(SORTING, options)).nodes;
    expect(mechanism).toMatchObject({ isCollapsed: true, isCollapsible: true });
  });

  it('survives what leads round in circles', async () => {
    const paper = `[a]{.mechanism #m-a of=m-b trigger="#m-a" outcome="#m-b"} [b]{.mechanism #m-b of=m-a instantiates=k-x}
[x]{.construct #k-x tier=facet parent=k-y} [y]{.construct #k-y tier=facet parent=k-x}
[P]{.claim cause="#k-x" effect="#k-x"} [s]{.step #s of=m-a after=s} [t]{.step of=m-a outcome="#m-a"}`;
    const { nodes, edges } = await mapOf(paper, { evidence: true, claims: true });
    const keys = new Set(nodes.map(({ key }) => key));
    expect(keys.size).toBe(nodes.length);
    for (const { from, to } of edges) expect([keys.has(from), keys.has(to)]).toEqual([true, true]);
  });

  it('keeps the keys while text elsewhere is edited', async () => {
    const paper = '[m]{.mechanism #m-a trigger=x}\n[one]{.step of=m-a n=1} [two]{.step of=m-a n=2}';
    const keys = ({ nodes }: ArgumentMap) => nodes.map(({ key }) => key);
    const before = keys(await mapOf(paper));
    const after = keys(await mapOf(`New. [c]{.claim}\n\n[k]{.mechanism}\n\n${paper}`));
    for (const key of before) expect(after).toContain(key);
    expect(before.join()).not.toContain('file:');
  });
});
