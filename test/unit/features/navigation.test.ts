import { describe, expect, it } from 'vitest';
import { definitionAt } from '../../../server/src/core/features/definition';
import { highlightsAt } from '../../../server/src/core/features/documentHighlight';
import { referencesAt } from '../../../server/src/core/features/references';
import type { Files } from '../../tools/project';
import { drawRanges, readFixture } from '../../tools/fixture';
import { atCaret, draw, wordsAt } from './caret';

const CONFIG = `manuscript: [paper.md, discussion.md]
sources:
  - {id: owner, kind: interview}
elements:
  c-trust: {type: finding}
`;

async function definition(marked: string | Files) {
  const at = await atCaret(marked);
  const found = definitionAt(at.project, at.uri, at.offset);
  return found && { from: wordsAt(at, found.origin), to: draw(at.files, found.targets) };
}

async function references(marked: string | Files, withIntroduction = false) {
  const at = await atCaret(marked);
  return draw(at.files, referencesAt(at.project, at.uri, at.offset, withIntroduction));
}

describe('definition', () => {
  it('leads from a reference to the tag, and to its entry in the registry', async () => {
    expect(
      await definition({
        'warrant.yaml': CONFIG,
        'paper.md': '[Trust outlived]{.claim #c-trust evidence=e-own}',
        'discussion.md': '["Mine."]{.evidence #e-own source=owner supports=c-tr‸ust}',
      }),
    ).toEqual({
      from: 'c-trust',
      to: {
        'paper.md': '[Trust outlived]{.claim #⟦c-trust⟧ evidence=e-own}',
        'warrant.yaml': CONFIG.replace('c-trust', '⟦c-trust⟧'),
      },
    });
  });

  it('leads from an internal link, also over files', async () => {
    expect(
      await definition({
        'warrant.yaml': CONFIG,
        'paper.md': '[Trust outlived]{.claim #c-trust}',
        'discussion.md': 'As [said](#c-trus‸t) above.',
      }),
    ).toMatchObject({ from: 'c-trust', to: { 'paper.md': '[Trust outlived]{.claim #⟦c-trust⟧}' } });
  });

  it('leads from a link to a heading', async () => {
    expect(
      await definition('# The core\n\n[See there](#the-c‸ore) [a]{.claim #c-a}'),
    ).toMatchObject({
      from: 'the-core',
      to: { 'paper.md': '⟦# The core⟧\n\n[See there](#the-core) [a]{.claim #c-a}' },
    });
  });

  it('leads from source= to the declaration', async () => {
    expect(
      await definition({
        'warrant.yaml': CONFIG,
        'paper.md': '["Mine."]{.evidence #e-own source=own‸er}',
        'discussion.md': '',
      }),
    ).toEqual({ from: 'owner', to: { 'warrant.yaml': CONFIG.replace('owner', '⟦owner⟧') } });
  });

  it('leads from a plain-text use of a construct', async () => {
    const text =
      '[Trust]{.construct #k-trust def="the will to be vulnerable"} matters. All tr‸ust ends.';
    expect(await definition(text)).toEqual({
      from: 'trust',
      to: { 'paper.md': text.replace('‸', '').replace('k-trust', '⟦k-trust⟧') },
    });
  });

  it('leads from a further occurrence to the first', async () => {
    const text = '[Trust outlived]{.claim #c-trust}\n\n[Trust went o‸n]{.claim ref=c-trust}';
    expect(await definition(text)).toMatchObject({
      to: { 'paper.md': expect.stringContaining('#⟦c-trust⟧}') as string },
    });
  });

  it('leads from a cross-reference of Quarto to the figure', async () => {
    const text =
      '![Rate](r.png){#fig-rate .evidence supports=c-a}\n\nSee @fig-r‸ate. [A]{.claim #c-a}\n';
    expect(await definition(text)).toEqual({
      from: '@fig-rate',
      to: { 'paper.md': text.replace('‸', '').replace('fig-rate', '⟦fig-rate⟧') },
    });
    expect(await references(text.replace('‸', '').replace('#fig', '#‸fig'))).toEqual({
      'paper.md': text.replace('‸', '').replace('@fig-rate', '⟦@fig-rate⟧'),
    });
  });

  it('leads to every tag with a doubled id', async () => {
    expect(
      await definition('[a]{.claim #c-a} [b]{.claim #c-a} ["x"]{.evidence supports=c-‸a}'),
    ).toMatchObject({
      to: { 'paper.md': '[a]{.claim #⟦c-a⟧} [b]{.claim #⟦c-a⟧} ["x"]{.evidence supports=c-a}' },
    });
  });

  it('leads from a tag to its entry and to what refers to it, and from the entry to the tag', async () => {
    const files = {
      'warrant.yaml': CONFIG,
      'paper.md': '[Trust outlived]{.claim #c-trust}',
      'discussion.md': '["Mine."]{.evidence supports=c-trust} [x](#c-trust)',
    };
    expect(
      await definition({ ...files, 'paper.md': '[Trust outlived]{.claim #c-tr‸ust}' }),
    ).toEqual({
      from: 'c-trust',
      to: {
        'warrant.yaml': CONFIG.replace('c-trust', '⟦c-trust⟧'),
        'discussion.md': '["Mine."]{.evidence supports=⟦c-trust⟧} [x](#⟦c-trust⟧)',
      },
    });
    expect(
      await definition({ ...files, 'warrant.yaml': CONFIG.replace('c-trust', 'c-tr‸ust') }),
    ).toEqual({ from: 'c-trust', to: { 'paper.md': '[Trust outlived]{.claim #⟦c-trust⟧}' } });
  });

  it('stays at a tag to which nothing refers', async () => {
    expect(await definition('[a]{.claim #c-‸a}')).toEqual({
      from: 'c-a',
      to: { 'paper.md': '[a]{.claim #⟦c-a⟧}' },
    });
  });

  it('leads from a source to the evidence that comes from it', async () => {
    expect(
      await definition({
        'warrant.yaml': CONFIG.replace('owner', 'own‸er'),
        'paper.md': '["Mine."]{.evidence source=owner}',
        'discussion.md': '',
      }),
    ).toMatchObject({ to: { 'paper.md': '["Mine."]{.evidence source=⟦owner⟧}' } });
  });

  it('says nothing of an unknown id, of plain text, and in a file that takes no part', async () => {
    expect(await definition('[a]{.claim evidence=e-‸x}')).toBeUndefined();
    expect(await definition('pl‸ain [a]{.claim #c-a}')).toBeUndefined();
    expect(await definition('::: {.claim #c-a}\nx\n:::\n\n[y](#c‸-a)')).toBeUndefined();
  });
});

