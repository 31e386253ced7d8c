import { nearest } from '../model';
import type { Problem, Rule, Run } from './rule';
import { perProject } from './shared/perProject';
import { projectProblems } from './shared/projectProblems';
import { didYouMean, suggest, suggestionFixes } from './shared/suggestions';

/** Reports what is wrong with `warrant.yaml`, with `warrant:` in the front matter, and with files that cannot be read. */
export const invalidProject: Rule = {
  id: 'invalid-project',
  severity: 'error',
  scope: 'run',
  documentation: {
    summary:
      'Something in `warrant.yaml` or under `warrant:` in the front matter cannot be read as it stands: a key or a rule that does not exist, a value of the wrong kind, YAML that is no YAML, a file of the manuscript that is not there, or quoted words that no file holds. What is faulty is left out and everything else counts, so that one slip does not cost the whole project.',
    bad: `---
warrant:
  stage: final
---

We followed [fifteen owner-managers]{.evidence} for four years.
`,
    good: `---
warrant:
  stage: submission
---

We followed [fifteen owner-managers]{.evidence} for four years.
`,
  },
  *check(run) {
    yield* projectProblems(run.project, 'invalid-project');
    yield* unknownRules(run);
  },
  fix: suggestionFixes,
};

/** What is set of rules, which is asked for after every edit. */
const settingsOf = perProject(({ config, files }) =>
  [config, ...files.map(({ frontMatter }) => frontMatter)].flatMap((place) => place?.rules ?? []),
);

function* unknownRules({ project, known }: Run): Iterable<Problem> {
  for (const { rule, place } of settingsOf(project)) {
    if (known.has(rule)) continue;
    const names = nearest(rule, known);
    yield {
      message: `“${rule}” is not a rule of Warrant${didYouMean(names)}`,
      place,
      data: suggest(names),
    };
  }
}
