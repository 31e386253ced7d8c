import { attributeOf, claimsOf, stepsOf, valueOf, type Element, type Project } from '../../project';
import type { Tag } from '../../model';
import { valueParts } from '../attributeValues';
import { gapsOf, lacksEvidence, type MechanismGap } from '../mechanismGaps';
import { nameOf, sourceName } from '../naming';
import type { MapDraft } from './draft';
import type { ShownMechanisms } from './shown';

/** Names are cut where they are drawn, not here. */
const WHOLE = Number.POSITIVE_INFINITY;

const GAPS: Readonly<Record<MechanismGap, string>> = {
  trigger: 'no trigger',
  outcome: 'no outcome',
  activities: 'no activities',
  steps: 'no steps',
  scope: 'no scope conditions',
  evidence: 'no evidence, though its status says so',
};

/** Adds the mechanisms and their steps. A step is a lane where others stand inside it, or where all steps are stages. */
export function addMechanisms(
  project: Project,
  { mechanisms, wholeOf }: ShownMechanisms,
  draft: MapDraft,
): void {
  for (const mechanism of mechanisms) {
    const whole = wholeOf(mechanism);
    const missing = gapsOf(project, mechanism).map((gap) => GAPS[gap]);
    draft.addElement(mechanism, 'mechanism', {
      label: nameOf(mechanism, WHOLE),
      text: mechanismText(project, mechanism, missing),
      missing,
      ...(whole ? { parent: homeIn(project, mechanism, whole, draft) } : {}),
    });
    const steps = stepsOf(project, mechanism);
    const inner = mechanisms.filter((part) => wholeOf(part) === mechanism);
    const hasLanes = steps.some((step) => inner.some((part) => isInside(part, step)));
    const areStages = steps.length > 1 && steps.every(isTitledStage);
    for (const step of steps) addStep(project, step, mechanism, hasLanes || areStages, draft);
  }
}

/** The key of the node at which arrows to a step end: what happens in it, where it is a lane. */
export function anchorOf(step: Element, draft: MapDraft): string {
  const key = draft.keyOf(step);
  return draft.node(activityKey(key)) ? activityKey(key) : key;
}

/** The key of what holds a thing that is said about a mechanism: the lane in which it stands, else the mechanism. */
export function homeIn(
  project: Project,
  element: Element,
  mechanism: Element,
  draft: MapDraft,
): string {
  const lane = stepsOf(project, mechanism).find(
    (step) => draft.node(draft.keyOf(step))?.role === 'lane' && isInside(element, step),
  );
  return draft.keyOf(lane ?? mechanism);
}

function addStep(
  project: Project,
  step: Element,
  mechanism: Element,
  isLane: boolean,
  draft: MapDraft,
): void {
  if (draft.has(step)) return;
  const mark = attributeOf(step, 'n')?.text ?? '';
  const period = periodOf(step);
  const does = sentence(project, step);
  const missing = lacksEvidence(project, step) ? ['no evidence'] : [];
  const common = { text: stepText(project, step, missing), missing };
  const parent = draft.keyOf(mechanism);
  if (isLane) {
    const label = nameOf(step, WHOLE);
    const lane = draft.addElement(step, 'lane', { ...common, label, mark, detail: period, parent });
    if (does === '' || does === label) return;
    const { id, place } = step;
    draft.addNode(activityKey(lane), 'step', {
      ...common,
      label: does,
      parent: lane,
      place,
      ...(id === undefined ? {} : { id }),
    });
    return;
  }
  const isTitled = step.tag?.source.carrier === 'heading';
  const who = isTitled ? does : phrases(project, step, 'entity');
  draft.addElement(step, 'step', {
    ...common,
    label: nameOf(step, WHOLE),
    mark,
    detail: who,
    parent,
  });
}

function activityKey(lane: string): string {
  return `${lane} activity`;
}

/** Who does what. */
function sentence(project: Project, step: Element): string {
  return [phrases(project, step, 'entity'), phrases(project, step, 'activity')]
    .filter((part) => part !== '')
    .join(' ');
}

/** The parts of a value in plain text, references by name. */
function phrases(project: Project, element: Element, name: string): string {
  return valueParts(element, name)
    .map(({ text, reference }) => {
      if (reference?.kind !== 'id') return text;
      const named = project.element(reference.target);
      return named ? nameOf(named) : sourceName(project, reference.target);
    })
    .join(', ');
}

/** `2018-09/2019-06` as people write it. */
function periodOf(step: Element): string {
  const text = attributeOf(step, 'period')?.text.trim() ?? '';
  return text
    .replace(/^\.\.\//, 'to ')
    .replace(/\/\.\.$/, ' and after')
    .replace('/', ' to ');
}

function mechanismText(project: Project, mechanism: Element, missing: readonly string[]): string {
  return textLines(`Mechanism: ${nameOf(mechanism, WHOLE)}`, [
    ['Status', valueOf(mechanism, 'status') ?? ''],
    ['Who acts', phrases(project, mechanism, 'entities')],
    ['How', phrases(project, mechanism, 'activities')],
    ['Scope', phrases(project, mechanism, 'scope')],
    ['Reported by', names(claimsOf(project, mechanism))],
    ['Missing', missing.join(', ')],
  ]);
}

function stepText(project: Project, step: Element, missing: readonly string[]): string {
  const number = attributeOf(step, 'n')?.text;
  return textLines(`Step${number === undefined ? '' : ` ${number}`}: ${nameOf(step, WHOLE)}`, [
    ['When', attributeOf(step, 'when')?.text ?? ''],
    ['Period', periodOf(step)],
    ['Who does what', sentence(project, step)],
    ['Reported by', names(claimsOf(project, step))],
    ['Missing', missing.join(', ')],
  ]);
}

function names(elements: readonly Element[]): string {
  return elements.map((element) => nameOf(element)).join('; ');
}

function textLines(title: string, facts: readonly (readonly [string, string])[]): string {
  const said = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return [title, ...said].join('\n');
}

/** A stage that has a title of its own besides what happens in it. */
function isTitledStage({ tag }: Element): boolean {
  const name = tag?.classToken.name;
  return tag?.source.carrier === 'heading' && (name === 'stage' || name === 'phase');
}

/** Whether the tag of an element stands inside that of another one. */
function isInside(inner: Element, outer: Element): boolean {
  for (let tag: Tag | undefined = inner.tag?.parent; tag; tag = tag.parent) {
    if (tag === outer.tag) return true;
  }
  return false;
}
