import { describe, expect, it } from 'vitest';
import { runRules, type Finding, type Problem, type Rule } from '../../../server/src/core/rules';
import { findings, projectFrom, type Files } from '../../tools/project';

const documentation = { summary: 'For this test.', bad: '', good: '' };

/** Reports every tag; what it says of one can be set. */
function everyTag(problem: Partial<Problem> = {}, rule: Partial<Rule> = {}): Rule {
  return {
    id: 'every-tag',
    severity: 'warning',
    draft: 'information',
    documentation,
    ...rule,
    scope: 'tag',
    *check(tag) {
      const { range } = tag.source;
      yield { message: `tag at ${range.start}`, place: { uri: tag.uri, range }, ...problem };
    },
  };
}

async function run(files: Files, rule: Rule = everyTag(), stage?: 'draft' | 'submission') {
  return runRules(await projectFrom(files), [rule], { stage });
}

/** Path, start and severity of findings. */
function brief(found: readonly Finding[]): string[] {
  return found.map(
    ({ place, severity }) =>
      `${place.uri.split('/').at(-1) ?? ''}:${place.range.start} ${severity}`,
  );
}

describe('the runner', () => {
  it('sorts by the order of the manuscript, then by place', async () => {
    const found = await run({
      'a.md': 'x [A]{.claim} [B]{.claim}',
      'b.md': '[C]{.claim}',
      'warrant.yaml': 'manuscript: [b.md, a.md]\n',
    });
    expect(brief(found)).toEqual(['b.md:0 warning', 'a.md:2 warning', 'a.md:14 warning']);
  });

  it('says nothing of files that take no part', async () => {
    expect(await run({ 'a.md': '::: {.claim title="1"}\nA\n:::' })).toEqual([]);
  });

  it('goes on when a rule throws, keeps what it said before, and tells of it', async () => {
    const failing: Rule = {
      ...everyTag(),
      id: 'failing',
      scope: 'file',
      *check({ uri }) {
        yield { message: 'before', place: { uri, range: { start: 0, end: 1 } } };
        throw new Error('broken');
      },
    };
    const errors: unknown[] = [];
    const found = runRules(await projectFrom({ 'a.md': '[A]{.claim}' }), [failing, everyTag()], {
      onError: (...error) => errors.push(error),
    });
    expect(found.map(({ message }) => message)).toEqual(['before', 'tag at 0']);
    expect(errors).toEqual([['failing', new Error('broken')]]);
  });

  it('reports the same thing once', async () => {
    const twice: Rule = {
      ...everyTag(),
      scope: 'file',
      *check({ uri }) {
        const place = { uri, range: { start: 0, end: 1 } };
        yield { message: 'x', place };
        yield { message: 'x', place };
      },
    };
    expect(await run({ 'a.md': '[A]{.claim}' }, twice)).toHaveLength(1);
  });
});

describe('severities', () => {
  const paper = (warrant: string) => ({ 'a.md': `---\nwarrant: ${warrant}\n---\n\n[A]{.claim}` });
  const severities = async (...args: Parameters<typeof run>) =>
    (await run(...args)).map(({ severity }) => severity);

  it.each([
    ['that of the rule', '{}', ['warning']],
    ['that of the stage', '{stage: draft}', ['information']],
    ['that of the rule where the stage has none', '{stage: submission}', ['warning']],
    [
      'the author’s before that of the stage',
      '{stage: draft, rules: {every-tag: error}}',
      ['error'],
    ],
    ['off', '{rules: {every-tag: off}}', []],
  ])('are %s', async (_, warrant, expected) => {
    expect(await severities(paper(warrant))).toEqual(expected);
  });

  it('follow the command line before the front matter, and that before warrant.yaml', async () => {
    expect(await severities(paper('{stage: submission}'), everyTag(), 'draft')).toEqual([
      'information',
    ]);
    const files = {
      ...paper('{rules: {every-tag: hint}}'),
      'warrant.yaml': 'rules: {every-tag: error}\n',
    };
    expect(await severities(files)).toEqual(['hint']);
  });

  it('of rules that are off by default come from the author', async () => {
    const rule = everyTag({}, { severity: 'off' });
    expect(await severities(paper('{}'), rule)).toEqual([]);
    expect(await severities(paper('{rules: {every-tag: hint}}'), rule)).toEqual(['hint']);
  });

  it.each([
    ['a rule that is off in every file is not asked', '{}', []],
    ['one that counts in some file is', '{rules: {every-tag: hint}}', ['a.md', 'b.md']],
  ])('decide what is asked: %s', async (_, warrant, expected) => {
    const asked: string[] = [];
    const rule: Rule = {
      ...everyTag({}, { severity: 'off' }),
      scope: 'tag',
      check({ uri }) {
        asked.push(uri.split('/').at(-1) ?? '');
        return [];
      },
    };
    await run(
      {
        'warrant.yaml': 'manuscript: [a.md, b.md]\n',
        'a.md': '[A]{.claim}',
        'b.md': `---\nwarrant: ${warrant}\n---\n\n[B]{.claim}`,
      },
      rule,
    );
    expect(asked.sort()).toEqual(expected);
  });

  it('of a milder problem stay milder', async () => {
    const rule = everyTag({ severity: 'hint' });
    expect(await severities(paper('{}'), rule)).toEqual(['hint']);
    expect(await severities(paper('{rules: {every-tag: error}}'), rule)).toEqual(['hint']);
    expect(await severities(paper('{rules: {every-tag: off}}'), rule)).toEqual([]);
  });

  it('of a problem of one stage count under that stage only', async () => {
    const rule = everyTag({ stage: 'submission', severity: 'error' });
    expect(await severities(paper('{}'), rule)).toEqual([]);
    expect(await severities(paper('{stage: submission}'), rule)).toEqual(['error']);
  });
});

