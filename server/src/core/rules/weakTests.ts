import { attributeOf, needsNoSupport, valueOf } from '../project';
import type { Rule } from './rule';
import { isFaulty } from './shared/faults';
import { problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';
import { editFix } from './shared/suggestions';
import { NONE } from './shared/problems';

/** Reports claims that are called certain on the strength of straws in the wind. */
export const weakTests: Rule = {
  id: 'weak-tests',
  severity: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'A straw in the wind is neither necessary nor sufficient: passing such a test speaks for a claim only slightly. The rule reports claims with `qualifier=certain` whose evidence was put to no other test (Van Evera 1997; Collier 2011). Look for a hoop or a smoking-gun test, or hold the claim less surely.',
    config: `sources:
  - {id: sheets, kind: archival}
`,
    bad: `[The members stayed out of conviction]{.claim #c-stay qualifier=certain}, and the
obvious rival, that [they had nowhere else to sell]{.claim type=rival status=defeated},
can be set aside. [Seventeen firms kept coming]{.evidence supports=c-stay
source=sheets tests="c-stay:straw:pass"} after the bonus had ended.
`,
    good: `[The members stayed out of conviction]{.claim #c-stay qualifier=probable}, and the
obvious rival, that [they had nowhere else to sell]{.claim type=rival status=defeated},
can be set aside. [Seventeen firms kept coming]{.evidence supports=c-stay
source=sheets tests="c-stay:straw:pass"} after the bonus had ended.
`,
  },
  check(element, project) {
    const qualifier = attributeOf(element, 'qualifier');
    if (qualifier?.text !== 'certain') return NONE;
    if (needsNoSupport(element) || valueOf(element, 'type') === 'rival') return NONE;
    const tests = project.linksTo(element, 'supports').flatMap((link) => link.tests);
    if (tests.length === 0 || tests.some(({ test }) => test !== 'straw')) return NONE;
    if (isFaulty(project, element, ['qualifier', 'evidence'])) return NONE;
    return [
      problemOf(
        element,
        `${nameOf(element)} is called certain, but its evidence was put to straw-in-the-wind tests only; find a stronger test, or call it probable`,
        { place: qualifier.place },
      ),
    ];
  },
  fix: ({ place }) => [
    editFix('Call it probable', place, [{ range: place.range, newText: 'probable' }]),
  ],
};
