import { describe, expect, it } from 'vitest';
import { brokenEntry } from '../../../server/src/core/rules/brokenEntry';
import { duplicateKey } from '../../../server/src/core/rules/duplicateKey';
import { missingBibliography } from '../../../server/src/core/rules/missingBibliography';
import { quotationWithoutLocator } from '../../../server/src/core/rules/quotationWithoutLocator';
import { unknownCitation } from '../../../server/src/core/rules/unknownCitation';
import { libraryOf } from '../../../server/src/core/sources/bibliography';
import { expectFindings, expectFix, findings, projectFrom } from '../../tools/project';

const PAPER = { 'paper.md': '---\nwarrant: true\nbibliography: refs.bib\n---\n\n[a]{.claim}\n' };

describe('duplicate-key reports', () => {
  it('the entry that does not count, with the one that does', async () => {
    const found = await expectFindings(
      duplicateKey,
      { ...PAPER, 'refs.bib': '@book{⟦a⟧, title = {One}}\n@book{b,}\n@book{a, title = {Two}}\n' },
      { messages: ['Pandoc takes the last entry'], severity: 'warning' },
    );
    expect(found[0]?.related).toHaveLength(1);
  });

  it('entries that say the same as such', async () => {
    await expectFindings(
      duplicateKey,
      { ...PAPER, 'refs.bib': '@book{⟦a⟧, title = {One}}\n@book{a,  title = {One}}\n' },
      { messages: ['stands here twice'], severity: 'information' },
    );
  });

  it('nothing of a key in two bibliographies, or in another case', async () => {
    await expectFindings(duplicateKey, {
      'paper.md': PAPER['paper.md'].replace('refs.bib', '[refs.bib, own.bib]'),
      'refs.bib': '@book{a, title = {One}}\n@book{A,}\n',
      'own.bib': '@book{a, title = {Two}}\n',
    });
  });
});

describe('broken-entry reports', () => {
  it('in the bibliography what is broken there', async () => {
    await expectFindings(
      brokenEntry,
      {
        ...PAPER,
        'refs.bib': '@book{⟦a⟧, title = {One}\n\n@book{b, title = {Two⟦}⟧ year = 2000}\n',
      },
      { messages: ['a } is missing', 'a comma is missing behind title'], severity: 'error' },
    );
  });

  it('obeys what the manuscript says of rules', async () => {
    const project = await projectFrom({
      'paper.md': PAPER['paper.md'].replace('true', '{rules: {broken-entry: off}}'),
      'refs.bib': '@book{a, title = {One}\n',
    });
    expect(findings(project, brokenEntry)).toEqual([]);
  });

  it('nothing of what Pandoc reads', async () => {
    await expectFindings(brokenEntry, {
      ...PAPER,
      'refs.bib': '% Notes\n@book{a, title = {One}}\n',
    });
  });
});

describe('a broken entry is mended, where it is plain how', () => {
  it.each([
    ['a comma', '@book{a title = {One}}', 'Add the comma', '@book{a, title = {One}}'],
    ['its end', '@book{a, title = {One}', 'Close the entry', '@book{a, title = {One}\n}'],
    [
      'the end of a value',
      '@book{a,\n  title = {The {One},\n  year = 1994\n}',
      'Add the missing }',
      '@book{a,\n  title = {The {One}},\n  year = 1994\n}',
    ],
    [
      'the end of a value in quotes',
      '@book{a,\n  title = "One,\n  year = 1994\n}',
      'Add the missing "',
      '@book{a,\n  title = "One",\n  year = 1994\n}',
    ],
    [
      'the end of the last value',
      '@book{a, year = 1994, title = {One',
      'Close the value and the entry',
      '@book{a, year = 1994, title = {One}\n}',
    ],
    ['braces', '@book(a, title = {One})', 'Put the entry in braces', '@book{a, title = {One}}'],
    ['braces of a macro', '@string(x = "X")', 'Put the entry in braces', '@string{x = "X"}'],
    ['what closes it', '@book{a,\n  year = 1994\n)', 'Write }', '@book{a,\n  year = 1994\n}'],
    ['what closes a comment', '@comment{x)', 'Write }', '@comment{x}'],
    ['a note', 'me@example.org', 'Make it a comment', '% me@example.org'],
    [
      'a note behind an entry',
      '@book{a, title = {One}} me@example.org, you@example.org',
      'Make it a comment',
      '@book{a, title = {One}} % me@example.org, you@example.org',
    ],
    ['an @ too many', '@@book{a, title = {One}}', 'Remove the @', '@book{a, title = {One}}'],
    ['a blank', '@ book{a, title = {One}}', 'Remove the blank', '@book{a, title = {One}}'],
    [
      'what closes nothing',
      '@book{a, title = {One}), year = 1994}',
      'Remove the )',
      '@book{a, title = {One}, year = 1994}',
    ],
    [
      'braces, closed as a value is',
      '@book(a, title = {One}',
      'Put the entry in braces',
      '@book{a, title = {One}\n}',
    ],
    [
      'braces, not closed',
      '@book(a, year = 1994',
      'Put the entry in braces',
      '@book{a, year = 1994\n}',
    ],
    [
      'the comma behind the key',
      '@book{a\n  title = {One},\n  year = 1994\n}',
      'Add the comma',
      '@book{a,\n  title = {One},\n  year = 1994\n}',
    ],
    [
      'a brace less',
      '@book{a, title = {One}},\n  year = 1994\n}',
      'Remove the }',
      '@book{a, title = {One},\n  year = 1994\n}',
    ],
  ])('%s', async (_, broken, title, mended) => {
    const other = '\n\n@book{b, title = {Two}}\n';
    await expectFix(
      brokenEntry,
      { ...PAPER, 'refs.bib': broken + other },
      { 'refs.bib': mended + other },
      title,
    );
  });

  it.each([
    ['a key', '@book{title = {One}}'],
    ['whether an entry behind a note is one', 'me@example.org @book{a, title = {One}}'],
    ['what type is meant', '@my_type{a, title = {One}}'],
    ['where a line ends', 'me@example.org\r@book{a, title = {One}}'],
    ['what a value should be', '@book{a, title}'],
  ])('and not where its author alone knows %s', async (_, broken) => {
    const project = await projectFrom({ ...PAPER, 'refs.bib': `${broken}\n` });
    const [finding] = findings(project, brokenEntry);
    expect(finding && brokenEntry.fix?.(finding, project)).toEqual([]);
  });
});

