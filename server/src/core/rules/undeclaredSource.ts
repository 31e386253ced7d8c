import { nearest } from '../model';
import type { Project, ReferenceUse } from '../project';
import type { Problem, Rule } from './rule';
import { declareSource } from './shared/declareSource';
import { isMisquoted } from './shared/quotes';
import { isWritten, sigilOf } from './shared/references';
import { didYouMean, suggest, suggestionFixes } from './shared/suggestions';

/** Reports `source=` that names neither a declared source nor a citation. */
export const undeclaredSource: Rule = {
  id: 'undeclared-source',
  severity: 'error',
  scope: 'project',
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
  *check(project) {
    // What stands in YAML that cannot be read may well declare it.
    if (project.problems.some((found) => 'hidesRest' in found)) return;
    const sources = project.sources.map(({ id }) => id);
    const cited = citedKeys(project);
    for (const use of project.references) {
      const { resolution, attribute, target } = use;
      // Quotes of the wrong kind around it are a near miss.
      if (resolution !== undefined || attribute?.name !== 'source' || isMisquoted(target)) continue;
      yield problem(project, use, sources, cited);
    }
  },
  fix(finding, project) {
    const { target } = finding.data;
    const declared = typeof target === 'string' ? declareSource(project, target) : [];
    return [...suggestionFixes(finding), ...declared];
  },
};

function problem(
  project: Project,
  use: ReferenceUse,
  sources: readonly string[],
  cited: ReadonlySet<string>,
): Problem {
  const { target, place, owner } = use;
  const names = cited.has(target)
    ? [`@${target}`]
    : nearest(target, sources).map((name) => sigilOf(use) + name);
  const hint = 'declare it under sources: in warrant.yaml or the front matter';
  return {
    message: `No source is declared as ${target}${didYouMean(names, hint)}`,
    place,
    ...(owner ? { element: owner } : {}),
    data: { target, ...(isWritten(project, use) ? suggest(names) : {}) },
  };
}

function citedKeys({ references, files }: Project): Set<string> {
  return new Set([
    ...references.flatMap(({ resolution }) =>
      resolution?.type === 'citation' ? [resolution.key] : [],
    ),
    ...files.flatMap(({ frontMatter }) => frontMatter.references),
  ]);
}
