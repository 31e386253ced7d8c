import { nearest } from '../model';
import type { Project, ReferenceUse } from '../project';
import type { Problem, Rule } from './rule';
import { declareSource } from './shared/declareSource';
import { perProject } from './shared/perProject';
import { isMisquoted } from './shared/quotes';
import { isExact, namesWork, sigilOf } from './shared/references';
import { didYouMean, suggest, suggestionFixes } from './shared/suggestions';
import { problemsIn } from './shared/problems';

/** Reports `source=` that names neither a declared source nor a citation. */
export const undeclaredSource: Rule = {
  id: 'undeclared-source',
  severity: 'error',
  scope: 'element',
  documentation: {
    summary:
      'Evidence names a source that is declared nowhere: neither under `sources:` in `warrant.yaml` or the front matter, nor as a citation key with its `@`. Without it nobody can tell who spoke, when and in what capacity, and interviews cannot be counted. Correct the name or declare the source.',
    bad: `---
warrant:
  sources:
    - {id: owner, kind: interview, informant: owner-manager}
---

[“Nobody asked for the bonus.”]{.evidence source=ownr display=context}
`,
    good: `---
warrant:
  sources:
    - {id: owner, kind: interview, informant: owner-manager}
---

[“Nobody asked for the bonus.”]{.evidence source=owner display=context}
`,
  },
  check(element, project) {
    return problemsIn(project.referencesFrom(element), (use) => {
      const { resolution, attribute, target } = use;
      if (resolution !== undefined || attribute?.name !== 'source') return undefined;
      // Quotes of the wrong kind around it are a near miss.
      return isMisquoted(target) || hidesSources(project) ? undefined : problem(project, use);
    });
  },
  fix(finding, project) {
    const { target } = finding.data;
    const declared = typeof target === 'string' ? declareSource(project, target) : [];
    return [...suggestionFixes(finding), ...declared];
  },
};

/** What stands in YAML that cannot be read may well declare it. */
const hidesSources = perProject((project) =>
  project.problems.some((found) => 'hidesRest' in found),
);

function problem(project: Project, use: ReferenceUse): Problem {
  const { target, place, owner } = use;
  const names = isWork(project, target)
    ? [`@${target}`]
    : nearest(
        target,
        project.sources.map(({ id }) => id),
      ).map((name) => sigilOf(use) + name);
  const hint = 'declare it under sources: in warrant.yaml or the front matter';
  return {
    message: `No source is declared as ${target}${didYouMean(names, hint)}`,
    place,
    ...(owner ? { element: owner } : {}),
    data: { target, ...(isExact(project, use) ? suggest(names) : {}) },
  };
}

/** Whether a name is the key of a work, which wants its `@`. */
function isWork(project: Project, name: string): boolean {
  return namesWork(project, name) || listedWorks(project).has(name);
}

/** The works that front matter holds. */
const listedWorks = perProject(
  ({ files }) => new Set(files.flatMap(({ frontMatter }) => frontMatter.references)),
);
