import { claimsOf, hasSupport, isSupported, partsOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { isFaulty, isMisspeltElsewhere } from './shared/faults';
import { evidenceFixes, isOnlyInAbstract } from './shared/grounds';
import { elementOfFinding, problemOf } from './shared/fixing';
import { isRival, wholesOf } from './shared/mechanisms';
import { theNamed } from './shared/naming';
import { holds } from './shared/nesting';
import { NONE } from './shared/problems';

/** Reports steps for which nothing is shown. */
export const stepWithoutEvidence: Rule = {
  id: 'step-without-evidence',
  severity: 'information',
  scope: 'element',
  kinds: ['step'],
  documentation: {
    summary:
      'Within a case, each part of a mechanism wants evidence of its own: a chain is as strong as the link that nobody has looked at. The rule reports steps that neither evidence supports nor a supported claim reports. Evidence inside the passage or section that a step covers counts; evidence on which a test failed, or that only sets a scene, does not. Steps of a mechanism that is marked `status=theorized`, and of a rival mechanism, are left alone.',
    config: `sources:
  - {id: minutes, kind: document}
`,
    bad: `## The bonus ends {.step #s-end of=m-sort n=1 activity="the Works stops paying"}

The minutes are dry about it:
["The bonus lapses on 1 April."]{.evidence #e-lapse source=minutes}

## The members part {.step #s-part of=m-sort n=2 activity="firms stay or leave"}

Some went on as before. The others were not seen again.

::: {.mechanism #m-sort trigger="the bonus ends" outcome="a committed core"
activities="staying; leaving" scope="members share a site"}
The crisis sorted the members.
:::
`,
    good: `## The bonus ends {.step #s-end of=m-sort n=1 activity="the Works stops paying"}

The minutes are dry about it:
["The bonus lapses on 1 April."]{.evidence #e-lapse source=minutes}

## The members part {.step #s-part of=m-sort n=2 activity="firms stay or leave"}

Some went on as before. The others were not seen again:
["Present: 17 of 41."]{.evidence #e-sheet source=minutes}

::: {.mechanism #m-sort trigger="the bonus ends" outcome="a committed core"
activities="staying; leaving" scope="members share a site"}
The crisis sorted the members.
:::
`,
  },
  check(element, project) {
    if (isEvidenced(project, element)) return NONE;
    const wholes = wholesOf(project, element);
    if (wholes.some((whole) => isRival(project, whole) || isTheorized(whole))) return NONE;
    if (isFaulty(project, element, ['evidence'])) return NONE;
    if (isMisspeltElsewhere(project, element, ['supports', 'tests'])) return NONE;
    if (isOnlyInAbstract(project, element)) return NONE;
    return [
      problemOf(
        element,
        `Nothing shows that ${theNamed('step', element)} took place; link its evidence, or tag it in the passage`,
      ),
    ];
  },
  fix(finding, project) {
    const step = elementOfFinding(finding, project);
    return step ? evidenceFixes(project, step) : [];
  },
};

/** Whether evidence supports a step, or something that the step covers, or a claim that reports it. */
function isEvidenced(project: Project, step: Element): boolean {
  return (
    hasSupport(project, step) ||
    partsOf(project, step).some((part) => hasSupport(project, part)) ||
    claimsOf(project, step).some((claim) => isSupported(project, claim)) ||
    holds(project, step, (inner) =>
      inner.kind === 'claim' ? isSupported(project, inner) : hasSupport(project, inner),
    )
  );
}

/** Whether the author says that a mechanism is put forward on theoretical grounds. */
function isTheorized(mechanism: Element): boolean {
  return mechanism.attributes.some(({ name, text }) => name === 'status' && text === 'theorized');
}
