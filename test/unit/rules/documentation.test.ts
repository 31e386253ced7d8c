import { describe, expect, it } from 'vitest';
import { RULES, type RuleDocumentation } from '../../../server/src/core/rules';
import { gitIndex } from '../../tools/gitIndex';
import { findings, projectFrom } from '../../tools/project';

function files(
  manuscript: string,
  config: string | undefined,
  further: RuleDocumentation['files'] = {},
  tracked: RuleDocumentation['tracked'],
) {
  return {
    'paper.md': manuscript,
    'refs.bib': '',
    ...further,
    ...(tracked ? { '.git/index': gitIndex(tracked) } : {}),
    ...(config === undefined ? {} : { 'warrant.yaml': config }),
  };
}

describe('the list of rules', () => {
  it('is sorted by id, each id once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))(
  'the documentation of %s',
  (id, rule) => {
    const { bad, good, config, files: further, tracked, summary } = rule.documentation;
    // A rule that is off by default must be switched on to show what it does.
    const settings = rule.severity === 'off' ? `rules: {${id}: information}\n` : '';
    const yaml = config === undefined && settings === '' ? undefined : `${config ?? ''}${settings}`;

    it('has a bad example that it reports', async () => {
      expect(findings(await projectFrom(files(bad, yaml, further, tracked)), rule)).not.toEqual([]);
    });

    it('has a good example that it leaves alone', async () => {
      const found = findings(await projectFrom(files(good, yaml, further, tracked)), rule);
      expect(found.map(({ message }) => message)).toEqual([]);
    });

    it('is one paragraph of full sentences', () => {
      expect(summary).toMatch(/^[A-Z`“].*\.$/);
    });
  },
);
