import { expect, test } from 'vitest';
import { withoutTags } from '../../../../server/src/core/features/reading/withoutTags';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom } from '../../../tools/project';

async function clean(marked: string): Promise<string | undefined> {
  const { text, ranges } = readFixture(marked);
  const project = await projectFrom({ 'paper.md': text });
  return withoutTags(project, `${ROOT}paper.md`, ranges[0]);
}

test('a manuscript is what it was before it was tagged', async () => {
  const tagged = `---
title: T
---

# Findings {.step #s-a of=m}

So [it *grew*]{.claim #c-a evidence="e-own @kay"}, as [he says, ["mine"]{.evidence #e-own}]{.claim}.

::: {.evidence #e-b}
> A quotation [of *words*]{.construct #k} and [more]{.smallcaps}.
:::

![Rate](rate.png){width=50% .evidence #fig}
`;
  expect(await clean(tagged)).toBe(`---
title: T
---

# Findings

So it *grew*, as he says, "mine".

> A quotation of *words* and [more]{.smallcaps}.

![Rate](rate.png){width=50%}
`);
});

test.each([
  ['whole tags', 'A ⟦[b]{.claim} c [d]{.claim}⟧ e', 'b c d'],
  ['words of a tag', '[a ⟦b⟧ c]{.claim}', 'b'],
  ['the end of a tag', '[a ⟦b]{.claim #c} d⟧', 'b d'],
  ['the beginning of a tag', '⟦x [a⟧ b]{.claim}', 'x a'],
  ['nothing but markup', '[a]⟦{.claim}⟧', ''],
  ['lines of Windows', '⟦[a]{.claim}\r\n\r\nb⟧', 'a\r\n\r\nb'],
])('a selection of %s', async (_, text, expected) => {
  expect(await clean(text)).toBe(expected);
});

test('a file that takes no part is copied as it is', async () => {
  const text = '::: {.claim title="1"}\nLet n be even.\n:::\n';
  expect(await clean(text)).toBe(text);
});
