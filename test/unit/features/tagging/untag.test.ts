import { describe, expect, it } from 'vitest';
import { untag, type ReferencePolicy } from '../../../../server/src/core/features/untag';
import { tagSelection } from '../../../../server/src/core/features/tagSelection';
import type { Kind } from '../../../../server/src/core/model';
import { applyEdits } from '../../../../server/src/core/text/textEdit';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../../tools/project';
import { atCaret } from '../caret';
import { edited } from './edited';

/** The files after the tag at the caret is taken away. */
async function untagged(marked: string | Files, policy?: ReferencePolicy) {
  const { project, uri, offset, files } = await atCaret(marked);
  const result = untag(project, uri, { start: offset, end: offset }, policy);
  if (!result.ok) throw new Error(result.message);
  return { ...result, files: edited(files, result.changes) };
}

const textOf = async (marked: string): Promise<string | undefined> =>
  (await untagged(marked)).files['paper.md'];

const PROJECT = { 'warrant.yaml': 'manuscript: [paper.md]\n' };

/** The text after the marked range was tagged, and after the tag was taken away. */
async function thereAndBack(marked: string, kind: Kind) {
  const { text, ranges } = readFixture(marked);
  const before = { 'paper.md': text, ...PROJECT };
  const there = tagSelection(
    await projectFrom(before, 'paper.md'),
    `${ROOT}paper.md`,
    ranges[0] ?? { start: 0, end: 0 },
    kind,
  );
  if (!there.ok) throw new Error(there.message);
  const tagged = applyEdits(text, there.edits);
  const at = { start: there.idRange.start, end: there.idRange.end };
  const project = await projectFrom({ ...before, 'paper.md': tagged }, 'paper.md');
  const back = untag(project, `${ROOT}paper.md`, at);
  if (!back.ok) throw new Error(`${back.message}: ${tagged}`);
  expect(back.notes, tagged).toEqual([]);
  return { text, tagged, back: applyEdits(tagged, back.changes.get(`${ROOT}paper.md`) ?? []) };
}

it.each([
  ['![R](r.png){.evid‸ence #e-r width=50%}\n', '![R](r.png){width=50%}\n'],
  ['![R](r.png){ .evid‸ence   #e-r  width=50% }\n', '![R](r.png){ width=50% }\n'],
  ['[a]{.cla‸im #c-a .mine}\n', '[a]{.mine}\n'],
])('leaves no blank behind the brace: %s', async (marked, expected) => {
  expect(await textOf(marked)).toBe(expected);
});

describe('tagging and untagging', () => {
  it.each([
    ['a span', 'We found ⟦trust *outlived* it⟧.', 'claim'],
    ['an escaped bracket', 'An ⟦interval [0, 1) of⟧ time, and ] more.', 'claim'],
    ['brackets that the author has escaped', 'A ⟦\\[sic\\] word⟧ here.', 'claim'],
    ['a lone bracket that the author has escaped', 'The ⟦range \\[0, 1) of⟧ it.', 'claim'],
    ['an exclamation mark', 'Stop!⟦now⟧ then.', 'claim'],
    ['one that the author has escaped', 'Stop\\!⟦now⟧ then.', 'claim'],
    ['blocks', 'Ask.\n\n⟦Buy.\n\nCry.⟧\n\nDo.\n', 'evidence'],
    ['blocks behind a heading', '# H\n⟦Buy.\n\nCry.⟧\n\nDo.', 'evidence'],
    ['blocks at the end of a text', 'Ask.\n\n⟦Buy.\n\nCry.⟧', 'evidence'],
    ['with carriage returns', 'Ask.\r\n\r\n⟦Buy.\r\n\r\nCry.⟧\r\n\r\nDo.\r\n', 'evidence'],
    ['items of a tight list', '- one\n⟦- two\n- three⟧\n', 'evidence'],
    ['items of a loose list', '- one\n\n⟦- two\n\n- three⟧\n', 'evidence'],
    ['a paragraph of an item', '- one\n\n  ⟦more⟧\n\n- two\n', 'step'],
    ['a quotation', '⟦> One.\n>\n> Two.⟧\n', 'evidence'],
    ['a part of a quotation', '> A.\n>\n> ⟦One.⟧\n>\n> B.\n', 'evidence'],
    ['a definition list', '⟦Ask.\n\nTerm⟧\n:   One\n:   Two\n', 'evidence'],
    ['a table', '⟦| a | b |\n|---|---|\n| c | d |\n\n: Quotes⟧\n', 'evidence'],
    ['a div', 'A ⟦few.\n\n::: note\nB.⟧\n\nC.\n:::\n', 'evidence'],
    ['a heading', '## ⟦Core⟧\n\nText.\n', 'mechanism'],
    ['a heading with attributes', '## ⟦Core⟧ {#m-core .x}\n\nText.\n', 'mechanism'],
    ['a heading with attributes of ours', '## ⟦Core⟧ { lang=nl }\n\nText.\n', 'evidence'],
    ['a heading with empty attributes', '## ⟦Core⟧ {}\n', 'mechanism'],
    ['a heading with closing hashes', '## ⟦Core⟧ ##  \n', 'mechanism'],
    ['an underlined heading', '⟦Core⟧\n====\n', 'mechanism'],
    ['a heading without a number', '## ⟦Core⟧ {-}\n', 'mechanism'],
    ['an image', '⟦![Rate](r.png)⟧\n', 'evidence'],
    ['an image with attributes', '⟦![Rate](r.png){#fig-r width=50%}⟧\n', 'evidence'],
    ['an image with an id of ours', '⟦![Rate](r.png){#e-r}⟧\n', 'evidence'],
    ['part of a tagged text', '[all ⟦of⟧ it]{.claim #c-a}\n', 'construct'],
  ] as const)('gives %s back', async (_, marked, kind) => {
    const { text, tagged, back } = await thereAndBack(marked, kind);
    expect(tagged).not.toBe(text);
    expect(back, tagged).toBe(text);
  });
});

