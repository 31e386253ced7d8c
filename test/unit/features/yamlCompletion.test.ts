import { describe, expect, it } from 'vitest';
import { yamlCompletions } from '../../../server/src/core/features/completion/yaml';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { readYaml } from '../../../server/src/core/config';
import { readFixture } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';

const PAPER = '[x]{.claim #c-1}. [y]{.claim #c-2}. ["z"]{.evidence #e-1} [m]{.mechanism #m-1}\n';

async function complete(marked: string, isFrontMatter = false) {
  const { text, carets } = readFixture(marked);
  const project = await projectFrom({
    'warrant.yaml': 'manuscript: [paper.md]\n',
    'paper.md': PAPER,
  });
  const vantage = { uri: `${ROOT}warrant.yaml`, offset: carets[0] ?? 0, recent: [] };
  const list = yamlCompletions({ project, vantage, works: [] }, { text, start: 0, isFrontMatter });
  return {
    labels: list?.items.map(({ label }) => label) ?? [],
    items: list?.items ?? [],
    after: (label: string) => {
      const item = list?.items.find((one) => one.label === label);
      return item && list
        ? readYaml(applyEdits(text, [{ range: list.word, newText: item.newText }])).value
        : undefined;
    },
  };
}

describe('keys', () => {
  it('of the whole are offered with what they mean, but for those that stand there', async () => {
    const { labels, items } = await complete('manuscript: [paper.md]\n‸\nstage: draft\n');
    expect(labels).toContain('sources');
    expect(labels).not.toContain('manuscript');
    expect(labels).not.toContain('stage');
    expect(items.find(({ label }) => label === 'rules')?.description).toContain('severity');
  });

  it.each([
    ['sources:\n  - id: a\n    ki‸'],
    ['sources:\n  - id: a\n    kind: interview\n  - ki‸'],
    ['sources:\n- id: a\n  ‸\n- id: b\n  kind: media\n'],
    ['sources:\n  - {id: a, ki‸}'],
    ['sources: [{ki‸'],
  ])('of a source are offered in %j', async (text) => {
    const { labels } = await complete(text);
    expect(labels).toContain('informant');
    expect(labels).toContain('kind');
    expect(labels).not.toContain('stage');
  });

  it('under rules are the rules', async () => {
    const { labels, after } = await complete('rules:\n  single‸');
    expect(labels).toContain('single-source-claim');
    expect(after('single-source-claim')).toEqual({ rules: { 'single-source-claim': null } });
  });

  it.each(['elements: {c‸-9: {note: x}}\n', 'elements:\n  c‸-9: {note: x}\n'])(
    'take the place of the one at the caret, and leave its colon, in %j',
    async (text) => {
      const { after } = await complete(text);
      expect(after('c-2')).toEqual({ elements: { 'c-2': { note: 'x' } } });
    },
  );

  it('under elements are ids, and the attributes of their kind', async () => {
    expect((await complete('elements:\n  ‸\n  c-1: {}\n')).labels).toEqual(['c-2', 'e-1', 'm-1']);
    const { labels } = await complete('elements:\n  m-1: {trigger: x, ‸');
    expect(labels).toContain('outcome');
    expect(labels).not.toContain('trigger');
    expect(labels).not.toContain('from');
  });
});

describe('values', () => {
  it.each([
    ['stage: ‸', ['draft', 'submission']],
    ['rules:\n  single-source-claim: ‸', ['error', 'warning', 'information', 'hint', 'off']],
    ['sources:\n  - {id: a, access: ‸', ['open', 'restricted', 'confidential']],
    ['elements:\n  m-1:\n    status: ‸', ['theorized', 'evidenced']],
    ['elements:\n  c-1:\n    from: ‸', ['c-2']],
    ['elements: {c-1: {type: finding, from: [‸', ['c-2']],
    ['elements: {m-1: {status: ‸', ['theorized', 'evidenced']],
  ])('at %j are those of the schema', async (text, expected) => {
    expect((await complete(text)).labels.toSorted()).toEqual(expected.toSorted());
  });

  it('are read as they are meant', async () => {
    const { after } = await complete('elements:\n  c-1:\n    warrant: ‸\n');
    expect(after('m-1')).toEqual({ elements: { 'c-1': { warrant: '#m-1' } } });
  });
});

it('in front matter all stands under warrant', async () => {
  expect((await complete('title: x\n‸', true)).labels).toEqual([]);
  expect((await complete('title: x\nwarrant:\n  sta‸', true)).labels).toContain('stage');
  expect((await complete('warrant:\n  stage: ‸', true)).labels).toEqual(['draft', 'submission']);
});

it('nothing is offered in comments and in texts', async () => {
  expect((await complete('# sta‸')).labels).toEqual([]);
  expect((await complete('qda: some‸')).labels).toEqual([]);
  expect((await complete('elements:\n  c-1:\n    note: some text ‸')).labels).toEqual([]);
});
