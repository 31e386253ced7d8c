import { claimsOf } from '../project';
import type { Rule } from './rule';
import { isFaulty } from './shared/faults';
import { askFor, elementOfFinding, problemOf } from './shared/fixing';
import { isOnlyInAbstract } from './shared/grounds';
import { isRival, says, wholesOf } from './shared/mechanisms';
import { capitalNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports mechanisms that do not say under which conditions they work. */
export const mechanismWithoutScope: Rule = {
  id: 'mechanism-without-scope',
  severity: 'information',
  scope: 'element',
  kinds: ['mechanism'],
  documentation: {
    summary:
      'What a mechanism does in one case it does elsewhere only where the same conditions hold, so a reader who wants to carry it over must know them. The rule reports mechanisms without `scope`, unless a mechanism of which they are part, or a claim that reports them, names the conditions. Rival mechanisms are left alone.',
    bad: `Reports rose through [platform incubation]{.mechanism #m-incubate
trigger="an outsider takes the chair" outcome="members question the rules"
activities="visiting each other's sites; rewriting the rules"}:
[crews walked each other's sites]{.step of=m-incubate n=1 evidence="@minutes2019"}, and
[members struck rules they found idle]{.step of=m-incubate n=2 evidence="@minutes2019"}
[@minutes2019].
`,
    good: `Reports rose through [platform incubation]{.mechanism #m-incubate
trigger="an outsider takes the chair" outcome="members question the rules"
activities="visiting each other's sites; rewriting the rules"
scope="firms that work on the same site"}:
[crews walked each other's sites]{.step of=m-incubate n=1 evidence="@minutes2019"}, and
[members struck rules they found idle]{.step of=m-incubate n=2 evidence="@minutes2019"}
[@minutes2019].
`,
  },
  check(element, project) {
    const speakers = [element, ...wholesOf(project, element), ...claimsOf(project, element)];
    if (speakers.some((speaker) => says(speaker, 'scope'))) return NONE;
    if (isRival(project, element) || isFaulty(project, element, ['scope', 'of'])) return NONE;
    if (isOnlyInAbstract(project, element)) return NONE;
    return [
      problemOf(
        element,
        `${capitalNamed('mechanism', element)} names no scope; say under which conditions it works`,
      ),
    ];
  },
  fix(finding, project) {
    const mechanism = elementOfFinding(finding, project);
    return mechanism ? askFor(project, mechanism, 'its scope', ['scope']) : [];
  },
};
