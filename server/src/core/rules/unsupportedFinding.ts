import { elementOfNode, failed, valueOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { gapProblem, isOfType, lacksSupport, supportFixes } from './shared/grounds';
import { nameOf, theNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** Types of claim whose lack of support other rules judge, or that want none. */
const ELSEWHERE: ReadonlySet<string> = new Set(['interpretation', 'background', 'question']);

/** Reports findings that neither evidence nor a premise supports, and, in a submission, gaps that are admitted. */
export const unsupportedFinding: Rule = {
  id: 'unsupported-finding',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'A finding says what the data show, so some data must show it. The rule reports claims of the type `finding` (which is the default) that neither evidence nor another claim supports: no `evidence=` or `from=` on the claim, no `supports=` on a piece of evidence, no evidence inside the tagged text. Evidence on which a test failed, or that only sets a scene (`display=context`), is no support. Link the evidence, or mark the claim `status=needs-support` and say in a `note` what is missing: such a gap is admitted, and reported under `stage: submission` only. Claims in the abstract, claims that are assumed or given up, and passages that hold a supported claim are left alone.',
    bad: `The members met every month, at their own cost.

[Trust outlived the incentives]{.claim #c-trust}. As the owner of a crane firm put it:
["Nobody paid us to come."]{.evidence #e-owner source="@vandeven1995"}
`,
    good: `The members met every month, at their own cost.

[Trust outlived the incentives]{.claim #c-trust evidence=e-owner}. As the owner of a crane firm put it:
["Nobody paid us to come."]{.evidence #e-owner source="@vandeven1995"}
`,
  },
  check(element, project) {
    if (ELSEWHERE.has(valueOf(element, 'type') ?? '')) return NONE;
    const finding = isOfType(element, 'finding');
    const admits = valueOf(element, 'status') === 'needs-support';
    if ((!finding && !admits) || !lacksSupport(project, element)) return NONE;
    return [gapProblem(element, message(project, element))];
  },
  fix: supportFixes,
};

function message(project: Project, claim: Element): string {
  const name = nameOf(claim);
  const links = project.linksTo(claim, 'supports');
  if (links.some(failed)) return `${name} rests only on evidence that failed its test`;
  const [link] = links;
  const scene = link && elementOfNode(link.from);
  if (scene) {
    return `${name} rests only on ${nameOf(scene)}, which sets a scene (display=context) and supports nothing`;
  }
  return `Nothing supports ${theNamed('finding', claim)}; link its evidence or premises, or admit the gap with status=needs-support and a note`;
}
