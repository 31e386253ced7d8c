import { hasOutcome, hasTrigger, stepsOf, type Element, type Project } from '../project';
import type { Fix, Rule } from './rule';
import { askFor, elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { isOnlyInAbstract } from './shared/grounds';
import { capitalNamed, theNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports mechanisms that do not say what sets them off or what they produce. */
export const incompleteMechanism: Rule = {
  id: 'incomplete-mechanism',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['mechanism'],
  documentation: {
    summary:
      'A mechanism links a trigger to an outcome. The rule reports mechanisms that lack one or both: neither the attribute `trigger` or `outcome`, in the text or under `elements:`, nor a step with that `position`. Say what sets the mechanism off and what it produces. Rival mechanisms (named by the `rival` of another) are left alone.',
    bad: `The crisis became [a sorting mechanism]{.mechanism #m-sort trigger="furnaces shut and bonus points lapse"}.
`,
    good: `The crisis became [a sorting mechanism]{.mechanism #m-sort trigger="furnaces shut and bonus points lapse"
outcome="a committed core and a sceptical periphery"}.
`,
  },
  check(element, project) {
    const lacking = lackingEnds(project, element);
    if (lacking.length === 0 || isOnlyInAbstract(project, element)) return NONE;
    if (project.linksTo(element, 'rival').length > 0) return NONE;
    if (isFaulty(project, element, ['trigger', 'outcome'])) return NONE;
    if (stepsOf(project, element).some((step) => isFaulty(project, step, ['position'])))
      return NONE;
    return [problemOf(element, message(element, lacking), { data: { lacking } })];
  },
  fix(finding, project) {
    const mechanism = elementOfFinding(finding, project);
    if (!mechanism) return [];
    const lacking = lackingEnds(project, mechanism);
    return [
      ...stepFixes(project, mechanism, lacking),
      ...askFor(project, mechanism, lacking.join(' and '), lacking),
    ];
  },
};

type End = 'trigger' | 'outcome';

function lackingEnds(project: Project, mechanism: Element): End[] {
  return [
    ...(hasTrigger(project, mechanism) ? [] : (['trigger'] as const)),
    ...(hasOutcome(project, mechanism) ? [] : (['outcome'] as const)),
  ];
}

function message(mechanism: Element, lacking: readonly End[]): string {
  const name = capitalNamed('mechanism', mechanism);
  if (lacking.length > 1) {
    return `${name} has neither a trigger nor an outcome; say what sets it off and what it produces`;
  }
  return lacking[0] === 'trigger'
    ? `${name} has an outcome but no trigger; say what sets it off`
    : `${name} has a trigger but no outcome; say what it produces`;
}

/** Its first step may be what sets it off, and its last what it produces. */
function stepFixes(project: Project, mechanism: Element, lacking: readonly End[]): Fix[] {
  const steps = stepsOf(project, mechanism);
  return lacking.flatMap((end) => {
    const step = end === 'trigger' ? steps[0] : steps.length > 1 ? steps.at(-1) : undefined;
    if (!step) return [];
    return setOn(project, step, `Mark ${theNamed('step', step)} as its ${end}`, { position: end });
  });
}
