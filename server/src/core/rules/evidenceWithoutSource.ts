import type { Source } from '../config';
import { attributesOf, citesInSentence, type Element, type Project } from '../project';
import { visibleText } from '../syntax';
import type { Rule } from './rule';
import { citesInOtherWays } from './shared/citing';
import { askFor, elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { capitalNamed } from './shared/naming';
import { nearby } from './shared/nearby';
import { holds, isHeldBy } from './shared/nesting';
import { perKey } from './shared/perProject';
import { namesSpeaker } from './shared/speaker';
import { NONE } from './shared/problems';

/** Reports evidence of which neither tag nor text says where it comes from. */
export const evidenceWithoutSource: Rule = {
  id: 'evidence-without-source',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'Reporting standards for qualitative research (COREQ, SRQR) ask of each quotation who speaks. The rule reports evidence without a source: no `source=` and no `qda=`, no citation in its sentence, and no speaker in the text, such as *said the owner*, *(nurse, site B)* or *— Foreman* beside the words. Declare the source under `sources:` and name it with `source=`.',
    bad: `---
warrant:
  sources:
    - {id: owner, kind: interview, informant: owner of a crane firm}
---

[Trust outlived the incentives]{.claim #c-trust evidence=e-paid}: ["Nobody paid us to come."]{.evidence #e-paid}
`,
    good: `---
warrant:
  sources:
    - {id: owner, kind: interview, informant: owner of a crane firm}
---

[Trust outlived the incentives]{.claim #c-trust evidence=e-paid}: ["Nobody paid us to come."]{.evidence #e-paid source=owner}
`,
  },
  check(element, project) {
    if (hasSource(element)) return NONE;
    if (isFaulty(project, element, ['source', 'qda']) || isSourced(project, element)) return NONE;
    if (citesInSentence(project, element) || citesInOtherWays(project, element)) return NONE;
    if (isPartOfSourced(project, element)) return NONE;
    const what = `${capitalNamed('evidence', element)} has no source`;
    return [
      problemOf(
        element,
        project.sources.length > 0
          ? `${what}; name one with source=, or say in the text whose words these are`
          : `${what}; declare it under sources: and name it with source=, or say in the text whose words these are`,
      ),
    ];
  },
  fix(finding, project) {
    const evidence = elementOfFinding(finding, project);
    if (!evidence) return [];
    if (project.sources.length === 0) {
      return askFor(project, evidence, 'a source', ['source']);
    }
    return likelySources(project, evidence).flatMap((source) => {
      const described = source.informant ?? source.role ?? source.title;
      const title = `Name the source ${source.id}${described === undefined ? '' : `, ${described}`}`;
      return setOn(project, evidence, title, { source: source.id });
    });
  },
};

function hasSource(element: Element): boolean {
  return ['source', 'qda'].some((name) =>
    attributesOf(element, name).some(({ text }) => text.trim() !== ''),
  );
}

/** Whether evidence says where it comes from, itself or by the text around it. */
const isSourced = perKey((project, element: Element): boolean => {
  return element.kind === 'evidence' && (hasSource(element) || isAttributed(project, element));
});

/** Whether evidence around or inside this names its source: a table of quotations, a part of a long excerpt. */
function isPartOfSourced(project: Project, evidence: Element): boolean {
  const test = (other: Element) => isSourced(project, other);
  return holds(project, evidence, test) || isHeldBy(project, evidence, test);
}

function isAttributed(project: Project, { tag, place }: Element): boolean {
  const whole = tag ? { uri: tag.uri, range: tag.source.range } : place;
  const content = tag ? { uri: tag.uri, range: tag.source.contentRange } : place;
  return namesSpeaker(project.passage(whole), project.passage(content));
}

/** As many sources as a menu bears. */
const MAX_SOURCES = 5;

/** How much text before the evidence may introduce its source. */
const LEAD = 300;

/** The declared sources: those that the text before the evidence describes, those of evidence near it, then the rest. */
function likelySources(project: Project, evidence: Element): Source[] {
  const document = project.file(evidence.place.uri)?.facts.document;
  const { start } = evidence.place.range;
  const before = document
    ? visibleText(document, { start: Math.max(0, start - LEAD), end: start }).text.toLowerCase()
    : '';
  const described = project.sources.filter(({ informant, role, title }) =>
    [informant, role, title].some((name) => name && before.includes(name.toLowerCase())),
  );
  const near = nearby(project, evidence, ({ kind }) => (kind === 'evidence' ? 0 : undefined))
    .flatMap((other) => project.linksFrom(other, 'source'))
    .flatMap(({ to }) => (to.type === 'source' ? (project.source(to.id) ?? []) : []));
  return [...new Set([...described, ...near, ...project.sources])].slice(0, MAX_SOURCES);
}
