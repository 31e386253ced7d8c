import { elementOfNode, premisesOf, supportOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, problemOf } from './shared/fixing';
import { evidenceFixes, isAsserted, isOfType, isOnlyInAbstract } from './shared/grounds';
import { nameOf } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports findings whose evidence comes from one source alone. Off unless asked for. */
export const singleSourceClaim: Rule = {
  id: 'single-source-claim',
  severity: 'off',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'A finding that one informant alone carries may be that informant’s view. The rule, which is off unless `rules:` switches it on, reports findings all of whose evidence comes from one declared source. It says nothing of findings with premises, with cited works, or with evidence whose source is not named. Many a good finding rests on one source: whether sources agree is better judged for a whole mechanism.',
    byHand: 'Where no evidence is near, only the author can look for what other sources say.',
    bad: `---
warrant:
  sources: [{id: owner, kind: interview}, {id: foreman, kind: interview}]
---

[Trust outlived the incentives]{.claim #c-trust evidence="e-paid e-home"}, said the owner:
["Nobody paid us to come."]{.evidence #e-paid source=owner} ["We came home with a list."]{.evidence #e-home source=owner}
`,
    good: `---
warrant:
  sources: [{id: owner, kind: interview}, {id: foreman, kind: interview}]
---

[Trust outlived the incentives]{.claim #c-trust evidence="e-paid e-home"}, said the owner and a foreman:
["Nobody paid us to come."]{.evidence #e-paid source=owner} ["We came home with a list."]{.evidence #e-home source=foreman}
`,
  },
  check(element, project) {
    if (!isOfType(element, 'finding') || !isAsserted(element)) return NONE;
    if (isOnlyInAbstract(project, element) || premisesOf(project, element).length > 0) return NONE;
    const source = onlySource(project, element);
    if (source === undefined) return NONE;
    return [
      problemOf(
        element,
        `All evidence for ${nameOf(element)} comes from one source, ${source}; does another one bear it out?`,
      ),
    ];
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    return claim ? evidenceFixes(project, claim) : [];
  },
};

/** The one source of all evidence for a claim; undefined where there are several, or where one is not known. */
function onlySource(project: Project, claim: Element): string | undefined {
  const sources = new Set<string>();
  for (const { from } of supportOf(project, claim)) {
    const evidence = elementOfNode(from);
    const links = evidence ? project.linksFrom(evidence, 'source') : [];
    if (links.length === 0) return undefined;
    for (const { to } of links) {
      if (to.type !== 'source') return undefined;
      sources.add(to.id);
    }
  }
  const [source] = sources;
  return sources.size === 1 ? source : undefined;
}
