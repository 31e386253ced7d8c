import { describe, expect, test } from 'vitest';
import { suggestionsIn } from '../../../server/src/core/cues';
import { claimsBeside } from '../../../server/src/core/features/suggestions/claimsBeside';
import { countSuggestions } from '../../../server/src/core/features/suggestions/count';
import { inPassOrder } from '../../../server/src/core/features/suggestions/passOrder';
import {
  tagSuggestion,
  type Acceptance,
} from '../../../server/src/core/features/suggestions/tagSuggestion';
import type { ProjectFile } from '../../../server/src/core/project';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { readFixture } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';

async function fileOf(text: string, name = 'paper.md'): Promise<ProjectFile> {
  const file = (await projectFrom({ [name]: text }, name)).file(ROOT + name);
  if (!file) throw new Error('no file');
  return file;
}

async function countsOf(text: string, name = 'paper.md', others: Files = {}) {
  const project = await projectFrom({ [name]: text, ...others }, name);
  const file = project.file(ROOT + name);
  if (!file) throw new Error('no file');
  return countSuggestions(project, file, suggestionsIn(file.facts));
}

/** The text in which the marked range is tagged. */
async function tagged(marked: string, acceptance: Acceptance): Promise<string> {
  const { text, ranges } = readFixture(marked);
  const [range] = ranges;
  if (!range) throw new Error('nothing is marked');
  const result = tagSuggestion(
    await projectFrom({ 'paper.md': text }),
    `${ROOT}paper.md`,
    range,
    acceptance,
  );
  if (!result.ok) throw new Error(result.message);
  return applyEdits(text, result.edits);
}

const FINDING = 'Our analysis reveals that trust outlived the bonus.';

describe('what is counted', () => {
  const page = `# Findings\n\n${FINDING}\n\n> We stayed because we knew each other by then.\n\nWe define _trust_ as the readiness to rely on others.\n`;

  test('findings, quotations and the rest, and the tags that there are', async () => {
    expect(await countsOf(page)).toMatchObject({ tags: 0, findings: 1, quotations: 1, others: 1 });
    const { tags, findings } = await countsOf(
      page.replace('trust outlived the bonus', '[trust outlived the bonus]{.claim #c-trust}'),
    );
    expect([tags, findings]).toEqual([1, 0]);
  });

  test.each([
    ['---\nwarrant: true\n---\n\n', 'notes.md'],
    ['---\nbibliography: refs.bib\n---\n\n', 'README.md'],
    ['As was shown [@lee1999].\n\n', 'notes.md'],
    [`${FINDING}\n\n${FINDING}\n\n> It was all over by then, she said.\n\n`, 'notes.md'],
  ])('a manuscript is known by its signs: %j', async (head, name) => {
    expect((await countsOf(head + page, name)).isManuscript).toBe(true);
  });

  test.each([
    ['', 'notes.md'],
    ['Thanks to @octocat.\n\n', 'notes.md'],
    ['As was shown [@lee1999].\n\n', 'README.md'],
    ['', 'CHANGELOG.md'],
  ])('other pages are none: %j in %s', async (head, name) => {
    expect((await countsOf(head + page, name)).isManuscript).toBe(false);
  });

  test('tells an untagged file among tagged ones from a manuscript without a tag', async () => {
    const config = { 'warrant.yaml': 'manuscript: [paper.md, two.md]\n' };
    const tagged = { ...config, 'two.md': '[x]{.claim #c-x}\n' };
    expect((await countsOf('Text.\n', 'paper.md', tagged)).isBesideTagged).toBe(true);
    const untagged = { ...config, 'two.md': 'More.\n' };
    expect((await countsOf('[x]{.claim}\n', 'paper.md', untagged)).isBesideTagged).toBe(false);
  });
});

describe('the claims beside a quotation', () => {
  async function beside(marked: string): Promise<(string | undefined)[]> {
    const { text, ranges } = readFixture(marked);
    const { facts } = await fileOf(text);
    const [range] = ranges;
    return range ? claimsBeside(facts, range).map(({ id }) => id?.value) : [];
  }
  const quote = '> ⟦She said that it was all over.⟧';

  test('what leads to it comes first, the nearest before the others', async () => {
    expect(
      await beside(
        `[One]{.claim #c-1}. [Two]{.claim #c-2}.\n\n${quote}\n\n[Three]{.claim #c-3}. [Four]{.claim #c-4}.\n`,
      ),
    ).toEqual(['c-2', 'c-1', 'c-3', 'c-4']);
  });

  test('fences and further quotations stand in nobody’s way', async () => {
    expect(
      await beside(`[One]{.claim #c-1}.\n\n::: {.evidence #e-1}\n> She left.\n:::\n\n${quote}\n`),
    ).toEqual(['c-1']);
  });

  test('a heading parts, and so does a paragraph', async () => {
    expect(await beside(`[One]{.claim #c-1}.\n\n# Next\n\n${quote}\n`)).toEqual([]);
    expect(await beside(`[One]{.claim #c-1}.\n\nThen.\n\n${quote}\n`)).toEqual([]);
  });

  test('a quotation in a sentence belongs to the claims of its paragraph', async () => {
    expect(
      await beside('[One]{.claim #c-1}. She said: ⟦“It was all over.”⟧ [Two]{.claim #c-2}.\n'),
    ).toEqual(['c-1', 'c-2']);
  });

  test('what needs no evidence is not offered', async () => {
    expect(
      await beside(
        `[One]{.claim #c-1 type=background}. [Two]{.claim #c-2 type=question}. [Three]{.claim}.\n\n${quote}\n`,
      ),
    ).toEqual([]);
  });
});

