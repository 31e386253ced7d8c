/** A tagged text and the text that its author would have written without Warrant. */
export interface Pair {
  readonly what: string;
  readonly tagged: string;
  readonly untagged: string;
}

const table = '| a |\n|---|\n| b |\n';

/** Spans, nested and side by side with text. */
const spans: readonly Pair[] = [
  {
    what: 'a span inside a sentence joins its words with the punctuation after it',
    tagged: 'We find that [trust *outlived* it]{.claim #c-trust evidence="e-a @k"}.',
    untagged: 'We find that trust *outlived* it.',
  },
  {
    what: 'a span inside a word',
    tagged: 'dis[trust]{.construct #k-trust}ful',
    untagged: 'distrustful',
  },
  {
    what: 'nested spans',
    tagged:
      '[[Trust]{.construct #k} is [[low]{.construct} here]{.claim #c-a note=x}]{.claim #c-b}!',
    untagged: 'Trust is low here!',
  },
  {
    what: 'a span over several lines',
    tagged: 'So [trust\noutlived\nit]{.claim\n#c-trust note="two\nlines"}\nthen.',
    untagged: 'So trust\noutlived\nit\nthen.',
  },
  {
    what: 'an empty span between spaces',
    tagged: 'a []{.evidence #e-a} b',
    untagged: 'a b',
  },
  {
    what: 'HTML spans, and one that Pandoc reads with a prefix',
    tagged: 'A <span class="claim" id="c-a" data-note="n">b</span> c.',
    untagged: 'A b c.',
  },
  {
    what: 'citations inside a span, bracketed and in the text',
    tagged: '[Trust matters [see @k, p. 3; @l] and @m agrees]{.claim #c-a evidence="@k"}.',
    untagged: 'Trust matters [see @k, p. 3; @l] and @m agrees.',
  },
  {
    what: 'spans inside a citation, whose source Pandoc keeps as well',
    tagged:
      '[see [the [core]{.construct}]{.claim #c note="a b"} in @k, [p. 3]{.evidence loc=2 .x}; [a]{.y} @l]',
    untagged: '[see the core in @k, [p. 3]{.x}; [a]{.y} @l]',
  },
  {
    what: 'quotation marks, dashes and apostrophes around and inside a span',
    tagged: '"[They came---\'late\'---again]{.evidence #e-a loc="p. 3"}," the owner\'s son said.',
    untagged: "\"They came---'late'---again,\" the owner's son said.",
  },
  {
    what: 'a span that only says what it is another occurrence of',
    tagged: '[Trust]{ref=k-trust} and [trust]{.construct #k-2 data-ref="#k-trust"}, [x]{.claim}.',
    untagged: 'Trust and trust, x.',
  },
  {
    what: 'foreign classes and attributes stay, in order and with duplicates',
    tagged: '[x]{.big .claim #c .red title=t style="a:b" a=1 type=finding a=2 aria-label="l"}',
    untagged: '[x]{.big .red title=t style="a:b" a=1 a=2 aria-label="l"}',
  },
  {
    what: 'the language of the tagged words stays, its prefixed spelling goes',
    tagged: '[Ja]{.evidence #e lang=nl kind=interview} and [nee]{.evidence data-lang=nl}',
    untagged: '[Ja]{lang=nl} and nee',
  },
  {
    what: 'a footnote, and a span inside it',
    tagged: 'A[^n] b.^[Also [c]{.claim #c-c}.]\n\n[^n]: The [note]{.claim #c-n} says.',
    untagged: 'A[^n] b.^[Also c.]\n\n[^n]: The note says.',
  },
  {
    what: 'small capitals keep their kind class on a span of their own',
    tagged: '[x]{.smallcaps .claim #c-x note=n}',
    untagged: '[x]{.smallcaps}',
  },
  {
    what: 'a misspelt kind leaks no note, and keeps what may be foreign',
    tagged: '[a]{.claim} [b]{.clame note="secret" evidence=e level=2 kind=x}',
    untagged: 'a [b]{.clame level=2 kind=x}',
  },
];