describe('a suppression', () => {
  const hidden = async (body: string, more: Files = {}) => {
    const found = await run({ 'a.md': `---\nwarrant: true\n---\n\n${body}`, ...more });
    return found.length === 0;
  };

  it.each([
    ['the next paragraph', '<!-- warrant-ignore every-tag: x -->\n\nB\nb [A]{.claim}'],
    ['a paragraph directly below', '<!-- warrant-ignore every-tag: x -->\n[A]{.claim}'],
    [
      'a div with all that it holds',
      '<!-- warrant-ignore every-tag: x -->\n\n::: {.claim}\nA\n\n[B]{.claim}\n:::',
    ],
    ['a heading', '<!-- warrant-ignore every-tag: x -->\n\n# A {.step}\n\nB'],
    ['a tight list', '<!-- warrant-ignore every-tag: x -->\n\n- A\n- [B]{.claim}'],
    ['a table', '<!-- warrant-ignore every-tag: x -->\n\n| a |\n|---|\n| [B]{.claim} |'],
    ['its own line', 'B [A]{.claim} <!-- warrant-ignore every-tag: x -->\nC'],
    ['several rules', '<!-- warrant-ignore unknown-id, every-tag: x -->\n\n[A]{.claim}'],
    [
      'the block after several of them',
      '<!-- warrant-ignore every-tag: x -->\n\n<!-- warrant-ignore unknown-id: y -->\n\n[A]{.claim}',
    ],
    ['a block in a quotation', '> <!-- warrant-ignore every-tag: x -->\n>\n> [A]{.claim}'],
    [
      'the file, wherever it stands',
      '[A]{.claim}\n\n<!-- warrant-ignore-file every-tag: x -->\n\n[B]{.claim}',
    ],
    [
      'the block with a reason over several lines',
      '<!-- warrant-ignore every-tag:\n  x and\n\n  y -->\n\n[A]{.claim}',
    ],
  ])('hides %s', async (_, body) => {
    expect(await hidden(body)).toBe(true);
  });

  it.each([
    ['the block after the next', '<!-- warrant-ignore every-tag: x -->\n\nB\n\n[A]{.claim}'],
    ['what stands before it', '[A]{.claim}\n\n<!-- warrant-ignore every-tag: x -->\n\nB'],
    ['the section of a heading', '<!-- warrant-ignore every-tag: x -->\n\n# A\n\n[B]{.claim}'],
    ['the next line, when it shares one', 'B <!-- warrant-ignore every-tag: x -->\n[A]{.claim}'],
    ['other rules', '<!-- warrant-ignore every-tags: x -->\n\n[A]{.claim}'],
    ['anything without a reason', '<!-- warrant-ignore every-tag -->\n\n[A]{.claim}'],
    ['anything with an empty reason', '<!-- warrant-ignore every-tag: -->\n\n[A]{.claim}'],
    ['anything from code', '```\n<!-- warrant-ignore-file every-tag: x -->\n```\n\n[A]{.claim}'],
  ])('does not hide %s', async (_, body) => {
    expect(await hidden(body)).toBe(false);
  });

  it('in the front matter can hide the whole file', async () => {
    const found = await run({
      'a.md': '---\nwarrant: true\n# warrant-ignore-file every-tag: x\n---\n\n[A]{.claim}',
    });
    expect(found).toEqual([]);
  });

  it('in warrant.yaml hides the next entry or its own line', async () => {
    const problems = async (elements: string) => {
      const files = {
        'a.md': '[A]{.claim #c-a}',
        'warrant.yaml': `manuscript: a.md\nelements:\n${elements}`,
      };
      return findings(await projectFrom(files), 'unknown-id').map(({ message }) => message);
    };
    expect(await problems('  c-x: {type: finding}\n')).toHaveLength(1);
    expect(
      await problems('  # warrant-ignore unknown-id: to come\n  c-x:\n    type: finding\n'),
    ).toEqual([]);
    expect(await problems('  c-x: {type: finding} # warrant-ignore unknown-id: to come\n')).toEqual(
      [],
    );
    expect(
      await problems('  # warrant-ignore unknown-id: x\n  c-a:\n    scope: x\n  c-x: {}\n'),
    ).toHaveLength(1);
  });
});
