import { describe, expect, test } from 'vitest';
import { hoverText } from '../../../client/src/suggestions/markHover';
import { otherKinds, questionAbout } from '../../../client/src/suggestions/passQuestion';
import { moved, PassSteps } from '../../../client/src/suggestions/passSteps';
import { summaryOf } from '../../../client/src/suggestions/passSummary';
import { untaggedText } from '../../../client/src/suggestions/untaggedText';
import type { ProtocolSuggestion } from '../../../server/src/shared/protocol';
import { readFixture } from '../../tools/fixture';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
const FINDING: ProtocolSuggestion = {
  range,
  sentence: range,
  cue: range,
  kind: 'claim',
  type: 'finding',
  label: 'finding',
  reason: '“we found”: it reports what the study found',
  phrase: 'we found',
  never: 'we found',
  claims: [],
};
const QUOTATION: ProtocolSuggestion = {
  ...FINDING,
  kind: 'evidence',
  label: 'evidence',
  phrase: '',
  never: '"we signed because everybody did."',
  claims: [
    { id: 'c-1', text: 'Trust grew' },
    { id: 'c-2', text: 'It held' },
  ],
};

describe('a place in a text that is edited', () => {
  const after = (marked: string, edits: Parameters<typeof moved>[1]): string => {
    const { text, ranges } = readFixture(marked);
    const span = moved(ranges[0] ?? { start: 0, end: 0 }, edits);
    const edited = [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((all, edit) => all.slice(0, edit.start) + edit.newText + all.slice(edit.end), text);
    return edited.slice(span.start, span.end);
  };
  const insert = (at: number, newText: string) => ({ start: at, end: at, newText });

  test.each([
    ['before', [insert(0, 'xx')], 'cde'],
    ['at its ends', [insert(2, '['), insert(5, ']')], 'cde'],
    ['inside', [insert(3, 'XX')], 'cXXde'],
    ['behind', [insert(6, 'XX')], 'cde'],
    ['all of it', [{ start: 2, end: 5, newText: 'new' }], 'new'],
    ['its beginning', [{ start: 1, end: 3, newText: 'new' }], 'de'],
    ['its end', [{ start: 4, end: 6, newText: 'new' }], 'cd'],
    ['more than it', [{ start: 1, end: 6, newText: 'new' }], ''],
    ['several', [insert(0, 'x'), { start: 3, end: 4, newText: 'DD' }, insert(6, 'y')], 'cDDe'],
  ])('%s', (_, edits, expected) => {
    expect(after('ab⟦cde⟧fg', edits)).toBe(expected);
  });
});

describe('the steps of a pass', () => {
  const passages = ['a', 'b', 'a', 'c'].map((phrase, index) => ({
    phrase,
    span: { start: index * 10, end: index * 10 + 5 },
  }));
  const walk = (steps: PassSteps): number[] => {
    const starts: number[] = [];
    for (let step = steps.current; step; step = steps.current) {
      starts.push(step.span.start);
      steps.decide('skipped');
    }
    return starts;
  };

  test('begin at the caret and wrap once', () => {
    expect(walk(new PassSteps(passages, 0))).toEqual([0, 10, 20, 30]);
    expect(walk(new PassSteps(passages, 13))).toEqual([10, 20, 30, 0]);
    expect(walk(new PassSteps(passages, 16))).toEqual([20, 30, 0, 10]);
    expect(walk(new PassSteps(passages, 99))).toEqual([0, 10, 20, 30]);
    expect(walk(new PassSteps([], 0))).toEqual([]);
  });

  test('say how far it is; what is gone does not count', () => {
    const steps = new PassSteps(passages);
    steps.decide('accepted');
    expect(steps.progress).toEqual({ at: 2, of: 4 });
    steps.decide('gone');
    expect(steps.progress).toEqual({ at: 2, of: 3 });
    steps.decide('skipped');
    expect([steps.count('accepted'), steps.count('skipped'), steps.count('open')]).toEqual([
      1, 1, 1,
    ]);
  });

  test('with “never”, the same phrase does not come again, unless that is taken back', () => {
    const steps = new PassSteps(passages);
    steps.decide('never');
    expect(steps.progress).toEqual({ at: 2, of: 3 });
    steps.decide('skipped');
    expect(steps.current?.phrase).toBe('c');
    expect([steps.goBack(), steps.goBack()]).toEqual(['skipped', 'never']);
    expect(walk(steps)).toEqual([0, 10, 20, 30]);
  });

  test('are taken back one by one, over what is gone', () => {
    const steps = new PassSteps(passages);
    expect([steps.canGoBack, steps.goBack()]).toEqual([false, undefined]);
    steps.decide('accepted');
    steps.decide('gone');
    expect(steps.goBack()).toBe('accepted');
    expect(steps.current?.span.start).toBe(0);
    expect(walk(steps)).toEqual([0, 20, 30]);
  });

  test('follow the text', () => {
    const steps = new PassSteps(passages);
    steps.edited([{ start: 8, end: 8, newText: 'xx' }]);
    expect(walk(steps)).toEqual([0, 12, 22, 32]);
  });
});

describe('what is asked at a step', () => {
  const labels = (suggestion: ProtocolSuggestion, canGoBack = false) =>
    questionAbout(suggestion, { at: 4, of: 23 }, canGoBack).choices.map(({ key = '↵', label }) =>
      [key, label].join(' '),
    );

  test('Enter does what is suggested, a letter everything else', () => {
    const { title, reason } = questionAbout(FINDING, { at: 4, of: 23 }, true);
    expect(title).toBe('Tagging Pass: 4 of 23 · looks like a finding');
    expect(reason).toBe(FINDING.reason);
    expect(labels(FINDING, true)).toEqual([
      '↵ Tag as finding',
      'o Other kind…',
      's Skip',
      'n Never for “we found”',
      'u Undo the last step',
      'q Stop',
    ]);
  });

  test('a quotation is linked to the claim beside it', () => {
    expect(labels(QUOTATION)).toEqual([
      '↵ Tag as evidence for “Trust grew”',
      '2 Tag as evidence for “It held”',
      'a Tag as evidence for all 2',
      'w Tag as evidence, not linked',
      'o Other kind…',
      's Skip',
      'n Never for this sentence',
      'q Stop',
    ]);
    const [first, , all, bare] = questionAbout(QUOTATION, { at: 1, of: 1 }, false).choices;
    expect(first?.answer).toMatchObject({ do: 'tag', kind: 'evidence', supports: ['c-1'] });
    expect(all?.answer).toMatchObject({ supports: ['c-1', 'c-2'] });
    expect(bare?.answer).not.toHaveProperty('supports');
  });

  test('no letter means two things', () => {
    for (const { choices } of [
      questionAbout(QUOTATION, { at: 1, of: 1 }, true),
      otherKinds(FINDING, ''),
      otherKinds({ label: '', claims: [] }, ''),
    ]) {
      const keys = choices.flatMap(({ key }) => key ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('what it looks like is none of the other kinds; evidence is linked there too', () => {
    const { choices } = otherKinds({ ...FINDING, claims: QUOTATION.claims }, '');
    expect(choices.map(({ label }) => label)).not.toContain('Finding');
    expect(choices.find(({ key }) => key === 'e')?.answer).toMatchObject({ supports: ['c-1'] });
  });
});

test('the hover says why, and links to what can be done', () => {
  const text = hoverText({ ...FINDING, reason: '“we [x]”: it reports' }, 'file:///a%20b(1).md');
  expect(text).toContain('Looks like a finding. “we \\[x\\]”: it reports.');
  const links = [...text.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\?([^()]*)\)/g)];
  expect(links.map(([, title]) => title)).toEqual([
    'Tag as finding',
    'Another kind…',
    'Never for this phrase',
    'Tagging pass',
  ]);
  const [tag] = links.map(([, , , query = '']) => JSON.parse(decodeURIComponent(query)) as unknown);
  expect(tag).toEqual([{ uri: 'file:///a%20b(1).md', range, kind: 'claim', type: 'finding' }]);
});

test('a pass ends with what came of it', () => {
  const tally = { found: 9, tagged: ['claim', 'evidence', 'claim'], skipped: 4, left: 2 } as const;
  expect(summaryOf(tally)).toBe(
    'Tagging pass: tagged 2 claims, 1 piece of evidence; 4 skipped; 2 left.',
  );
  expect(summaryOf({ found: 2, tagged: [], skipped: 2, left: 0 })).toBe(
    'Tagging pass: nothing tagged; 2 skipped.',
  );
  expect(summaryOf({ found: 0, tagged: [], skipped: 0, left: 0 })).toMatch(/^Nothing/);
});

test.each([
  [{ findings: 23, quotations: 31 }, '0 tags · 23 likely findings · 31 quotations'],
  [{ findings: 1 }, '0 tags · 1 likely finding'],
  [{ quotations: 1 }, '0 tags · 1 quotation'],
  [{ others: 2 }, '0 tags · 2 suggestions'],
  [{}, undefined],
  [{ findings: 3, tags: 1 }, undefined],
  [{ findings: 3, isBesideTagged: true }, 'No tags in this file · 3 likely findings'],
  [{ findings: 3, isManuscript: false }, undefined],
])('the status bar says of %j: %s', (counts, text) => {
  const none = {
    ...{ tags: 0, findings: 0, quotations: 0, others: 0 },
    ...{ isBesideTagged: false, isManuscript: true },
  };
  expect(untaggedText({ ...none, ...counts })).toBe(text);
});
