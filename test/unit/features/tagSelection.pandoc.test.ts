import { describe, expect, it } from 'vitest';
import { tagSelection } from '../../../server/src/core/features/tagSelection';
import { KINDS } from '../../../server/src/core/model';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { pandoc } from '../../tools/pandoc';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';

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

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Pandoc's document without the span or div of an id; what it held stands in its place. */
function unwrap(node: Json, id: string): Json {
  if (isList(node)) {
    return node.flatMap((item): readonly Json[] => {
      const content = contentOf(item, id);
      return content ? (unwrap(content, id) as readonly Json[]) : [unwrap(item, id)];
    });
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, unwrap(value, id)]));
}

function contentOf(node: Json, id: string): Json | undefined {
  if (typeof node !== 'object' || node === null || isList(node)) return undefined;
  const { t, c } = node;
  if ((t !== 'Span' && t !== 'Div') || !c || !isList(c)) return undefined;
  const [attributes, content] = c;
  return attributes && isList(attributes) && attributes[0] === id ? content : undefined;
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}

/** A document as text in which it does not matter where a word, a list or a quotation mark was cut. */
function folded(document: Json): string {
  return JSON.stringify(document)
    .replaceAll('"Plain"', '"Para"')
    .replace(/\{"t":"(?:BulletList|Quoted)","c":\[(?:\{"t":"\w+Quote"\},)?/g, '')
    .replace(/"t":"Str"|"c":|"t":|[[\]{},"“”]/g, '');
}

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
    const read = async (text: string) =>
      (JSON.parse(await pandoc(text, { to: 'json' })) as { blocks: Json }).blocks;
    const before = folded(await read(PAPER));
    let tags = 0;
    for (const selection of selections()) {
      const kind = KINDS[tags % KINDS.length] ?? 'claim';
      const result = tagSelection(project, `${ROOT}paper.md`, selection, kind);
      if (!result.ok) continue;
      tags++;
      const text = applyEdits(PAPER, result.edits);
      const after = await read(text);
      expect(JSON.stringify(after), text).toContain(`["${result.id}",["${kind}"]`);
      expect(folded(unwrap(after, result.id)), text).toBe(before);
    }
    expect(tags).toBeGreaterThan(12);
  }, 60_000);
});
