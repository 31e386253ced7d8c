import { describe, expect, it } from 'vitest';
import {
  prepareRename,
  renameAt,
  type Refusal,
  type Renaming,
} from '../../../server/src/core/features/renaming/rename';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';
import { atCaret, draw, wordsAt, type AtCaret } from './caret';

const CONFIG = `# The manuscript of the study.
manuscript: [paper.md, discussion.md]   # in this order
sources:
  - {id: owner, kind: interview}  # the owner
  - {ids: i01..i03, kind: interview}
  - ids: [north, south]
elements:
  c-trust: {type: finding, evidence: [e-own, "#e-two"], cites: [kay]}   # the first
  "#c-old": {is: claim, quote: words here, from: c-trust}
  m-path:
    is: mechanism
    trigger: "#c-trust; something else"
    outcome: >-
      #c-trust
      #c-old
`;

function after({ files }: AtCaret, result: Renaming | Refusal): Files {
  if (!result.ok) throw new Error(result.message);
  const changed = [...result.changes].map(([uri, edits]): [string, string] => {
    const path = uri.slice(ROOT.length);
    return [path, applyEdits(files[path] ?? '', edits)];
  });
  return { ...files, ...Object.fromEntries(changed) };
}

/** The files after the renaming; only those that have changed. */
async function rename(marked: string | Files, to: string): Promise<Files> {
  const at = await atCaret(marked);
  const renamed = after(at, renameAt(at.project, at.uri, at.offset, to));
  return Object.fromEntries(
    Object.entries(renamed).filter(([path, text]) => text !== at.files[path]),
  );
}

async function refusal(marked: string | Files, to = 'c-new'): Promise<string> {
  const at = await atCaret(marked);
  const result = renameAt(at.project, at.uri, at.offset, to);
  if (result.ok) throw new Error(`renamed: ${JSON.stringify([...result.changes])}`);
  return result.message;
}

async function prepared(marked: string | Files) {
  const at = await atCaret(marked);
  const result = prepareRename(at.project, at.uri, at.offset);
  if (!result.ok) return result.message;
  return { words: wordsAt(at, result.range), placeholder: result.placeholder };
}

describe('preparing to rename', () => {
  it.each([
    ['[Trust]{.claim #c-tr‸ust}', 'c-trust'],
    ['[Trust]{.claim ‸#c-trust}', 'c-trust'],
    ['[Trust]{.claim #c-trust‸}', 'c-trust'],
    ['<span class="claim" id="c-‸trust">x</span>', 'c-trust'],
    ['[a]{.claim #c-trust} [b]{.claim from="c-x, #c-t‸rust"}', 'c-trust'],
    ['[a]{.claim #c-trust} ["b"]{.evidence tests="c-tru‸st:hoop:pass"}', 'c-trust'],
    ['[a]{.claim #c:a.b} ["b"]{.evidence tests=c:a‸.b:hoop}', 'c:a.b'],
    ['[a]{.claim #c-trust} [b]{.claim ref=c-tru‸st}', 'c-trust'],
    ['[a]{.claim #c-trust}, [see](#c-tr‸ust).', 'c-trust'],
    ['[a]{.claim #c-trust}, [see][t].\n\n[t]: #c-tr‸ust\n', 'c-trust'],
    ['![R](r.png){#fig-rate .evidence supports=c-a}\n\nSee @fig-r‸ate.', 'fig-rate'],
    ['![R](r.png){#fig-rate .evidence supports=c-a}\n\nSee [-@fig-r‸ate].', 'fig-rate'],
    ['[a]{.claim #c-a}\n\n# Findings {#f‸indings}\n', 'findings'],
    [
      '---\nwarrant:\n  elements:\n    c-tr‸ust: {type: finding}\n---\n\n[a]{.claim #c-trust}',
      'c-trust',
    ],
    ['---\nwarrant:\n  sources: [{id: ow‸ner}]\n---\n\n["a"]{.evidence source=owner}', 'owner'],
  ])('%s', async (marked, id) => {
    expect(await prepared(marked)).toEqual({ words: id, placeholder: id });
  });

  it.each([
    ['Plain te‸xt. [a]{.claim #c-a}', 'There is no id here'],
    ['[Some wo‸rds]{.claim #c-a}', 'Put the cursor on the id c-a'],
    ['[Some wo‸rds]{.claim}', 'This claim has no id'],
    ['[Trust]{.construct #k-trust def=d}: tru‸st.', 'Put the cursor on the id k-trust'],
    ['As @ka‸y says. [a]{.claim #c-a}', '@kay is a key of the bibliography; rename it there'],
    ['[a]{.claim from=c-‸x}', 'Nothing in the manuscript has the id c-x'],
    ['[a]{.claim #c-a}\n\n# The c‸ore\n', 'made from the words of a heading in paper.md:3'],
    ['[a]{.claim #c-a}\n\n# The core\n\n[x](#the-co‸re)\n', 'made from the words of a heading'],
    ['[a]{.claim #c-a} and `evidence=c-‸a`', 'There is no id here'],
    ['[a]{.claim #c-a}\n\n```\n[b]{.claim from=c-‸a}\n```\n', 'There is no id here'],
    ['[a]{.claim #c-a} and \\[b\\]{.claim from=c-‸a}', 'There is no id here'],
    ['[a]{.claim #c-a}\n\n<!-- [b](#c-‸a) -->\n', 'There is no id here'],
    ['::: {.claim #c-‸a}\nx\n:::\n', 'This file takes no part'],
    [
      '[a]{.claim evidence=fig-cell}\n\n```{r}\n#| label: fig-ce‸ll\n1\n```\n',
      'is the label of a code cell in paper.md',
    ],
    [
      '---\nwarrant:\n  sources: [{ids: i01..i03}]\n---\n\n["a"]{.evidence source=i0‸2}',
      'declare it by itself',
    ],
  ])('is refused at %s', async (marked, message) => {
    expect(await prepared(marked)).toContain(message);
  });
});

