import { expect, it } from 'vitest';
import { summarise } from '../../../server/src/core/features/summary';
import { projectFrom } from '../../tools/project';

it('counts each element once, and the claims that rest on something', async () => {
  const project = await projectFrom({
    'paper.md': `
[Trust outlived]{.claim #c-trust evidence=e-own} as ["Mine."]{.evidence #e-own} shows.
[It went on]{.claim ref=c-trust}. [Nobody knows why]{.claim #c-why}.
[shift]{.mechanism #m-shift} [crisis]{.construct #k-crisis} [first]{.step of=m-shift}
`,
  });
  expect(summarise(project)).toEqual({
    claims: 2,
    supported: 1,
    unsupported: 1,
    contested: 0,
    gaps: 0,
    types: [{ type: 'finding', claims: 2, supported: 1 }],
    evidence: 1,
    mechanisms: 1,
    steps: 1,
    constructs: 1,
  });
});

it('leaves out what stands in a file that takes no part', async () => {
  const project = await projectFrom({
    'paper.md': '::: {.claim title="1"}\nLet n be even.\n:::\n',
  });
  expect(summarise(project).claims).toBe(0);
});

it('tells what is contested and what is admitted from what rests on nothing', async () => {
  const project = await projectFrom({
    'paper.md': `
[A]{.claim evidence=@a against=@b} [B]{.claim status=needs-support note="ask again"} [C]{.claim}
[D]{.claim type=rival against=@b} [E]{.claim status=assumed} [F]{.claim type=background}
[G]{.claim type=method}

::: {.claim}
Around [H]{.claim evidence=@a}.
:::
`,
  });
  expect(summarise(project)).toMatchObject({
    claims: 9,
    supported: 2,
    unsupported: 2,
    contested: 1,
    gaps: 1,
  });
});
