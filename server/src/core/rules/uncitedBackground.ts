import type { Element, Project } from '../project';
import type { Fix, Rule } from './rule';
import { citesInAttributes, citesInOtherWays } from './shared/citing';
import { elementOfFinding, setOn } from './shared/fixing';
import { gapFix, gapProblem, isOfType, lacksSupport } from './shared/grounds';
import { nameOf } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports background claims without a citation. */
export const uncitedBackground: Rule = {
  id: 'uncited-background',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'What earlier work has established belongs to that work, so a claim of the type `background` needs a citation. The rule looks for one in the sentence of the claim, directly after it, in its footnote, and in its attributes (`evidence="@key"`); a citation in raw TeX or typed by hand will do, and so will evidence and premises. Cite the work, mark the claim as an assumption, or admit the gap with `status=needs-support` and a `note`. The abstract is left alone.',
    bad: `[Conduct that rests on reward fades when nobody watches]{.claim #b-reward type=background}.
`,
    good: `[Conduct that rests on reward fades when nobody watches]{.claim #b-reward type=background} [@kelman1958].
`,
  },
  check(element, project) {
    if (!isOfType(element, 'background') || !lacksSupport(project, element)) return NONE;
    if (citesInAttributes(project, element) || citesInOtherWays(project, element)) return NONE;
    return [
      gapProblem(
        element,
        `${nameOf(element)} is background, but its sentence cites no work; say who has shown it`,
      ),
    ];
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    if (!claim) return [];
    return [
      ...citationFixes(project, claim),
      ...setOn(project, claim, 'Mark it as an assumption', { status: 'assumed' }),
      ...gapFix(project, claim),
    ];
  },
};

/** As many works as are worth offering: those that are cited nearest. */
const MAX_WORKS = 3;

/** Fixes that cite, behind the claim, a work that is cited near it. */
function citationFixes(project: Project, { tag }: Element): Fix[] {
  const document = tag && project.file(tag.uri)?.facts.document;
  if (!document || (tag.source.carrier !== 'span' && tag.source.carrier !== 'image')) return [];
  const { end } = tag.source.range;
  const keys = [...document.citations]
    .sort((a, b) => Math.abs(a.range.start - end) - Math.abs(b.range.start - end))
    .map(({ key }) => key);
  return [...new Set(keys)].slice(0, MAX_WORKS).map((key) => ({
    title: `Cite @${key}`,
    edits: new Map([[tag.uri, [{ range: { start: end, end }, newText: ` [@${key}]` }]]]),
  }));
}
