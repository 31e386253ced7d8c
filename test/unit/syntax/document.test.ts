import { describe, expect, it } from 'vitest';
import { parse, plainText, visibleText } from '../../../server/src/core/syntax';
import { cut } from './marked';

describe('citations', () => {
  it('know their key, their place and their group', () => {
    const document = parse('As @a [p. 3; see @b] and -@c and [@d; -@e].');
    const seen = document.citations.map(({ key, range, groupRange }) => [
      key,
      cut(document, range),
      cut(document, groupRange),
    ]);
    expect(seen).toEqual([
      ['a', '@a', undefined],
      ['b', '@b', '[p. 3; see @b]'],
      ['c', '-@c', undefined],
      ['d', '@d', '[@d; -@e]'],
      ['e', '-@e', '[@d; -@e]'],
    ]);
  });

  it('are no references to examples', () => {
    const document = parse('(@good) An example.\n\nAs (@good) and @good show, @other.\n');
    expect(document.citations.map(({ key }) => key)).toEqual(['other']);
    expect(document.labels).toMatchObject([{ id: 'good', kind: 'example' }]);
  });
});

describe('headings', () => {
  it('have sections that end with the next heading of their level', () => {
    const document = parse('# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n');
    const sections = document.headings.map(({ id, sectionRange }) => [
      id,
      cut(document, sectionRange),
    ]);
    expect(sections).toEqual([
      ['a', '# A\n\na\n\n## B\n\nb\n\n'],
      ['b', '## B\n\nb\n\n'],
      ['c', '# C\n\nc\n'],
    ]);
  });

  it('have sections that end with their div', () => {
    const document = parse('# A\n\n::: {.x}\n## B\n\nb\n:::\n\nrest\n');
    expect(document.headings.map(({ sectionRange }) => cut(document, sectionRange))).toEqual([
      '# A\n\n::: {.x}\n## B\n\nb\n:::\n\nrest\n',
      '## B\n\nb\n',
    ]);
  });

  it('tell a written identifier from an automatic one', () => {
    const document = parse('# A title\n\n# Other {#o}\n\n# A title\n');
    expect(document.headings.map(({ id, text }) => [id, text])).toEqual([
      ['a-title', 'A title'],
      ['o', 'Other'],
      ['a-title-1', 'A title'],
    ]);
    expect(document.elements.map(({ automaticId }) => automaticId)).toEqual([
      'a-title',
      undefined,
      'a-title-1',
    ]);
  });
});

describe('links to identifiers', () => {
  it('are found inline and by reference, with the place of the identifier', () => {
    const document = parse('[see](#c-a) and [there][r] and [out](http://x)\n\n[r]: #c-b\n');
    expect(
      document.links.map(({ target, targetRange }) => [target, cut(document, targetRange)]),
    ).toEqual([
      ['c-a', 'c-a'],
      ['c-b', 'c-b'],
    ]);
  });
});

describe('labels', () => {
  it.each([
    ['```{r fig-x, echo=FALSE}\n1\n```', 'fig-x'],
    ['```{r, label="fig-y"}\n1\n```', 'fig-y'],
    ['```{python}\n#| label: fig-z\n#| echo: false\n1\n```', 'fig-z'],
    ["```{ojs}\n//| label: 'fig-o'\n1\n```", 'fig-o'],
  ])('are read from the cell %j', (text, id) => {
    const document = parse(text);
    expect(
      document.labels.map((label) => [label.kind, label.id, cut(document, label.range)]),
    ).toEqual([['cell', id, id]]);
  });

  it('are no options of a cell', () => {
    expect(parse('```{r, echo=FALSE}\nlabel = 1\n```').labels).toEqual([]);
  });

  it('are read from equations', () => {
    const document = parse('$$ y = x $$ {#eq-model}\n');
    expect(document.labels.map(({ kind, range }) => [kind, cut(document, range)])).toEqual([
      ['equation', 'eq-model'],
    ]);
  });
});

describe('cells', () => {
  it('hide what stands in them, also across blank lines', () => {
    const document = parse('```{r}\n[x]{.c}\n\n# H\n\n@k\n```\n\n[y]{.d}\n');
    expect(document.elements.map(({ classes }) => classes[0]?.name)).toEqual(['d']);
    expect(document.citations).toEqual([]);
  });
});

describe('comments', () => {
  it('are found in the text and in YAML, not in code', () => {
    const document = parse(
      '---\na: b # one\n# two\nc: "# no"\n---\n\n<!-- three -->\n\nx <!-- four --> `<!-- no -->`\n',
    );
    expect(document.comments.map(({ text, place }) => [text, place])).toEqual([
      [' one', 'yaml'],
      [' two', 'yaml'],
      [' three ', 'text'],
      [' four ', 'text'],
    ]);
  });
});

describe('includes', () => {
  it('are found with the place of their path', () => {
    const document = parse(
      'a {{< include part.qmd >}}\n\n```{r, child="x.Rmd"}\n```\n\n```{r}\n#| child: y.Rmd\n```\n\n`{{< include no.qmd >}}`\n',
    );
    expect(
      document.includes.map(({ path, pathRange }) => [path, cut(document, pathRange)]),
    ).toEqual([
      ['part.qmd', 'part.qmd'],
      ['x.Rmd', 'x.Rmd'],
      ['y.Rmd', 'y.Rmd'],
    ]);
  });
});

