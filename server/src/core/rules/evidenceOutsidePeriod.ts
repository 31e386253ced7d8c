import { attributeOf, attributesOf, elementOfNode, type Element, type Project } from '../project';
import type { Link } from '../project';
import type { Finding, Fix, Problem, Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { labelOf, nameOf } from './shared/naming';
import { nearby } from './shared/nearby';
import { outside, periodOf } from './shared/periods';
import { NONE, problemsIn } from './shared/problems';
import { isWritten, sigilOf } from './shared/references';
import { editFix } from './shared/suggestions';
import { useAt } from './shared/usesEdits';

/** Sources that speak of the past: afterwards, they are dated later than what they tell. */
const RETROSPECTIVE: ReadonlySet<string> = new Set(['interview', 'survey']);

/** Reports evidence that is dated outside the period of the step that it supports. */
export const evidenceOutsidePeriod: Rule = {
  id: 'evidence-outside-period',
  severity: 'information',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'What was written before a step began, or observed after it had ended, can hardly show that the step took place. The rule compares the `date` of evidence with the `period` of the steps that it supports or challenges. Interviews and surveys look back, so that they may be dated after the period, but not before it; published research is left alone. Correct the date or the period, or link the evidence to the step to which it belongs.',
    config: `sources:
  - {id: minutes, kind: document}
`,
    bad: `::: {.step #s-learn of=m-path n=1 period=2019-07/2020-02}
Members began to question the rules: ["Rule 7 struck, proposed by two
contractors."]{.evidence #e-minutes source=minutes date=2018-01-22}
:::

The history is [a path from coercion to commitment]{.mechanism #m-path
trigger="a tender" outcome="a core of members" activities="questioning"
scope="members share a site"}.
`,
    good: `::: {.step #s-learn of=m-path n=1 period=2019-07/2020-02}
Members began to question the rules: ["Rule 7 struck, proposed by two
contractors."]{.evidence #e-minutes source=minutes date=2020-01-22}
:::

The history is [a path from coercion to commitment]{.mechanism #m-path
trigger="a tender" outcome="a core of members" activities="questioning"
scope="members share a site"}.
`,
  },
  check(element, project) {
    const date = attributeOf(element, 'date');
    if (!date) return NONE;
    const kinds = kindsOf(project, element);
    if (kinds.includes('literature')) return NONE;
    const links = [
      ...project.linksFrom(element, 'supports'),
      ...project.linksFrom(element, 'challenges'),
    ];
    return problemsIn(links, (link) => {
      const problem = judge(element, link, links, date.text.trim(), kinds);
      return problem && { ...problem, place: date.place };
    });
  },
  fix: (finding, project) => [...linkElsewhere(finding, project), ...widenPeriod(finding, project)],
};

function judge(
  evidence: Element,
  link: Link,
  links: readonly Link[],
  date: string,
  kinds: readonly string[],
): Problem | undefined {
  const step = elementOfNode(link.to);
  const period = step?.kind === 'step' ? periodOf(step) : undefined;
  if (!step || !period || isIncidental(link, links)) return undefined;
  const side = outside(date, period.value);
  if (side === undefined) return undefined;
  if (side === 'after' && kinds.some((kind) => RETROSPECTIVE.has(kind))) return undefined;
  return problemOf(
    evidence,
    `${nameOf(evidence)} is dated ${date}, ${side} the period of the step that it belongs to (${period.attribute.text}); correct either, or link it to another step`,
    {
      related: [{ message: `The period of ${nameOf(step)}`, place: period.attribute.place }],
      data: { step: step.key },
    },
  );
}

/** Links the evidence to a step in whose period it falls. */
function linkElsewhere(finding: Finding, project: Project): Fix[] {
  const { evidence, step, date } = subjectOf(finding, project);
  if (!evidence || !step || !date) return [];
  const declared = [
    ...project.linksFrom(evidence, 'supports'),
    ...project.linksFrom(evidence, 'challenges'),
  ].filter(({ to }) => elementOfNode(to) === step);
  const [declaration, ...others] = declared.flatMap(({ declarations }) => declarations);
  const use = declaration?.owner === evidence ? useAt(project, declaration.place) : undefined;
  if (!use || others.length > 0 || !isWritten(project, use)) return [];
  const fitting = nearby(project, step, (other) => {
    const period = other.kind === 'step' && other.id !== undefined ? periodOf(other) : undefined;
    return period && outside(date, period.value) === undefined ? 0 : undefined;
  });
  return fitting.map((other) =>
    editFix(`Link it to ${labelOf(other)}, in whose period it falls`, use.place, [
      { range: use.place.range, newText: sigilOf(use) + (other.id ?? '') },
    ]),
  );
}

/** Lets the step begin earlier or end later, so that the evidence falls into it. */
function widenPeriod(finding: Finding, project: Project): Fix[] {
  const { step, date } = subjectOf(finding, project);
  const period = step && periodOf(step)?.value;
  if (!period || !date) return [];
  const isBefore = outside(date, period) === 'before';
  const { start, end } = period;
  const value = isBefore ? `${date}/${end || '..'}` : `${start || '..'}/${date}`;
  const title = `Let the period of ${nameOf(step)} ${isBefore ? 'begin' : 'end'} in ${date}`;
  return setOn(project, step, title, { period: value });
}

/** The evidence that a finding is about, its date, and the step outside of which that lies. */
function subjectOf(finding: Finding, project: Project) {
  const evidence = elementOfFinding(finding, project);
  const key = finding.data['step'];
  return {
    evidence,
    step: typeof key === 'string' ? project.elementWithKey(key) : undefined,
    date: evidence && attributeOf(evidence, 'date')?.text.trim(),
  };
}

/** Whether evidence just stands in the section of a step, while its author says that it is about something else. */
function isIncidental(link: Link, links: readonly Link[]): boolean {
  const isWritten = ({ declarations }: Link) => declarations.some(({ by }) => by !== 'nesting');
  return !isWritten(link) && links.some(isWritten);
}

/** The source type of evidence: its own, else those of its sources. */
function kindsOf(project: Project, evidence: Element): string[] {
  const own = attributesOf(evidence, 'kind').map(({ text }) => text);
  if (own.length > 0) return own;
  return project
    .linksFrom(evidence, 'source')
    .flatMap(({ to }) => (to.type === 'source' ? (project.source(to.id)?.kind ?? []) : []));
}