describe('missing-bibliography reports', () => {
  it('the path that leads nowhere, where it is written', async () => {
    await expectFindings(missingBibliography, {
      'paper.md': PAPER['paper.md'].replace('refs.bib', '[refs.bib, ⟦gone.bib⟧]'),
      'refs.bib': '',
    });
    await expectFindings(missingBibliography, {
      'warrant.yaml': 'bibliography: ⟦lib/gone.bib⟧\n',
      'paper.md': '[a]{.claim}',
    });
  });

  it.each([
    ['"⟦⟧"', /^No file is named here/],
    ['"⟦*.bib⟧"', /Pandoc takes no patterns here/],
    ['⟦lib⟧', /^lib cannot be read: it is a folder, not a file$/],
  ])('what is no path of a file: %s', async (written, message) => {
    await expectFindings(
      missingBibliography,
      {
        'paper.md': PAPER['paper.md'].replace('refs.bib', written),
        'lib/refs.bib': '',
        'refs.bib': '',
      },
      { messages: [message] },
    );
  });

  it('nothing of one at the root of the project, on the web, or of another format', async () => {
    await expectFindings(missingBibliography, {
      'warrant.yaml': 'manuscript: [text/paper.md]\n',
      'text/paper.md':
        '---\nbibliography: [refs.bib, "https://example.org/a.bib", a.ris]\n---\n\n[a]{.claim}\n',
      'refs.bib': '',
      'a.ris': '',
    });
  });
});

describe('quotation-without-locator reports', () => {
  const quoted = (tag: string, before = '', after = '.') => ({
    'paper.md': `---\nwarrant:\n  sources: [{id: owner, kind: interview}, {id: report, kind: literature}]\n---\n\n${before}["a willingness to rely on others"]{.evidence #e-a ${tag}}${after}\n`,
  });

  it.each([['source=@kay'], ['source=report'], ['kind=literature'], ['source=@kay form=excerpt']])(
    'quotations from works without a place: %s',
    async (tag) => {
      expect(findings(await projectFrom(quoted(tag)), quotationWithoutLocator)).toHaveLength(1);
    },
  );

  it.each([
    ['source=@kay loc="p. 3"', '', ''],
    ['source=owner', '', ''],
    ['source=@kay form=paraphrase', '', ''],
    ['source=@kay', '', ' [@kay, p. 12].'],
    ['source=@kay', 'As @kay [p. 12] says: ', '.'],
    ['source=@kay', 'Kay (2001, p. 12) wrote: ', '.'],
    ['source=@kay', '', ' (Kay 2001: 12).'],
    ['kind=interview source=@kay', '', ''],
  ])('nothing where the place is given, or none is due: %s %s %s', async (tag, before, after) => {
    expect(
      findings(await projectFrom(quoted(tag, before, after)), quotationWithoutLocator),
    ).toEqual([]);
  });

  it('nothing of block quotations that the sentence before them gives a page', async () => {
    await expectFindings(quotationWithoutLocator, {
      'paper.md':
        'As Kay [-@kay, p. 2] says:\n\n::: {.evidence source=@kay form=quote}\n> So it was.\n:::\n',
    });
  });

  it('and makes room for it', async () => {
    await expectFix(quotationWithoutLocator, quoted('source=@kay'), quoted('source=@kay loc=""'));
  });
});

it('what is no YAML in front matter is not said twice', async () => {
  await expectFindings(brokenEntry, {
    'paper.md': '---\nwarrant: true\nreferences:\n- id: a\n  title: A: b\n---\n\n[a]{.claim}\n',
  });
});

describe('unknown-citation', () => {
  it('says nothing of a key whose letters could not be read, and neither it nor completion proposes one', async () => {
    const paper = PAPER['paper.md'].replace('.claim}', '.claim} [@müller20; @moller20]');
    const bib = Buffer.from('@book{müller20, title = {Für}}\n', 'latin1');
    const project = await projectFrom({ 'paper.md': paper, 'refs.bib': bib });
    const found = findings(project, unknownCitation);
    expect(found.map(({ message }) => message)).toEqual([
      'No bibliography has an entry moller20; correct the key, or add the entry',
    ]);
    expect(libraryOf(project).works()).toEqual([]);
  });
});