/** Blocks: divs, headings, lists, quotations. */
const blocks: readonly Pair[] = [
  {
    what: 'the div of a table that Warrant has made becomes the table',
    tagged: `::: {.warrant-table table=proof-quotes made=1f2e3d4c}\n${table}\n: Quotes\n:::`,
    untagged: `${table}\n: Quotes`,
  },
  {
    what: 'the same, but with an id to which the text refers',
    tagged: `::: {.warrant-table #tbl-q table=sources made=0}\n${table}:::\n\n[a]{.claim}`,
    untagged: `::: {#tbl-q}\n${table}:::\n\na`,
  },
  {
    what: 'a div becomes its content',
    tagged: 'a\n\n::: {.evidence #e-a source=owner supports=c}\nb\n\n> c\n:::\n\nd',
    untagged: 'a\n\nb\n\n> c\n\nd',
  },
  {
    what: 'nested divs, of which one is foreign',
    tagged:
      ':::: {.mechanism #m}\n::: {.callout-note}\n[a]{.claim #c}\n:::\n\n::: step\nb\n:::\n::::',
    untagged: '::: {.callout-note}\na\n:::\n\nb',
  },
  {
    what: 'a div with foreign attributes stays with them',
    tagged: '::: {.evidence #e custom-style="Block" kind=interview width=3}\na\n\n[b]{.claim}\n:::',
    untagged: '::: {custom-style="Block" width=3}\na\n\nb\n:::',
  },
  {
    what: 'an HTML div on one line becomes a paragraph',
    tagged: 'a\n\n<div class="claim" id="c-a">b</div>\n\nc [d]{.claim}',
    untagged: 'a\n\nb\n\nc d',
  },
  {
    what: 'a heading gets its automatic id',
    tagged: '## Compulsory "compliance" & *more* {.step #s-comply of=m-shift n=1}\n\na',
    untagged: '## Compulsory "compliance" & *more*\n\na',
  },
  {
    what: 'headings of the same text, in any script',
    tagged:
      '# Über *Méthode* {.step #s-1 n=1}\n\n# Über Méthode {.step #s-2 n=2}\n\n# 2. 方法 {.step #s-3 n=3}',
    untagged: '# Über *Méthode*\n\n# Über Méthode\n\n# 2. 方法',
  },
  {
    what: 'a heading that has no letters',
    tagged: '# 1 {.step #s-1 n=1}',
    untagged: '# 1',
  },
  {
    what: 'a heading without an id, one with foreign classes, one underlined',
    tagged: '# A {.step n=1}\n\n# B {.step n=2 .unnumbered x=1}\n\nC {.step #c n=3}\n---\n\nd',
    untagged: '# A\n\n# B {.unnumbered x=1}\n\nC\n---\n\nd',
  },
  {
    what: 'a tagged heading with a span, a citation and a note in it',
    tagged: '# The [core]{.construct #k} of `x` in @k^[n] {.step #s n=1}',
    untagged: '# The core of `x` in @k^[n]',
  },
  {
    what: 'an item of a tight list',
    tagged: '- a\n- ::: {.evidence #e supports=c}\n  b\n  :::\n- [c]{.claim #c}',
    untagged: '- a\n- b\n- c',
  },
  {
    what: 'a loose list and a definition list',
    tagged:
      '1. a\n\n2. ::: {.evidence #e supports=c}\n   b\n   :::\n\n[t]{.construct #k}\n:   [d]{.claim}',
    untagged: '1. a\n\n2. b\n\nt\n:   d',
  },
];

