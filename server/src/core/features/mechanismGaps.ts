import {
  claimsOf,
  has,
  hasOutcome,
  hasTrigger,
  isSupported,
  partsOf,
  stepsOf,
  supportOf,
  valueOf,
  type Element,
  type Project,
} from '../project';

/** What a mechanism lacks. */
export type MechanismGap =
  'trigger' | 'outcome' | 'activities' | 'entities' | 'steps' | 'scope' | 'evidence';

/** What is missing from a mechanism, the gravest first. `evidence` only where its status says that there is some. */
export function gapsOf(project: Project, mechanism: Element): MechanismGap[] {
  const steps = stepsOf(project, mechanism);
  const parts = partsOf(project, mechanism);
  const missing: Readonly<Record<MechanismGap, boolean>> = {
    trigger: !hasTrigger(project, mechanism),
    outcome: !hasOutcome(project, mechanism),
    activities: !has(mechanism, 'activities') && !steps.some((step) => has(step, 'activity')),
    entities: !has(mechanism, 'entities') && !steps.some((step) => has(step, 'entity')),
    steps: steps.length === 0 && parts.length === 0,
    scope: !has(mechanism, 'scope'),
    evidence:
      valueOf(mechanism, 'status') === 'evidenced' && !isEvidenced(project, mechanism, steps),
  };
  return (Object.keys(missing) as MechanismGap[]).filter((gap) => missing[gap]);
}

/** Whether evidence, or a supported claim that reports it, bears a step out. */
export function isStepEvidenced(project: Project, step: Element): boolean {
  return (
    supportOf(project, step).length > 0 ||
    claimsOf(project, step).some((claim) => isSupported(project, claim))
  );
}

function isEvidenced(project: Project, mechanism: Element, steps: readonly Element[]): boolean {
  return (
    supportOf(project, mechanism).length > 0 || steps.some((step) => isStepEvidenced(project, step))
  );
}
