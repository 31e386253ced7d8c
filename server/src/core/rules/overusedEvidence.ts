import { elementOfNode, supportOf, valueOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, problemOf } from './shared/fixing';
import { labelOf, nameOf } from './shared/naming';
import { MAX_CHOICES } from './shared/nearby';
import { perKey } from './shared/perProject';
import { NONE } from './shared/problems';
import { unlink } from './shared/usesEdits';

/** One piece of evidence may carry this many claims before anybody wonders. */
const MAX_CLAIMS = 4;

/** What stands for many observations at once, and may well support many claims. */
const COLLECTIVE: ReadonlySet<string> = new Set(['table', 'figure', 'count']);

/** Reports evidence that more claims rest on than one piece can well carry. */
export const overusedEvidence: Rule = {
  id: 'overused-evidence',
  severity: 'information',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'When one quotation supports claim after claim, a reader begins to suspect that there is no other. The rule reports evidence that supports more than four claims; restatements (`ref=`) are not counted again. Tables, figures and counts stand for many observations and are left alone. Show further evidence, or link the evidence only to the claim that it bears on most directly.',
    byHand: 'Where the claims have no other support, only the author can find some.',
    config: `sources:
  - {id: notes, kind: fieldnote}
`,
    bad: `[Trust grew]{.claim evidence=e-keys}, [rules were kept]{.claim evidence=e-keys},
[crews mixed]{.claim evidence=e-keys}, [tools were shared]{.claim evidence=e-keys}, and
[fear went]{.claim evidence=e-keys}: ["He hands his keys to a
competitor."]{.evidence #e-keys source=notes}
`,
    good: `[Trust grew]{.claim evidence=e-keys}, and [crews mixed]{.claim evidence=e-lunch}:
["He hands his keys to a competitor."]{.evidence #e-keys source=notes} and
["Both crews eat at one table."]{.evidence #e-lunch source=notes}
`,
  },
  check(element, project) {
    if (!isOverused(project, element)) return NONE;
    const { count, first } = claimsOn(project, element);
    return [
      problemOf(
        element,
        `${count} claims rest on ${nameOf(element)}, more than one piece of evidence well carries; show further evidence, or keep it for the claims that it bears on most`,
        { related: first.map((claim) => ({ message: nameOf(claim), place: claim.place })) },
      ),
    ];
  },
  fix(finding, project) {
    const evidence = elementOfFinding(finding, project);
    if (!evidence) return [];
    // Only a claim with further support can do without it.
    const links = project.linksFrom(evidence, 'supports').flatMap((link) => {
      const claim = elementOfNode(link.to);
      const support = claim?.kind === 'claim' ? supportOf(project, claim).length : 0;
      return claim && support > 1 ? [{ link, claim, support }] : [];
    });
    return links
      .sort((a, b) => b.support - a.support)
      .slice(0, MAX_CHOICES)
      .flatMap(({ link, claim }) =>
        unlink(project, `Let ${labelOf(claim)} rest on it no longer`, link),
      );
  },
};

/** Whether more claims rest on evidence than one piece of it well carries. */
export function isOverused(project: Project, evidence: Element): boolean {
  const carrier = evidence.tag?.source.carrier;
  if (carrier === 'table' || carrier === 'image') return false;
  if (COLLECTIVE.has(valueOf(evidence, 'form') ?? '')) return false;
  return claimsOn(project, evidence).count > MAX_CLAIMS;
}

/** More of the claims than these nobody looks at. */
const MAX_SHOWN = 20;

/** How many claims rest on evidence, and which ones come first. */
const claimsOn = perKey((project, evidence: Element) => {
  const claims = project
    .linksFrom(evidence, 'supports')
    .flatMap(({ to }) => elementOfNode(to) ?? [])
    .filter(({ kind }) => kind === 'claim');
  return { count: claims.length, first: claims.slice(0, MAX_SHOWN) };
});