/** Images, figures and tables. */
const floats: readonly Pair[] = [
  {
    what: 'an image in a line',
    tagged: 'An ![alt](x.png "Title"){.evidence #e-x supports=c width=50%} image.',
    untagged: 'An ![alt](x.png "Title"){width=50%} image.',
  },
  {
    what: 'a figure with a tagged caption loses the id that Pandoc moved to it',
    tagged: '![The [rate]{.construct #k}](r.png){.evidence #e-rate supports=c fig-align=left}',
    untagged: '![The rate](r.png){fig-align=left}',
  },
  {
    what: 'ids of cross-references stay',
    tagged: `![R](r.png){.evidence #fig-r supports=c}\n\n# H {.step #sec-h n=1}\n\n${table}\n: Q {#tbl-q .evidence kind=document}`,
    untagged: `![R](r.png){#fig-r}\n\n# H {#sec-h}\n\n${table}\n: Q {#tbl-q}`,
  },
  {
    what: 'a table with a span in its caption and in a cell',
    tagged: `| [a]{.claim} |\n|---|\n| b |\n\n: The [q]{.construct #k} {#e-q .evidence .striped note="a b" tbl-colwidths="[1,2]"}`,
    untagged: '| a |\n|---|\n| b |\n\n: The q {.striped tbl-colwidths="[1,2]"}',
  },
];

/** What refers to an element keeps its id, and the element with it. */
const references: readonly Pair[] = [
  {
    what: 'targets of links stay targets, also with an id beyond ASCII',
    tagged:
      '[a]{.claim #c-a} [b](#c-a) [c]{.claim #c-é} [d](#c-é)\n\n::: {.step #s}\ne\n:::\n\n[f](#s)',
    untagged: '[a]{#c-a} [b](#c-a) [c]{#c-é} [d](#c-é)\n\n::: {#s}\ne\n:::\n\n[f](#s)',
  },
  {
    what: 'a heading and a figure that a link names keep their ids',
    tagged: '# H {.step #s n=1}\n\n![R](r.png){.evidence #e-r}\n\n[h](#s), [r](#e-r)',
    untagged: '# H {#s}\n\n![R](r.png){#e-r}\n\n[h](#s), [r](#e-r)',
  },
  {
    what: 'raw LaTeX, raw HTML, cross-references and attributes refer as well',
    tagged:
      '---\ncrossref:\n  custom: [{key: dia, kind: float}]\n---\n\n[a]{.claim #c-tex} [b]{.claim #c-html} [c]{.claim #dia-x} [d]{.claim #c-aria}\n\nSee \\ref{c-tex}, <a href="#c-html">e</a>, @dia-x, [f]{aria-details="c-aria"}.',
    untagged:
      '---\ncrossref:\n  custom: [{key: dia, kind: float}]\n---\n\n[a]{#c-tex} [b]{#c-html} [c]{#dia-x} [d]{#c-aria}\n\nSee \\ref{c-tex}, <a href="#c-html">e</a>, @dia-x, [f]{aria-details="c-aria"}.',
  },
  {
    what: 'attributes of tags and citations do not refer',
    tagged:
      '[a]{.claim #c-a evidence=e-b} [b]{.evidence #e-b supports="#c-a"} [c]{.construct #k} @k',
    untagged: 'a b c @k',
  },
  {
    what: 'all ids stay where the document asks for it',
    tagged: '---\nwarrant-keep-ids: true\n---\n\n[a]{.claim #c-a note=n}\n\n# H {.step #s}',
    untagged: '[a]{#c-a}\n\n# H {#s}',
  },
];

/** Front matter. */
const metadata: readonly Pair[] = [
  {
    what: 'the configuration goes, the abstract loses its tags',
    tagged:
      '---\ntitle: The [core]{.construct ref=k}\nwarrant:\n  stage: draft\n  elements: {c-a: {note: secret}}\nabstract: |\n  We [find]{.claim ref=c-a}.\n\n  ::: {.claim #c-b}\n  More.\n  :::\n---\n\nText.',
    untagged: '---\ntitle: The core\nabstract: |\n  We find.\n\n  More.\n---\n\nText.',
  },
  {
    what: 'kinds and attributes of the project go as well',
    tagged:
      '---\nwarrant:\n  vocabulary:\n    kinds: {practice: {is: step}}\n    attributes: {claim: {novelty: {type: text}}}\n---\n\n[a]{.practice #p} [b]{.claim novelty=high} [c]{novelty=low}',
    untagged: 'a b [c]{novelty=low}',
  },
];

/** All pairs, by subject. */
export const pairs: Readonly<Record<string, readonly Pair[]>> = {
  spans,
  blocks,
  floats,
  references,
  metadata,
};