describe('untagging', () => {
  it('says that an entry of the registry is left over', async () => {
    const files = {
      'paper.md': 'A [tr‸ust]{.claim #c-a} b.\n',
      'warrant.yaml': 'manuscript: paper.md\nelements:\n  c-a: {note: x}\n',
    };
    const { project, uri, offset } = await atCaret(files);
    const result = untag(project, uri, { start: offset, end: offset });
    expect(result).toMatchObject({
      notes: ['The entry c-a in warrant.yaml stands for no tag any more'],
    });
  });

  it('has nothing to say of a tag in the front matter, where text without markup is not read', async () => {
    const text =
      '---\nabstract: |\n  We show [tr‸ust]{.claim #c-a}.\nwarrant: true\n---\n\nText.\n';
    const { project, uri, offset } = await atCaret(text);
    expect(untag(project, uri, { start: offset, end: offset })).toMatchObject({ notes: [] });
  });

  it('takes attributes along, and leaves what is not of the vocabulary', async () => {
    expect(await textOf('A [tr‸ust]{.claim #c-a type=finding note="x y"} b.')).toBe('A trust b.');
    expect(await textOf('A [tr‸ust]{.smallcaps .claim #c-a x=1} b.')).toBe(
      'A [trust]{.smallcaps x=1} b.',
    );
    expect(await textOf('![R](r.png){.evi‸dence #fig-r supports=c-a width=5}\n\n[a]{.claim}')).toBe(
      '![R](r.png){#fig-r width=5}\n\n[a]{.claim}',
    );
  });

  it('takes the innermost tag', async () => {
    expect(await textOf('[all [of‸ it]{.construct} here]{.claim #c-a}')).toBe(
      '[all of it here]{.claim #c-a}',
    );
  });

  it('knows bare divs, tags in HTML and divs that nobody closes', async () => {
    const front = '---\nwarrant: true\n---\n\n';
    expect(await textOf(`${front}::: evidence\nA ‸b.\n:::\n`)).toBe(`${front}A b.\n`);
    expect(await textOf('A <span class="claim" id="c-a">tr‸ust</span> b.')).toBe('A trust b.');
    expect(await textOf('A <span class="x claim" id="c-a">tr‸ust</span> b.')).toBe(
      'A <span class="x">trust</span> b.',
    );
    expect(await textOf(`${front}<div class="claim" id="c-a">\n\nA ‸b.\n\n</div>\n`)).toBe(
      `${front}\nA b.\n\n`,
    );
  });

  it('says that Pandoc reads what is left otherwise', async () => {
    const { notes } = await untagged('[*a*‸b]{.claim}*');
    expect(notes).toEqual([]);
    expect((await untagged('*[a* ‸b]{.claim #c-a} c')).notes[0]).toContain(
      'reads the text otherwise',
    );
  });

  it('says that its id is still named, or takes the references away', async () => {
    const files = {
      'paper.md':
        '[tr‸ust]{.claim #c-a} [x]{.evidence supports="c-b c-a" tests="c-a:hoop c-b:straw"} [see](#c-a)\n\n[b]{.claim #c-b from=c-a}',
      'warrant.yaml': 'manuscript: [paper.md, two.md]\n',
      'two.md': '[y]{.claim from="#c-a" .x} [z]{.claim ref=c-a}\n',
    };
    const kept = await untagged(files);
    expect(kept.notes).toEqual(['#c-a is still named in paper.md:1 and in 5 more places']);
    expect(kept.references).toBe(5);
    const removed = await untagged(files, 'remove');
    expect(removed.notes).toEqual(['#c-a is still named in paper.md:1']);
    expect(removed.files).toMatchObject({
      'paper.md':
        'trust [x]{.evidence supports="c-b" tests="c-b:straw"} [see](#c-a)\n\n[b]{.claim #c-b}',
      'two.md': '[y]{.claim .x} [z]{.claim}\n',
    });
  });

  it('says where there is none', async () => {
    const { project, uri, offset } = await atCaret('[a]{.claim} b‸ c');
    expect(untag(project, uri, { start: offset, end: offset })).toEqual({
      ok: false,
      message: 'Put the caret in a tag: there is none here',
    });
  });
});
