import { describe, expect, test } from 'vitest';
import { inProject, previewOf, Rendered, RELEASES } from './rendered';

describe.each([...RELEASES.keys()])('with markdown-it %s', (release) => {
  const rendered = (text: string) => new Rendered(text, previewOf(release, inProject({})));

  test.each([
    [
      'a span',
      '[Trust *outlived* it]{.claim #c}.',
      'Trust outlived it.',
      ['span claim#c: Trust outlived it'],
    ],
    [
      'attributes over several lines',
      'So [trust]{.claim\n #c type=finding\n label=P1}, then\nmore.',
      'So trust, then more.',
      ['span claim#c: trust'],
    ],
    [
      'attributes over several lines of a quotation in a list',
      '- a\n\n  > So [trust]{.claim\n  > #c} then\n  > more.',
      'a So trust then more.',
      ['span claim#c: trust'],
    ],
    [
      'a span in a span',
      '[Trust: ["yes"]{.evidence #e}]{.claim #c}',
      'Trust: "yes"',
      ['span claim#c: Trust: "yes"', 'span evidence#e: "yes"'],
    ],
    ['two spans side by side', '[a]{.claim}[b]{.claim}', 'ab', ['span claim: a', 'span claim: b']],
    ['an empty span', 'a []{.claim #c} b', 'a b', ['span claim#c: ']],
    ['a heading', '## Stage 1 {.step #s n=1}', 'Stage 1', ['span step#s: Stage 1']],
    ['a heading with closing marks', '## One ## {.step #s}', 'One', ['span step#s: One']],
    ['a heading with a line below', 'One {.step #s}\n===', 'One', ['span step#s: One']],
    [
      'a heading without words',
      '# {.step #s}\n\n[a]{.claim}',
      'a',
      ['span step#s: ', 'span claim: a'],
    ],
    ['a heading that is no tag', '# Works {#sec-w -}\n\n[a]{.claim}', 'Works a', ['span claim: a']],
    [
      'a div',
      '::: {.claim #c}\nOne.\n\nTwo.\n:::\n\nThree.',
      'One. Two. Three.',
      ['div claim#c: One. Two.'],
    ],
    [
      'a div that ends within a paragraph of Markdown',
      '::: {.claim #c}\nOne\n:::\nTwo',
      'One Two',
      ['div claim#c: One'],
    ],
    [
      'a div in a div, in a quotation',
      '> :::: {.claim #c}\n> a\n>\n> ::: {.evidence #e}\n> b\n> :::\n> ::::\n\nc',
      'a b c',
      ['div claim#c: a b', 'div evidence#e: b'],
    ],
    ['a div in a list', '- a\n\n  ::: {.claim #c}\n  b\n  :::\n- c', 'a b c', ['div claim#c: b']],
    [
      'a div that does not end',
      '- ::: {.claim #c}\n  a\n\nb [x]{.claim}',
      'a b x',
      ['div claim#c: a', 'span claim: x'],
    ],
    ['a div that ends the file', 'a\n\n::: {.claim #c}\nb', 'a b', ['div claim#c: b']],
    [
      'a div in HTML',
      'a\n\n<div class="claim" id="c">\n\nb\n\n</div>\n\nc',
      'a b c',
      ['div claim#c: b'],
    ],
    [
      'a div in HTML on one line',
      '<div class="claim" id="c">a</div>\n\nb',
      'a b',
      ['span claim#c: a'],
    ],
    ['a span in HTML', 'a <span class="claim" id="c">b</span> c', 'a b c', ['span claim#c: b']],
    [
      'an image',
      '![A *rate*](r.png){.evidence #e width=50%}',
      'A rate',
      ['span evidence#e: A rate'],
    ],
    ['an image that is no tag', '![A](r.png){width=50%} [a]{.claim}', 'A a', ['span claim: a']],
    ['a link', '[a](http://x.y){.evidence #e}', 'a', ['span evidence#e: a']],
    ['code', '`a`{.claim #c}', 'a', ['span claim#c: a']],
    [
      'a reference whose definition is tagged',
      '[a][r]\n\n[r]: http://x.y "t" {.evidence #e}',
      'a',
      ['span evidence#e: a'],
    ],
    [
      'a table in its caption, and its cells',
      '| a |\n|---|\n| [b]{.claim} |\n\n: All of them {#tbl-a .evidence}',
      'a b : All of them',
      ['span claim: b', 'span evidence#tbl-a: All of them'],
    ],
    [
      'a code block',
      '```{.python .evidence #e}\na\n```\n\n[b]{.claim}',
      'a b',
      ['div evidence#e: a', 'span claim: b'],
    ],
    ['emphasis that does not cross brackets', '*a [b* c]{.claim}', '*a b* c', ['span claim: b* c']],
    [
      'underscores at the brackets',
      '[_a_]{.claim} [_b c_]{.claim}',
      'a b c',
      ['span claim: a', 'span claim: b c'],
    ],
    [
      'a span over what are several blocks to markdown-it',
      'a [b\n- c]{.claim #c} d',
      'a b c d',
      ['span claim#c: b', 'span claim: c'],
    ],
    [
      'an address at the bracket',
      '[see http://x.y/z]{.claim} http://x.y/[a]{.claim}',
      'see http://x.y/z http://x.y/a',
      ['span claim: see http://x.y/z', 'span claim: a'],
    ],
    ['citations', '[a [@k, p. 3]]{.claim} @k', 'a [@k, p. 3] @k', ['span claim: a [@k, p. 3]']],
    [
      'a tag in HTML that markdown-it copies',
      '<div class="row">\n[a]{.claim #c} {.d}\n</div>\n',
      'a {.d}',
      ['span claim#c: a'],
    ],
  ])('shows %s', (_, text, words, tags) => {
    const page = rendered(`${text}\n`);
    expect(page.words).toBe(words);
    expect(page.tags).toEqual(tags);
  });

  test.each([
    ['a near miss', '[a]{claim} and [b] {.claim}'],
    ['code', '`[a]{.claim}` and `` b ``'],
    ['a code block', '    [a]{.claim}'],
    ['escaped brackets', '\\[a]{.claim}'],
    ['math', '$[a]{.claim}$'],
    ['a div that is none to Pandoc', '::: {.claim #c} x y\na'],
  ])('leaves %s as it is', (_, text) => {
    const before = rendered(`${text}\n`).words;
    const page = rendered(`${text}\n\n[z]{.claim}\n`);
    expect(page.words).toBe(`${before} z`);
    expect(page.tags).toEqual(['span claim: z']);
  });
});

