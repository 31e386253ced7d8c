import { describe, expect, it } from 'vitest';
import { tagSelection } from '../../../server/src/core/features/tagSelection';
import { KINDS } from '../../../server/src/core/model';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';
import { blocksOf, readingOf } from '../../tools/taggedReading';

const PAPER = `Trust *outlived **the** incentives* and [a link](http://x.org "t") here. Then "he
[the manager] signed" [@kay, p. 3]. Math $x+y$, \`code [x]\`, \\*escaped\\* &amp; [tagged *text*]{.x}.

Before a list.

- item one
- item two

  more of two

  - nested
- three

> quote one
> goes on
>
> - a quoted item

::: note
Inside one.

Inside two.
:::

| a | b |
|---|---|
| c *d* | e |

: Caption here

Term
:   Definition one
:   Definition two

A paragraph[^1] at the end.

[^1]: The note. More of it.
`;

/** Selections from one word to another, so many words apart, over the whole text. */
function* selections(): Generator<{ readonly start: number; readonly end: number }> {
  const words = [...PAPER.matchAll(/\S+/g)];
  for (const [index, length] of [1, 3, 8, 21].entries()) {
    for (let first = index; first + length < words.length; first += 23) {
      const last = words[first + length];
      yield { start: words[first]?.index ?? 0, end: last ? last.index + last[0].length : 0 };
    }
  }
}

describe('the real Pandoc', () => {
  it('sees the new tag, and everything else as before', async () => {
    const project = await projectFrom({
      'paper.md': PAPER,
      'warrant.yaml': 'manuscript: [paper.md]\n',
    });
    const before = readingOf(await blocksOf(PAPER));
    let tags = 0;
    for (const selection of selections()) {
      const kind = KINDS[tags % KINDS.length] ?? 'claim';
      const result = tagSelection(project, `${ROOT}paper.md`, selection, kind);
      if (!result.ok) continue;
      tags++;
      const text = applyEdits(PAPER, result.edits);
      const after = await blocksOf(text);
      expect(JSON.stringify(after), text).toContain(`["${result.id}",["${kind}"]`);
      expect(readingOf(after, { id: result.id, kind }), text).toBe(before);
    }
    expect(tags).toBeGreaterThan(12);
  }, 60_000);
});
