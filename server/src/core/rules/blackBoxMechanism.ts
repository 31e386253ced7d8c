import type { Element, Project } from '../project';
import type { Rule } from './rule';
import { isFaulty, isMisspeltElsewhere } from './shared/faults';
import { askFor, elementOfFinding, problemOf } from './shared/fixing';
import { isOnlyInAbstract } from './shared/grounds';
import { hasInside, isRival, says, stepFixes } from './shared/mechanisms';
import { capitalNamed } from './shared/naming';
import { perKey } from './shared/perProject';
import { NONE } from './shared/problems';

/** A step whose tagged text has this many words or more says what is done. */
const CLAUSE_WORDS = 4;

/** Reports mechanisms that do not say who does what. */
export const blackBoxMechanism: Rule = {
  id: 'black-box-mechanism',
  severity: 'information',
  scope: 'element',
  kinds: ['mechanism'],
  documentation: {
    summary:
      'A mechanism explains by showing how its entities act on one another; a trigger and an outcome with nothing between them are a black box. The rule reports mechanisms with neither `activities` nor a step or sub-mechanism that says what is done, be it by `activity` or in the tagged passage. Name the activities, separated by `;`, or tag the steps.',
    bad: `The rise in reports we explain by [platform incubation]{.mechanism #m-incubate
trigger="an outsider takes the chair" outcome="members question the rules"
scope="firms that share a site"}.
`,
    good: `The rise in reports we explain by [platform incubation]{.mechanism #m-incubate
trigger="an outsider takes the chair" outcome="members question the rules"
activities="visiting each other's sites; rewriting the rules"
scope="firms that share a site"}. First
[crews visited each other's sites]{.step of=m-incubate n=1 evidence="@minutes2019"}, then
[members rewrote the rules]{.step of=m-incubate n=2 evidence="@minutes2019"}
[@minutes2019].
`,
  },
  check(element, project) {
    if (says(element, 'activities')) return NONE;
    if (
      hasInside(project, element, (part) => saysWhatIsDone(project, part)) ||
      isRival(project, element)
    )
      return NONE;
    if (isFaulty(project, element, ['activities', 'parts'])) return NONE;
    if (isMisspeltElsewhere(project, element, ['of'])) return NONE;
    if (isOnlyInAbstract(project, element)) return NONE;
    return [
      problemOf(
        element,
        `${capitalNamed('mechanism', element)} does not say who does what; name its activities or tag its steps`,
      ),
    ];
  },
  fix(finding, project) {
    const mechanism = elementOfFinding(finding, project);
    if (!mechanism) return [];
    return [
      ...askFor(project, mechanism, 'its activities', ['activities']),
      ...stepFixes(project, mechanism),
    ];
  },
};

/** Whether a part tells an activity, by attribute or by its words. */
const saysWhatIsDone = perKey((_: Project, part: Element): boolean => {
  if (part.kind === 'mechanism') return says(part, 'activities');
  const carrier = part.tag?.source.carrier;
  const tellsIt = carrier === 'span' || carrier === 'div' || part.entry?.quote !== undefined;
  return says(part, 'activity') || (tellsIt && part.text.split(/\s+/).length >= CLAUSE_WORDS);
});