describe('references', () => {
  it('finds attributes at either end, links and the registry', async () => {
    const files = {
      'warrant.yaml': `${CONFIG}  m-a: {is: mechanism, evidence: e-own}\n`,
      'paper.md':
        '[Trust]{.claim #c-trust evidence="e-own"} ["Mine."]{.evidence #e-o‸wn} [x](#e-own)',
      'discussion.md': '',
    };
    expect(await references(files)).toEqual({
      'warrant.yaml': files['warrant.yaml'].replace('e-own', '⟦e-own⟧'),
      'paper.md':
        '[Trust]{.claim #c-trust evidence="⟦e-own⟧"} ["Mine."]{.evidence #e-own} [x](#⟦e-own⟧)',
    });
  });

  it('finds links by way of a file, and those in raw HTML', async () => {
    const files = {
      'warrant.yaml': 'manuscript: [paper.md, discussion.md]\n',
      'paper.md': '[Trust]{.claim #c-tr‸ust}: <a href="#c-trust">here</a>.\n',
      'discussion.md': '[there](paper.md#c-trust) <a href="paper.html#c-trust">there</a>\n',
    };
    expect(await references(files)).toEqual({
      'paper.md': '[Trust]{.claim #c-trust}: <a href="#⟦c-trust⟧">here</a>.\n',
      'discussion.md': '[there](paper.md#⟦c-trust⟧) <a href="paper.html#⟦c-trust⟧">there</a>\n',
    });
  });

  it('can begin with the introduction', async () => {
    expect(await references('[a]{.claim #c-a} [b]{.claim from=c-‸a}', true)).toEqual({
      'paper.md': '[a]{.claim #⟦c-a⟧} [b]{.claim from=⟦c-a⟧}',
    });
  });

  it('finds the plain-text uses of a construct', async () => {
    expect(
      await references(
        '[Tru‸st]{.construct #k-trust def=d}. Trust ends, distrust not. [a]{.claim constructs=k-trust}',
      ),
    ).toEqual({
      'paper.md':
        '[Trust]{.construct #k-trust def=d}. ⟦Trust⟧ ends, distrust not. [a]{.claim constructs=⟦k-trust⟧}',
    });
  });

  it('finds what comes from a source and what cites a work', async () => {
    const files = {
      'warrant.yaml': CONFIG.replace('owner', 'own‸er'),
      'paper.md': '["a"]{.evidence source=owner} ["b"]{.evidence source="owner @kay"}',
      'discussion.md': 'As @kay says.',
    };
    expect(await references(files)).toEqual({
      'paper.md': '["a"]{.evidence source=⟦owner⟧} ["b"]{.evidence source="⟦owner⟧ @kay"}',
    });
    expect(
      await references({ ...files, 'warrant.yaml': CONFIG, 'discussion.md': 'As @k‸ay says.' }),
    ).toEqual({
      'paper.md': '["a"]{.evidence source=owner} ["b"]{.evidence source="owner ⟦@kay⟧"}',
      'discussion.md': 'As ⟦@kay⟧ says.',
    });
  });

  it('finds the other places that name an id which nothing has', async () => {
    expect(await references('[a]{.claim from=c-‸x} [b]{.claim from="c-x c-y"}')).toEqual({
      'paper.md': '[a]{.claim from=⟦c-x⟧} [b]{.claim from="⟦c-x⟧ c-y"}',
    });
  });
});

