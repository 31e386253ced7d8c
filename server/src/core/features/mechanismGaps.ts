import type { Element, Project } from '../project';
import type { Problem, Rule } from '../rules';
import { blackBoxMechanism } from '../rules/blackBoxMechanism';
import { incompleteMechanism } from '../rules/incompleteMechanism';
import { mechanismWithoutScope } from '../rules/mechanismWithoutScope';
import { mechanismWithoutSteps } from '../rules/mechanismWithoutSteps';
import { settingsOf, severityOfRule } from '../rules/severity';
import { stepWithoutEvidence } from '../rules/stepWithoutEvidence';
import { unevidencedMechanism } from '../rules/unevidencedMechanism';

/** What a mechanism can lack. */
export type MechanismGap = 'trigger' | 'outcome' | 'steps' | 'activities' | 'scope' | 'evidence';

/** The rules that say whether something is missing: so views and findings always agree. */
const RULES: readonly (readonly [Exclude<MechanismGap, 'trigger' | 'outcome'>, Rule])[] = [
  ['steps', mechanismWithoutSteps],
  ['activities', blackBoxMechanism],
  ['scope', mechanismWithoutScope],
  ['evidence', unevidencedMechanism],
];

/** What is missing from a mechanism. A rule that the author has switched off asks for nothing. */
export function gapsOf(project: Project, mechanism: Element): MechanismGap[] {
  const lacking = problems(project, mechanism, incompleteMechanism).flatMap(
    ({ data }) => data?.['lacking'] ?? [],
  );
  const ends = (['trigger', 'outcome'] as const).filter((end) => lacking.includes(end));
  const others = RULES.filter(([, rule]) => problems(project, mechanism, rule).length > 0);
  return [...ends, ...others.map(([gap]) => gap)];
}

/** Whether a step wants evidence that nothing gives it. */
export function lacksEvidence(project: Project, step: Element): boolean {
  return problems(project, step, stepWithoutEvidence).length > 0;
}

function problems(project: Project, element: Element, rule: Rule): Problem[] {
  const settings = settingsOf(project, element.place.uri);
  if (rule.scope !== 'element' || rule.kinds?.includes(element.kind) === false) return [];
  if (severityOfRule(rule, settings) === 'off') return [];
  return [...rule.check(element, project)];
}
