import { expect, test } from 'vitest';
import { foldingRanges } from '../../../server/src/core/features/foldingRanges';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';

/** The text with the foldable lines marked: where each range starts, and where it ends. */
async function folded(text: string): Promise<string[]> {
  const project = await projectFrom({ 'paper.md': text });
  const lines = text.split(/\r?\n/);
  return foldingRanges(project, `${ROOT}paper.md`).map(
    ({ startLine, endLine, kind }) =>
      `${kind}: ${lines[startLine] ?? ''} … ${lines[endLine] ?? ''}`,
  );
}

const PAPER = `---
title: A paper
warrant: true
---

# Findings

First.

## Trust {.step #s-trust}

[It grew]{.claim #c-a
  evidence="e-own"
  note="why"} and more.

::: {.evidence #e-own
     source="@kay"}
Words.

::: {.evidence #e-two}
Inner.
:::
:::

Setext
------

<!-- A comment
over lines -->

<div class="mechanism"
     id="m-a">

x

</div>

[Last]{.claim #c-b
  from=c-a}

# Discussion
One line.

<!-- one line -->

# Empty
`;

test('sections, divs, long attributes, the front matter and comments can be folded', async () => {
  expect(await folded(PAPER)).toEqual([
    'front-matter: --- … ---',
    'section: # Findings …   from=c-a}',
    'section: ## Trust {.step #s-trust} … :::',
    // What follows the attributes stays to be seen.
    'attributes: [It grew]{.claim #c-a …   evidence="e-own"',
    'div:      source="@kay"} … :::',
    'div: ::: {.evidence #e-two} … :::',
    'section: ------ …   from=c-a}',
    'comment: <!-- A comment … over lines -->',
    'div:      id="m-a"> … </div>',
    'attributes: [Last]{.claim #c-b …   from=c-a}',
    'section: # Discussion … <!-- one line -->',
  ]);
});

test('line ends do not matter', async () => {
  expect(await folded(PAPER.replaceAll('\n', '\r\n'))).toEqual(await folded(PAPER));
});

test('nothing can be folded in a file that takes no part', async () => {
  expect(await folded('# A\n\nText.\n\n::: {.step}\nHeat.\n:::\n')).toEqual([]);
});
