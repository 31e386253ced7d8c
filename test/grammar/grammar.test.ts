import textmate from 'vscode-textmate';
import { describe, expect, it } from 'vitest';
import { injectionGrammars } from '../../scripts/grammar';
import { drawings, misplacedScopes } from './carets';
import { manuscriptGrammar, scopesOf } from './tokenizer';

const markdown = await manuscriptGrammar('text.html.markdown');

describe.each(['attributes', 'spans', 'headings', 'divs', 'images', 'captions', 'opaque'])(
  '%s',
  (name) => {
    it.each(drawings(name))('$title', ({ drawn }) => {
      expect(misplacedScopes(markdown, drawn)).toEqual([]);
    });
  },
);

describe('the grammars that ours are injected into', () => {
  it.each(['text.html.markdown', 'text.html.quarto', 'text.html.markdown.rmarkdown'])(
    '%s has the same colours as the others',
    async (scopeName) => {
      const grammar = await manuscriptGrammar(scopeName);
      for (const { drawn } of drawings('hosts')) {
        expect(misplacedScopes(grammar, drawn)).toEqual([]);
      }
    },
  );
});

describe('a text without tags', () => {
  it('has the scopes that it has without Warrant', async () => {
    const text = `---
title: x
---

# H {.x}

A [b]{.c} *d* [e](f){.g} [h][i] [^j] ![k](l){width=1} \`m\` $n$ {o}.

::: {.callout-note title="p"}
- q

  > r
:::

| a | b |
|---|---|
| 1 | 2 |

: Caption {#tbl-a}`;
    const bare = await manuscriptGrammar('text.html.markdown', { injects: false });
    expect(scopesOf(markdown, text)).toEqual(scopesOf(bare, text));
  });
});

describe('a long line is coloured in time', () => {
  it.each([
    ['a span of 10,000 characters', `[${'word '.repeat(2000)}]{.claim #c}`],
    ['10,000 nested brackets', `${'['.repeat(5000)}x${']'.repeat(5000)}{.claim}`],
    ['attributes without an end', `[x]{${'.a k="b" '.repeat(1500)}`],
    ['tags without an end', '[x]{.claim a="'.repeat(1000)],
  ])('%s', (_what, line) => {
    const { stoppedEarly } = markdown.tokenizeLine(line, textmate.INITIAL, 5000);
    expect(stoppedEarly).toBe(false);
  });
});

describe('the files in syntaxes/ (update with `npx vitest run test/grammar -u`)', () => {
  it.each(injectionGrammars.map(({ grammar }) => [grammar.scopeName, grammar] as const))(
    'hold the grammar %s',
    async (scopeName, grammar) => {
      const json = `${JSON.stringify(grammar, null, 2)}\n`;
      await expect(json).toMatchFileSnapshot(`../../syntaxes/${scopeName}.tmLanguage.json`);
    },
  );
});
