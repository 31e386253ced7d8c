import { attributeOf, attributesOf, elementOfNode, type Element, type Project } from '../project';
import type { Link } from '../project';
import type { Problem, Rule } from './rule';
import { problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';
import { outside, periodOf } from './shared/periods';
import { NONE, problemsIn } from './shared/problems';

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
    { related: [{ message: `The period of ${nameOf(step)}`, place: period.attribute.place }] },
  );
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