describe('the order of a tagging pass', () => {
  async function order(text: string): Promise<string[]> {
    const { facts } = await fileOf(text);
    const found = inPassOrder(facts, suggestionsIn(facts, { language: 'en' }));
    return found.map(({ range }) => text.slice(range.start, range.end).split(' ')[0] ?? '');
  }
  const alpha = 'We found that alpha grew.';
  const quote = '> Quote: she said that it was all over.';

  test('is that of the text', async () => {
    expect(await order(`Alpha ${alpha}\n\n${quote}\n\nBeta ${alpha}\n`)).toHaveLength(3);
    expect(await order(`${alpha}\n\n${quote}\n\nHere, we found that beta grew.\n`)).toEqual([
      'We',
      'Quote:',
      'Here,',
    ]);
  });

  test('but a quotation that only the paragraph behind can rest on waits for it', async () => {
    const text = `# Findings\n\n${quote}\n\n${alpha} Here, we found that beta grew.\n\nThen, we found that gamma grew.\n`;
    expect(await order(text)).toEqual(['We', 'Here,', 'Quote:', 'Then,']);
  });

  test('and not where a claim that is tagged already leads to it', async () => {
    const text = `[Alpha]{.claim #c-alpha}.\n\n${quote}\n\n${alpha}\n`;
    expect(await order(text)).toEqual(['Quote:', 'We']);
  });
});

describe('tagging what is suggested', () => {
  test('a finding needs no type, another claim has it written', async () => {
    const text = '---\nwarrant: true\n---\n\n⟦Our analysis reveals that trust grew⟧.\n';
    expect(await tagged(text, { kind: 'claim', type: 'finding' })).toContain(
      '[Our analysis reveals that trust grew]{.claim #c-analysis-reveals-trust}.',
    );
    expect(await tagged(text, { kind: 'claim', type: 'proposition' })).toMatch(
      /grew\]\{\.claim #c-[\w-]+ type=proposition\}\.\n$/,
    );
  });

  test('a block quotation is tagged as a whole and linked to what it supports', async () => {
    const text = await tagged(
      '[Trust grew]{.claim #c-trust}. [It held]{.claim #c-held}.\n\n> ⟦We stayed because of her.\n> Nobody left.⟧\n\nMore.\n',
      { kind: 'evidence', supports: ['c-trust'] },
    );
    expect(text).toMatch(
      /\n\n::: \{\.evidence #e-[\w-]+ supports=c-trust\}\n> We stayed because of her\.\n> Nobody left\.\n:::\n\nMore\.\n$/,
    );
  });

  test('several claims are a list', async () => {
    const text = await tagged(
      '[Trust grew]{.claim #c-trust}. [It held]{.claim #c-held}: ⟦“We stayed because of her.”⟧\n',
      { kind: 'evidence', supports: ['c-held', 'c-trust'] },
    );
    expect(text).toMatch(/: \[“We[^\]]+\]\{\.evidence #e-[\w-]+ supports="c-held c-trust"\}\n$/);
  });

  test('the attributes go into the tag, also where the front matter is edited', async () => {
    const text = await tagged('⟦> We stayed because of her.⟧\n\nMore.\n', {
      kind: 'evidence',
      supports: ['c-elsewhere'],
    });
    expect(text).toMatch(/\{\.evidence #e-[\w-]+ supports=c-elsewhere\}/);
  });

  test('a definition gets the term that it emphasises', async () => {
    const text =
      '---\nwarrant: true\n---\n\n⟦_Deep structures_ are the routines that nobody sees⟧.\n';
    expect(await tagged(text, { kind: 'construct' })).toMatch(
      /\[_Deep structures_ are [^\]]+\]\{\.construct #k-[\w-]+ term="Deep structures"\}\./,
    );
  });

  test('what is no text of the manuscript is refused with a reason', async () => {
    const project = await projectFrom({ 'paper.md': '```\nsome code\n```\n' });
    const refused = [`${ROOT}paper.md`, `${ROOT}other.md`].map((uri) =>
      tagSuggestion(project, uri, { start: 4, end: 8 }, { kind: 'claim' }),
    );
    expect(refused.map((one) => (one.ok ? '' : one.message))).toEqual([
      expect.stringMatching(/no text to tag|would not read/),
      expect.stringMatching(/no manuscript/),
    ]);
  });
});