test('a label says the kind in the words of the author, with the number in the paper', () => {
  const text = '[a]{.claim label=P1} [b]{.stage #s n=2a} [c]{.construct}';
  expect(new Rendered(text).labels).toEqual(['claim P1', 'stage 2a', 'construct']);
});

test('what attributes name is linked where it stands in the file', () => {
  const page = new Rendered(
    '[Trust]{.claim #c evidence="e @k e-far" from=#c2} ["yes"]{.evidence #e source=owner tests="c:hoop" supports=c} [x]{.claim #c2}',
  );
  expect(page.links).toEqual(['← e (#e)', '← @k', '← e-far', '← c2 (#c2)', '→ c (#c)']);
});

test('a tooltip says kind, type and id, what the attributes say, and what names the tag', () => {
  const page = new Rendered(
    [
      '[Trust outlived it]{.claim #c type=proposition qualifier=probable evidence=e}',
      '["We never read it"]{.evidence #e kind=interview supports=c}',
      '[so]{.claim #c2 from=c}',
    ].join('\n\n'),
  );
  expect(page.tooltip('c')?.split('\n')).toEqual([
    'Claim · proposition · #c',
    'qualifier: probable',
    'evidence: #e “We never read it”',
    'supported by: #e “We never read it”',
    'premise of: #c2 “so”',
  ]);
  expect(page.tooltip('e')?.split('\n')).toEqual([
    'Evidence · interview · #e',
    'supports: #c “Trust outlived it”',
    'evidence for: #c “Trust outlived it”',
  ]);
});

test('evidence says in what it stands, and a div says so at its label', () => {
  const page = new Rendered('::: {.claim #c}\nTrust ["yes"]{.evidence #e}\n:::\n');
  expect(page.tooltip('e')).toBe('Evidence · #e\nin: #c “Trust “yes””');
  expect(page.tooltip('c')).toBe('Claim · finding · #c\nholds: #e “yes”');
  expect(page.all('warrant')[0]?.attributes['title']).toBeUndefined();
});

test('links in the text say where they lead, and keep a title of their own', () => {
  const md = previewOf();
  const html = md.render('[a](#c) [b](#c "mine") [c](#d) [Trust]{.claim #c}', {});
  expect(html).toContain('<a href="#c" title="#c “Trust”">a</a>');
  expect(html).toContain('<a href="#c" title="mine">b</a>');
  expect(html).toContain('<a href="#d">c</a>');
});

test('no link stands in a link', () => {
  const page = new Rendered('[a [b]{.claim evidence=e}](http://x.y) ["e"]{.evidence #e}');
  expect(page.links).toEqual([]);
  expect(page.tags).toEqual(['span claim: b', 'span evidence#e: "e"']);
});

test('what authors write cannot become HTML', () => {
  const text = '[a]{.claim #c scope="<b>&quot;" label="<i>"} [x]{.claim evidence="<u>"}';
  const html = previewOf().render(text, {});
  expect(html).not.toMatch(/<[biu]>/);
  expect(new Rendered(text).labels[0]).toBe('claim <i>');
});

test('an id is the anchor of the element, of tags and of what is none', () => {
  const html = previewOf().render('# W {#sec-w -}\n\n[a]{#x .mark} [b]{.claim #y}', {});
  expect(html).toContain('<h1><span id="sec-w">W</span></h1>');
  expect(html).toContain('<span id="x">a</span>');
  expect(html).toContain('id="y"');
});

test('the kinds that a project adds are shown as what they are', () => {
  const kinds = { hunch: { is: 'claim', defaults: { type: 'proposition' } } } as const;
  const page = new Rendered('[a]{.hunch #h}', previewOf('14', inProject({ kinds })));
  expect(page.labels).toEqual(['hunch']);
  expect(page.tooltip('h')).toBe('Hunch · proposition · #h');
});

test('a manuscript that is edited is shown as it stands', () => {
  const md = previewOf();
  const paragraphs = Array.from(
    { length: 40 },
    (_, i) => `[Word ${i}]{.claim #c-${i} evidence=c-${i + 1}}`,
  );
  new Rendered(paragraphs.join('\n\n'), md);
  paragraphs[7] = '[Other]{.evidence #c-7}\n\n::: {.claim #d}';
  paragraphs.splice(20, 1);
  const text = paragraphs.join('\n\n');
  expect(new Rendered(text, md)).toEqual(new Rendered(text));
});
