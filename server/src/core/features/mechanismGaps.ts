import type { Element, Project } from '../project';
import type { Rule } from '../rules';
import { blackBoxMechanism } from '../rules/blackBoxMechanism';
import { incompleteMechanism } from '../rules/incompleteMechanism';
import { mechanismWithoutScope } from '../rules/mechanismWithoutScope';
import { mechanismWithoutSteps } from '../rules/mechanismWithoutSteps';
import { stepWithoutEvidence } from '../rules/stepWithoutEvidence';
import { unevidencedMechanism } from '../rules/unevidencedMechanism';
import { findingsOn } from './findingsOn';

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
  const lacking = findingsOn(project, mechanism, incompleteMechanism).flatMap(
    ({ data }) => data?.['lacking'] ?? [],
  );
  const ends = (['trigger', 'outcome'] as const).filter((end) => lacking.includes(end));
  const others = RULES.filter(([, rule]) => findingsOn(project, mechanism, rule).length > 0);
  return [...ends, ...others.map(([gap]) => gap)];
}

/** Whether a step wants evidence that nothing gives it. */
export function lacksEvidence(project: Project, step: Element): boolean {
  return findingsOn(project, step, stepWithoutEvidence).length > 0;
}