describe('renaming', () => {
  it('reaches tags, references, links, citations and both kinds of configuration', async () => {
    const files = {
      'warrant.yaml': CONFIG,
      'paper.md':
        '---\nwarrant:\n  elements:\n    # why\n    e-own: {supports: c-trust}\n---\n\n' +
        '[Trust outlived]{.claim #c-tr‸ust evidence=e-own}, `c-trust`, [again]{.claim ref="c-trust"}.\n\n' +
        '<div class="evidence" id="e-two" data-supports="c-trust c-trust-2">\n\nx\n\n</div>\n',
      'discussion.md':
        'See [there](#c-trust), [here][r], [over there](paper.md#c-trust) and [outside](other.md#c-trust).\n' +
        'Some words here. ["q"]{.evidence tests="c-trust:hoop:pass c-old:straw"}\n' +
        'c-trust \\[x\\](#c-trust) `[x](paper.md#c-trust)`\n\n[r]: #c-trust "Title"\n',
    };
    expect(await rename(files, 'c-faith')).toEqual({
      'warrant.yaml': CONFIG.replaceAll('c-trust', 'c-faith'),
      'paper.md': files['paper.md']
        .replace('‸', '')
        .replace('supports: c-trust', 'supports: c-faith')
        .replace('#c-trust', '#c-faith')
        .replace('ref="c-trust"', 'ref="c-faith"')
        .replace('"c-trust c-trust-2"', '"c-faith c-trust-2"'),
      'discussion.md': files['discussion.md']
        .replace('[there](#c-trust)', '[there](#c-faith)')
        .replace('](paper.md#c-trust) and', '](paper.md#c-faith) and')
        .replace('c-trust:hoop', 'c-faith:hoop')
        .replace('[r]: #c-trust', '[r]: #c-faith'),
    });
  });

  it('reaches links in raw HTML, and leaves those in code and to other pages alone', async () => {
    const discussion =
      'See <a class="x" href="paper.md#c-trust">it</a>, <a href=paper.html#c-trust>it</a> and <a href="#c-two">so</a>.\n' +
      '`<a href="paper.md#c-trust">` <a href="other.html#c-trust">no</a> <!-- <a href="paper.md#c-trust"> -->\n\n' +
      '```html\n<a href="paper.md#c-trust">it</a>\n```\n\n[B]{.claim #c-two}\n';
    const files = {
      'warrant.yaml': 'manuscript: [paper.md, discussion.md]\n',
      'paper.md': 'Here <a href="#c-trust">up</a> [Trust]{.claim #c-tr‸ust}.\n',
      'discussion.md': discussion,
    };
    expect(await rename(files, 'c-faith')).toEqual({
      'paper.md': 'Here <a href="#c-faith">up</a> [Trust]{.claim #c-faith}.\n',
      'discussion.md': discussion
        .replace('paper.md#c-trust', 'paper.md#c-faith')
        .replace('paper.html#c-trust', 'paper.html#c-faith'),
    });
  });

  it('works from any place where the id stands', async () => {
    const paper = '[Trust outlived]{.claim #c-trust evidence=e-own}\n';
    const discussion = 'As [said](#c-trust). ["q"]{.evidence tests=c-trust:hoop}\n';
    const expected = {
      'warrant.yaml': CONFIG.replaceAll('c-trust', 'c-new'),
      'paper.md': paper.replace('c-trust', 'c-new'),
      'discussion.md': discussion.replaceAll('c-trust', 'c-new'),
    };
    const files = { 'warrant.yaml': CONFIG, 'paper.md': paper, 'discussion.md': discussion };
    for (const [path, marked] of [
      ['paper.md', paper.replace('c-trust', 'c-tr‸ust')],
      ['discussion.md', discussion.replace('c-trust', 'c-tr‸ust')],
      ['discussion.md', discussion.replace('c-trust:', 'c-tr‸ust:')],
      ['warrant.yaml', CONFIG.replace('c-trust', 'c-tr‸ust')],
      ['warrant.yaml', CONFIG.replace('from: c-trust', 'from: c-tr‸ust')],
      ['warrant.yaml', CONFIG.replace('"#c-trust', '"#c-tr‸ust')],
    ] as const) {
      expect(await rename({ ...files, [path]: marked }, 'c-new'), marked).toEqual(expected);
    }
  });

  it('renames a source, and not the claim of the same name', async () => {
    const files = {
      'warrant.yaml': CONFIG.replace('id: owner', 'id: ow‸ner'),
      'paper.md': '[a]{.claim #owner} ["b"]{.evidence source="owner @kay" supports=owner}\n',
      'discussion.md': '[see](#owner)\n',
    };
    expect(await rename(files, 'boss')).toEqual({
      'warrant.yaml': CONFIG.replace('id: owner', 'id: boss'),
      'paper.md': '[a]{.claim #owner} ["b"]{.evidence source="boss @kay" supports=owner}\n',
    });
    const claim = {
      ...files,
      'warrant.yaml': CONFIG,
      'paper.md': files['paper.md'].replace('#owner', '#ow‸ner'),
    };
    expect(await rename(claim, 'c-own')).toEqual({
      'paper.md': '[a]{.claim #c-own} ["b"]{.evidence source="owner @kay" supports=c-own}\n',
      'discussion.md': '[see](#c-own)\n',
    });
  });

  it('renames one of the sources that are listed together', async () => {
    const files = {
      'warrant.yaml': CONFIG,
      'paper.md': '["b"]{.evidence source=so‸uth}\n',
      'discussion.md': '',
    };
    expect(await rename(files, 'east')).toEqual({
      'warrant.yaml': CONFIG.replace('south', 'east'),
      'paper.md': '["b"]{.evidence source=east}\n',
    });
  });

  it('keeps the prefix of a figure, and follows its citations', async () => {
    const text =
      '![Rate](r.png){#fig-rate .evidence supports=c-a}\n\n[A]{.claim #c-a}. See @fig-rate, [-@fig-rate], @{fig-rate} and @fig-rates.\n';
    const marked = text.replace('#fig-rate', '#fig-r‸ate');
    expect(await rename(marked, 'fig-incidents')).toEqual({
      'paper.md': text.replace(/fig-rate\b/g, 'fig-incidents'),
    });
    expect(await refusal(marked, 'e-rate')).toContain('@fig-rate is cited as a cross-reference');
    expect(await refusal(marked, 'tbl-rate')).toContain('must go on to begin with fig-');
  });

  it.each([
    ['![R](r.png){#e-r‸ate .evidence}', 'fig-rate', '![R](r.png){#fig-rate .evidence}'],
    [
      '| a |\n|---|\n| b |\n\n: Q {#e-r‸ate .evidence}',
      'tbl-rate',
      '| a |\n|---|\n| b |\n\n: Q {#tbl-rate .evidence}',
    ],
    ['# H {#m-h‸ow .mechanism}', 'sec-how', '# H {#sec-how .mechanism}'],
  ])('lets figures, tables and sections be cross-references: %s', async (marked, to, expected) => {
    const claim = '\n\n[A]{.claim #c-a evidence=ID}\n';
    const from = /#([\w-]+)/.exec(marked.replace('‸', ''))?.[1] ?? '';
    expect(await rename(marked + claim.replace('ID', from), to)).toEqual({
      'paper.md': expected + claim.replace('ID', to),
    });
    expect(await refusal(marked + claim.replace('ID', from), 'thm-rate')).toContain(
      'cross-references of Quarto',
    );
  });

  it('takes away a prefix that is not meant', async () => {
    expect(await rename('[a]{.claim #pr‸p-a} [b]{.claim from=prp-a} [x](#prp-a)', 'c-a')).toEqual({
      'paper.md': '[a]{.claim #c-a} [b]{.claim from=c-a} [x](#c-a)',
    });
  });

  it('leaves the same id of another file alone, where neither is tagged', async () => {
    const config = 'manuscript: [one.md, two.md]\n';
    const one = '# A {#refs}\n\n[a](#refs) [b](two.md#refs) [c]{.claim #c-a}\n';
    const two = '# B {#refs}\n\n[a](#refs) [b](one.md#refs)\n';
    const files = {
      'warrant.yaml': config,
      'one.md': one.replace('#refs', '#re‸fs'),
      'two.md': two,
    };
    expect(await rename(files, 'works')).toEqual({
      'one.md': '# A {#works}\n\n[a](#works) [b](two.md#refs) [c]{.claim #c-a}\n',
      'two.md': two.replace('one.md#refs', 'one.md#works'),
    });
  });

  it('reaches values that run over lines, with any line ends', async () => {
    const text =
      '> [a]{.claim #c-a\r\n> evidence="e-one\r\n>   e-two,\r\n>   e-one-b" note="e-one"} and ["x"]{.evidence #e-one}\r\n';
    expect(await rename(text.replace('#e-one', '#e-‸one'), 'e-uno')).toEqual({
      'paper.md': text.replace('"e-one\r', '"e-uno\r').replace('#e-one}', '#e-uno}'),
    });
  });

  it('changes nothing where the id stays', async () => {
    expect(await rename('[a]{.claim #c-‸a} [x](#c-a)', '#c-a')).toEqual({});
  });

  it.each([
    ['c new', 'holds no blanks'],
    ['', 'at least one letter'],
    ['1c', 'begins with a letter'],
    ['c-', 'ends with a letter or a digit'],
    ['c{a}', 'consists of letters'],
    ['no', 'YAML reads “no”'],
    ['c-b', 'is taken by the claim in paper.md:1'],
    ['findings', 'is taken by the heading in paper.md:3'],
    ['fig-a', 'cross-references of Quarto'],
    ['fig:a', 'cross-references of pandoc-crossref'],
  ])('refuses “%s”', async (to, message) => {
    expect(await refusal('[a]{.claim #c-‸a} [b]{.claim #c-b}\n\n# Findings\n', to)).toContain(
      message,
    );
  });

  it('renames nothing where one place could not follow', async () => {
    expect(await refusal('[a]{.claim #c-‸a}\n\n[b]{.claim from="c&#45;a"}\n')).toContain(
      'paper.md:3 names c-a in a way that cannot be edited',
    );
  });

  it('reaches the manuscripts that share a registry', async () => {
    const files = {
      'warrant.yaml': 'sources: [{id: owner}]\n',
      'one.md': '["a"]{.evidence source=ow‸ner}',
      'two.md': '["b"]{.evidence source=owner}',
    };
    const at = await atCaret(files);
    const two = await projectFrom(at.files, 'two.md');
    const result = renameAt(at.project, at.uri, at.offset, 'boss', [two]);
    expect(after(at, result)).toEqual({
      'warrant.yaml': 'sources: [{id: boss}]\n',
      'one.md': '["a"]{.evidence source=boss}',
      'two.md': '["b"]{.evidence source=boss}',
    });
    if (!result.ok) return;
    const places = [...result.changes].flatMap(([uri, edits]) =>
      edits.map(({ range }) => ({ uri, range })),
    );
    expect(draw(at.files, places)['two.md']).toBe('["b"]{.evidence source=⟦owner⟧}');
  });
});
