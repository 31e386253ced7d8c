import {
  attributesOf,
  elementOfNode,
  isAdmittedGap,
  needsNoSupport,
  premisesOf,
  supportOf,
  valueOf,
  wordsOfText,
  type Element,
  type Project,
} from '../project';
import type { Fix, Rule } from './rule';
import { isFaulty } from './shared/faults';
import { elementOfFinding, link, problemOf, setOn } from './shared/fixing';
import { labelOf, nameOf } from './shared/naming';
import { nearby } from './shared/nearby';
import { perProject } from './shared/perProject';
import { NONE } from './shared/problems';

/** Reports findings about several parties that only one of them bears out. */
export const oneSided: Rule = {
  id: 'one-sided',
  severity: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'A relationship has two sides, and each sees its own. In a project whose sources name two or more parties (`party`), the rule reports findings all of whose evidence comes from one party. Evidence that is nobody’s word, such as records and field notes without a party, ends the suspicion, and so does a claim that names that party alone, in its words or in its `scope`, and thus speaks of one side only. Look for the other side’s evidence, or say whose view it is.',
    config: `sources:
  - {id: head, kind: interview, party: buyer}
  - {id: owner, kind: interview, party: supplier}
`,
    bad: `---
warrant: true
---

[Supervision became lighter]{.claim #c-gov evidence="e-audit e-calls"}. The head of
purchasing says: ["We cut the audit to one day."]{.evidence #e-audit source=head} And
again: ["Nobody calls me at night any more."]{.evidence #e-calls source=head}

The owner of a crane firm speaks of other things. [The bonus was read
first]{.claim #c-pay evidence="e-pay e-told"}: ["We signed for the
points."]{.evidence #e-pay source=owner}, and from the other side of the table:
["I told them what it was worth."]{.evidence #e-told source=head}
`,
    good: `---
warrant: true
---

[Supervision became lighter]{.claim #c-gov evidence="e-audit e-calls"}. The head of
purchasing says: ["We cut the audit to one day."]{.evidence #e-audit source=head} And
the owner of a crane firm: ["They stopped counting our
helmets."]{.evidence #e-calls source=owner}

[The bonus was read first]{.claim #c-pay evidence="e-pay e-told"}: ["We signed for the
points."]{.evidence #e-pay source=owner}, and from the other side of the table:
["I told them what it was worth."]{.evidence #e-told source=head}
`,
  },
  check(element, project) {
    if (valueOf(element, 'type') !== 'finding') return NONE;
    if (needsNoSupport(element) || isAdmittedGap(element)) return NONE;
    if (premisesOf(project, element).length > 0) return NONE;
    const parties = partiesOf(project);
    if (parties.length < 2) return NONE;
    const party = onlyParty(project, element);
    if (party === undefined || isAboutOnly(element, party, parties)) return NONE;
    if (isFaulty(project, element, ['evidence', 'from', 'type', 'status'])) return NONE;
    const others = parties.filter((other) => other !== party);
    const [other = ''] = others;
    return [
      problemOf(
        element,
        `Only the ${party} bears out ${nameOf(element)}; look for evidence from ${others.length === 1 ? `the ${other}` : 'the other parties'}, or say whose view it is`,
      ),
    ];
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    const party = claim && onlyParty(project, claim);
    if (!claim || party === undefined) return [];
    return [
      ...evidenceOfOthers(project, claim, party),
      ...(attributesOf(claim, 'scope').length > 0
        ? []
        : setOn(project, claim, `Say that it is the view of the ${party} (scope=)`, {
            scope: `in the view of the ${party}`,
          })),
    ];
  },
};

/** The fixes that rest a claim on evidence near it from another party. */
function evidenceOfOthers(project: Project, claim: Element, party: string): Fix[] {
  const supporting = new Set(supportOf(project, claim).map(({ from }) => elementOfNode(from)));
  const others = nearby(project, claim, (candidate) => {
    if (candidate.kind !== 'evidence' || supporting.has(candidate)) return undefined;
    const parties = partiesBehind(project, candidate);
    return parties.some((other) => other !== undefined && other !== party) ? 0 : undefined;
  });
  return others.flatMap((evidence) =>
    link(
      project,
      `Rest it also on ${labelOf(evidence)}, from another party`,
      { element: claim, attribute: 'evidence' },
      { element: evidence, attribute: 'supports' },
    ),
  );
}

/** The parties whose word evidence is; undefined for a source of none. */
function partiesBehind(project: Project, evidence: Element): (string | undefined)[] {
  return project
    .linksFrom(evidence, 'source')
    .map(({ to }) => (to.type === 'source' ? project.source(to.id)?.party?.trim() : undefined));
}

const partiesOf = perProject((project) =>
  [...new Set(project.sources.flatMap(({ party }) => party?.trim() ?? []))].filter(
    (party) => party !== '',
  ),
);

/** The party from which all support of a claim comes; undefined where some comes from elsewhere. */
function onlyParty(project: Project, claim: Element): string | undefined {
  const parties = new Set<string>();
  for (const { from } of supportOf(project, claim)) {
    const evidence = elementOfNode(from);
    const behind = evidence ? partiesBehind(project, evidence) : [];
    if (behind.length === 0) return undefined;
    for (const party of behind) {
      if (!party) return undefined;
      parties.add(party);
    }
  }
  return parties.size === 1 ? [...parties][0] : undefined;
}

/** Whether a claim names one party and no other, in its words or in its scope. */
function isAboutOnly(claim: Element, party: string, parties: readonly string[]): boolean {
  const said = [claim.text, ...attributesOf(claim, 'scope').map(({ text }) => text)].join(' ');
  const words = new Set(wordsOfText(said).map(({ stem }) => singular(stem)));
  const names = (other: string) =>
    wordsOfText(other).every(({ stem }) => words.has(singular(stem)));
  return names(party) && !parties.some((other) => other !== party && names(other));
}

function singular(word: string): string {
  return word.replace(/(?<=\p{L}{3})s$/u, '');
}
