import { parseStepNumber, type Attribute, type StepNumber } from '../model';
import { attributeOf, elementOfNode, stepsOf, type Element, type Project } from '../project';
import type { Problem, Rule } from './rule';
import { isFaulty, isMisspeltElsewhere } from './shared/faults';
import { problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';
import { periodOf, startsBefore } from './shared/periods';
import { stepNumberFixes } from './shared/stepNumbers';

/** Reports gaps and repeats in the numbers of a mechanism's steps, and periods that run backwards. */
export const stepOrder: Rule = {
  id: 'step-order',
  severity: 'information',
  scope: 'element',
  kinds: ['mechanism'],
  documentation: {
    summary:
      'The numbers of the steps say in which order a mechanism works. The rule reports a number that is left out, a number that two steps have although they are no parallel branches (`2a`, `2b`), and a step whose `period` begins before that of the step before it. Gaps are not looked for while some step of the mechanism has no number.',
    bad: `::: {.mechanism #m-path trigger="a tender" outcome="a core of members"
activities="joining; learning; parting" scope="members share a site"}
[Firms joined for the points]{.step n=1 period=2018/2019 evidence="@register2019"}.
[A crisis then parted them]{.step n=3 period=2016 evidence="@register2020"}.
:::

All this the registers tell [@register2019; @register2020].
`,
    good: `::: {.mechanism #m-path trigger="a tender" outcome="a core of members"
activities="joining; learning; parting" scope="members share a site"}
[Firms joined for the points]{.step n=1 period=2018/2019 evidence="@register2019"}.
[They learned from each other]{.step n=2 period=2019 evidence="@register2019"}.
[A crisis then parted them]{.step n=3 period=2020 evidence="@register2020"}.
:::

All this the registers tell [@register2019; @register2020].
`,
  },
  *check(element, project) {
    if (isFaulty(project, element, ['parts'])) return;
    const steps = stepsOf(project, element);
    const numbered = steps.flatMap((step) => {
      const attribute = attributeOf(step, 'n');
      const number = attribute && parseStepNumber(attribute.text);
      const counts = attribute && number?.ok && !isFaulty(project, step, ['n']);
      return counts ? [{ step, attribute, number: number.value }] : [];
    });
    yield* repeats(element, numbered);
    const complete = numbered.length === steps.length;
    // Names like this one come and go; mostly nothing depends on it.
    const missing = complete ? [...gaps(element, numbered)] : [];
    if (missing.length > 0 && !isMisspeltElsewhere(project, element, ['of'])) yield* missing;
    yield* backwards(project, steps, numbered);
  },
  fix: stepNumberFixes,
};

interface Numbered {
  readonly step: Element;
  readonly attribute: Attribute;
  readonly number: StepNumber;
}

function* repeats(mechanism: Element, steps: readonly Numbered[]): Iterable<Problem> {
  const seen = new Map<number, Map<string, Element>>();
  for (const { step, attribute, number } of steps) {
    const branches = seen.get(number.number) ?? new Map<string, Element>();
    seen.set(number.number, branches);
    const other =
      branches.get(number.branch) ??
      (number.branch === '' ? [...branches.values()][0] : branches.get(''));
    branches.set(number.branch, other ?? step);
    if (!other) continue;
    yield problemOf(
      step,
      `${nameOf(other)} has number ${number.number} already; number ${nameOf(step)} anew, or mark parallel branches ${number.number}a and ${number.number}b`,
      {
        place: attribute.place,
        related: [{ message: 'The other step', place: other.place }],
        data: { fault: 'repeat', mechanism: mechanism.key, other: other.key },
      },
    );
  }
}

function* gaps(mechanism: Element, steps: readonly Numbered[]): Iterable<Problem> {
  let last = 0;
  let first = true;
  for (const {
    step,
    attribute,
    number: { number },
  } of steps) {
    // Some count from zero.
    if (number > last + 1 && !(first && number <= 1)) {
      const missing =
        number - last === 2 ? `no step ${last + 1}` : `no steps ${last + 1} to ${number - 1}`;
      yield problemOf(
        step,
        `There is ${missing} before ${nameOf(step)}; tag what is missing, or number it ${last + 1}`,
        { place: attribute.place, data: { fault: 'gap', mechanism: mechanism.key } },
      );
    }
    first = false;
    last = number;
  }
}

function* backwards(
  project: Project,
  steps: readonly Element[],
  numbered: readonly Numbered[],
): Iterable<Problem> {
  const periods = new Map<Element, NonNullable<ReturnType<typeof periodOf>>>();
  for (const step of steps) {
    const period = periodOf(step);
    if (period) periods.set(step, period);
  }
  if (periods.size === 0) return;
  const before = earlierSteps(numbered);
  for (const [step, period] of periods) {
    for (const earlier of predecessorsOf(project, step, before)) {
      const other = periods.get(earlier) ?? periodOf(earlier);
      if (!other || !startsBefore(period.value, other.value)) continue;
      yield problemOf(
        step,
        `${nameOf(step)} (${period.attribute.text}) begins before ${nameOf(earlier)} (${other.attribute.text}), which it follows; correct the period or the order`,
        {
          place: period.attribute.place,
          related: [{ message: 'The step before it', place: other.attribute.place }],
          data: { fault: 'backwards', other: earlier.key },
        },
      );
      break;
    }
  }
}

/** The steps that come before one: those it is said to come after, else those with the next lower number. */
function predecessorsOf(
  project: Project,
  step: Element,
  before: ReadonlyMap<Element, readonly Element[]>,
): readonly Element[] {
  const after = project.linksFrom(step, 'after').flatMap(({ to }) => elementOfNode(to) ?? []);
  return after.length > 0 ? after : (before.get(step) ?? []);
}

/** More steps than these have one number by mistake, which is reported as such. */
const MAX_ALIKE = 32;

/** For each step, those with the next lower number that say when they happened. */
function earlierSteps(numbered: readonly Numbered[]): Map<Element, readonly Element[]> {
  const groups = new Map<number, Element[]>();
  for (const { step, number } of numbered) {
    const group = groups.get(number.number);
    if (group) group.push(step);
    else groups.set(number.number, [step]);
  }
  const before = new Map<Element, readonly Element[]>();
  let earlier: readonly Element[] = [];
  for (const [, steps] of [...groups].sort(([a], [b]) => a - b)) {
    for (const step of steps) before.set(step, earlier);
    const dated = steps.filter((step) => attributeOf(step, 'period') !== undefined);
    if (dated.length > 0) earlier = dated.slice(0, MAX_ALIKE);
  }
  return before;
}