describe('highlights', () => {
  it('tells where a thing is introduced, named and mentioned', async () => {
    const at = await atCaret(
      '[Trust]{.construct #k-trust def=d} and trust. [a]{.claim constructs=k-tr‸ust}',
    );
    const found = highlightsAt(at.project, at.uri, at.offset);
    expect(found.map(({ range, role }) => `${role}: ${wordsAt(at, range)}`)).toEqual([
      'introduction: k-trust',
      'mention: trust',
      'reference: k-trust',
    ]);
  });

  it('are the same from wherever the thing is named: ids, references, links, tests, entries, cross-references', async () => {
    const front =
      '---\nwarrant:\n  elements:\n    ⟦fig-a⟧: {supports: "⟦#fig-a⟧"}\n    c-b: {is: claim, quote: See, from: [⟦fig-a⟧]}\n---\n\n';
    const text = `${front}![R](r.png){.evidence #⟦fig-a⟧ supports=c-a}. [A]{.claim #c-a evidence="⟦fig-a⟧ e-x"}. See ⟦@fig-a⟧ and [⟦@fig-a⟧], [x](#⟦fig-a⟧), [y][r], \`fig-a\`.\n\n[again]{.evidence ref=⟦fig-a⟧} ["x"]{.evidence #e-x tests="⟦fig-a⟧:hoop"}\n\n[r]: #⟦fig-a⟧\n`;
    const { ranges } = readFixture(text);
    expect(ranges).toHaveLength(11);
    for (const [index, { start, end }] of ranges.entries()) {
      const plain = readFixture(text).text;
      const caret = index % 2 === 0 ? start + 2 : end;
      const at = await atCaret(`${plain.slice(0, caret)}‸${plain.slice(caret)}`);
      const found = highlightsAt(at.project, at.uri, at.offset);
      expect(
        drawRanges(
          plain,
          found.map(({ range }) => range),
        ),
      ).toBe(text);
      expect(found.filter(({ role }) => role === 'introduction')).toHaveLength(2);
    }
  });

  it('reach from warrant.yaml as well', async () => {
    const at = await atCaret({
      'warrant.yaml':
        CONFIG.replace('own', 'o‸wn') + '  m-a: {is: mechanism, entities: "#owner; them"}\n',
      'paper.md': '["x"]{.evidence source=owner}',
      'discussion.md': '',
    });
    const found = highlightsAt(at.project, at.uri, at.offset);
    expect(found.map(({ range, role }) => `${role}: ${wordsAt(at, range)}`)).toEqual([
      'introduction: owner',
      'reference: #owner',
    ]);
  });

  it('stays in the file', async () => {
    const at = await atCaret({
      'warrant.yaml': CONFIG,
      'paper.md': '[a]{.claim #c-trust}',
      'discussion.md': '[b]{.claim from=c-tr‸ust}',
    });
    expect(highlightsAt(at.project, at.uri, at.offset)).toHaveLength(1);
  });
});