describe('front matter', () => {
  it('has the place of its YAML', () => {
    const document = parse('---\ntitle: A\n---\n\ntext\n');
    expect(cut(document, document.frontMatter?.range)).toBe('---\ntitle: A\n---');
    expect(cut(document, document.frontMatter?.contentRange)).toBe('title: A\n');
  });

  it('is absent where the file begins with a rule', () => {
    expect(parse('---\n\ntitle: A\n\n---\n').frontMatter).toBeUndefined();
    expect(parse('text\n\n---\na: b\n---\n').frontMatter).toBeUndefined();
  });
});

describe('attributes that failed', () => {
  const seen = (text: string): unknown[] => {
    const document = parse(text);
    return document.failedAttributes.map(({ reason, carrier, range, bracketRange, faultRange }) => [
      reason,
      carrier,
      cut(document, range),
      cut(document, bracketRange),
      cut(document, faultRange),
    ]);
  };

  it.each([
    ['[x]{claim}', ['bare-word', 'span', '{claim}', '[x]', 'claim']],
    ['[x]{.claim, #c}', ['comma', 'span', '{.claim, #c}', '[x]', ',']],
    ['[x]{.claim foo}', ['bare-word', 'span', '{.claim foo}', '[x]', 'foo']],
    ['[x]{.c k = "y"}', ['space-around-equals', 'span', '{.c k = "y"}', '[x]', ' = ']],
    ['[x]{.c k= "y"}', ['space-around-equals', 'span', '{.c k= "y"}', '[x]', '= ']],
    ['[x]{.c k="a\n\nb"}', ['unclosed', 'span', '{.c k="a', '[x]', '{']],
    ['[x] {.c}', ['space-before', 'span', '{.c}', '[x]', ' ']],
    ['[x]\n{.c}', ['line-break-before', 'span', '{.c}', '[x]', '\n']],
    ['[x]{.c', ['unclosed', 'span', '{.c', '[x]', '{']],
    ['# H {claim}', ['bare-word', 'heading', '{claim}', undefined, 'claim']],
    ['::: {claim}\nx\n:::', ['bare-word', 'div', '{claim}', undefined, 'claim']],
    ['::: note {.c}\nx\n:::', ['bare-word', 'div', '{.c}', undefined, 'note ']],
  ])('%j', (text, expected) => {
    expect(seen(text)).toEqual([expected]);
  });

  it('are seen in a cell that a bar cuts', () => {
    const text = '| a | b |\n|---|---|\n| [x]{.c k="1|2"} | d |\n';
    expect(seen(text)).toEqual([['pipe', 'span', '{.c k="1|2"}', '[x]', '|']]);
  });

  it.each([
    '[x](u) {.c}',
    '[x]{=html}',
    '[x]{{< meta a >}}',
    '`x` {.c}',
    'a {b} c',
    '# H',
    '::: {.c}\n:::',
  ])('are not seen in %j', (text) => {
    expect(parse(text).failedAttributes).toEqual([]);
  });
});

describe('visible text', () => {
  it('leaves out markup, code, math, comments, attributes and citations', () => {
    const text =
      'The *[market](u) [made]{.c}* `code` $m$ <!-- c -->sense\nto **us** [@k, p. 3].^[A note.]';
    const document = parse(text);
    const seen = visibleText(document, { start: 0, end: text.length });
    expect(seen.text).toBe('The market made sense to us .');
    expect(seen.offsets).toHaveLength(seen.text.length + 1);
    for (const word of ['The', 'market', 'made', 'sense', 'to', 'us']) {
      const offset = seen.offsets[seen.text.indexOf(word)] ?? -1;
      expect(text.slice(offset, offset + word.length)).toBe(word);
    }
  });

  it('can be asked for a part', () => {
    const text = 'One *two* three four.';
    const start = text.indexOf('two');
    expect(visibleText(parse(text), { start, end: start + 10 }).text).toBe('two three');
  });

  it('gives the text of a note where the range lies in it', () => {
    const text = 'x[^1]\n\n[^1]: In the *note*.\n';
    const start = text.indexOf('In the');
    expect(visibleText(parse(text), { start, end: text.length - 1 }).text).toBe('In the note.');
  });

  it('is that of an element in an inline note, and none of an element that has but a note', () => {
    const inside = parse('Text^[A note [base *is* here]{.claim #c-a}] and.');
    const around = parse('Text [ ^[a note]]{.claim #c-a} and.');
    const textOf = (document: ReturnType<typeof parse>): string[] =>
      document.elements.map(({ contentRange }) => visibleText(document, contentRange).text);
    expect(textOf(inside)).toEqual(['base is here']);
    expect(textOf(around)).toEqual(['']);
  });

  it('keeps the offsets of a quote', () => {
    const text = '> one\n> *two*\n';
    const seen = visibleText(parse(text), { start: 0, end: text.length });
    expect(seen.text).toBe('one two');
    expect(seen.offsets[4]).toBe(text.indexOf('two'));
  });
});

describe('plain text', () => {
  it('is that of Pandoc, white space folded', () => {
    const document = parse('[a  *b*\n`c  d` "e" $x$ [f](u)^[g] &amp; -- h]{.c}');
    const [element] = document.elements;
    expect(element && plainText(document, element)).toBe('a b c d “e” x f & – h');
  });

  it('of a div joins its blocks', () => {
    const document = parse('::: {.d}\n# H\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n:::\n');
    const [element] = document.elements;
    expect(element && plainText(document, element)).toBe('H a b c d e f');
  });
});
