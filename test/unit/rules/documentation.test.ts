import { describe, expect, it } from 'vitest';
import { RULES } from '../../../server/src/core/rules';
import { findings, projectFrom } from '../../tools/project';

function files(
  manuscript: string,
  config: string | undefined,
  further: Readonly<Record<string, string>> = {},
) {
  return {
    'paper.md': manuscript,
    'refs.bib': '',
    ...further,
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
    const { bad, good, config, files: further, summary } = rule.documentation;
    // A rule that is off by default must be switched on to show what it does.
    const settings = rule.severity === 'off' ? `rules: {${id}: information}\n` : '';
    const yaml = config === undefined && settings === '' ? undefined : `${config ?? ''}${settings}`;

    it('has a bad example that it reports', async () => {
      expect(findings(await projectFrom(files(bad, yaml, further)), rule)).not.toEqual([]);
    });

    it('has a good example that it leaves alone', async () => {
      const found = findings(await projectFrom(files(good, yaml, further)), rule);
      expect(found.map(({ message }) => message)).toEqual([]);
    });

    it('is one paragraph of full sentences', () => {
      expect(summary).toMatch(/^[A-Z`“].*\.$/);
    });
  },
);
