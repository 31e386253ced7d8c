import { describe, expect, test } from 'vitest';
import { RULES, fixesOf } from '../../../server/src/core/rules';
import { apply, findings, projectFrom } from '../../tools/project';

/** The bad example of each rule, with what stands beside it. */
const CASES = RULES.map(({ id, severity, documentation: { bad, config = '' } }) => {
  const settings = severity === 'off' ? `rules: {${id}: information}\n` : '';
  const yaml = config + settings;
  const files = { 'paper.md': bad, 'refs.bib': '', ...(yaml ? { 'warrant.yaml': yaml } : {}) };
  return [id, files] as const;
});

describe.each(CASES)('each fix of %s', (id, files) => {
  test('can be applied, and brings no error with it', async () => {
    const project = await projectFrom(files);
    const before = findings(project);
    for (const finding of before.filter(({ rule }) => rule === id)) {
      for (const fix of fixesOf(finding, project)) {
        const after = findings(await projectFrom(apply(files, fix)));
        const errors = (list: typeof after) =>
          list.filter(({ severity }) => severity === 'error').map(({ message }) => message);
        const known = new Set(errors(before));
        const added = errors(after).filter((message) => !known.has(message));
        expect(added, `after “${fix.title}”`).toEqual([]);
      }
    }
  });
});
