import {
  attributeOf,
  claimsOf,
  elementOfNode,
  partsOf,
  stepsOf,
  supportOf,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import { valueParts } from '../attributeValues';
import { attributionOf } from '../grounds';
import { count } from '../markdown';
import { gapsOf, lacksEvidence, type MechanismGap } from '../mechanismGaps';
import { nameOf } from '../naming';
import { claimStateOf, stateWords } from './claimState';
import { elementRow, groupRow, leafRow, missingRow, totalMissing, type Row } from './row';

const GAPS: Readonly<Record<MechanismGap, string>> = {
  trigger: 'no trigger',
  outcome: 'no outcome',
  activities: 'no activities',
  steps: 'no steps',
  scope: 'no scope conditions',
  evidence: 'no evidence, though its status says so',
};

/**
 * The mechanisms of a project with what leads through them: trigger, steps in order, sub-mechanisms, outcome, evidence,
 * claims, and what is missing as rows of their own. Steps of no mechanism come last.
 */
export function outline(project: Project): Row[] {
  const mechanisms = project.elements.filter(({ kind }) => kind === 'mechanism').filter(takesPart);
  const tops = mechanisms.filter((mechanism) => wholesOf(project, mechanism).length === 0);
  const shown = new Set<string>();
  const rows = tops.map((mechanism) => mechanismNode(project, mechanism, shown));
  // Mechanisms that are parts of each other have no top; none may be lost for it.
  for (const mechanism of mechanisms) {
    if (!shown.has(mechanism.key)) rows.push(mechanismNode(project, mechanism, shown));
  }
  const loose = project.elements.filter(
    (element) =>
      element.kind === 'step' && takesPart(element) && wholesOf(project, element).length === 0,
  );
  return loose.length > 0 ? [...rows, looseSteps(project, loose)] : rows;

  function takesPart({ place }: Element): boolean {
    return project.file(place.uri)?.participates !== false;
  }
}

function mechanismNode(project: Project, mechanism: Element, shown: Set<string>): Row {
  shown.add(mechanism.key);
  const gaps = gapsOf(project, mechanism);
  const missing = (...wanted: readonly MechanismGap[]) =>
    gaps.filter((gap) => wanted.includes(gap)).map((gap) => missingRow(GAPS[gap], mechanism.place));
  const steps = stepsOf(project, mechanism);
  const parts = partsOf(project, mechanism).filter(({ key }) => !shown.has(key));
  const children = [
    ...missing('trigger'),
    ...endNodes(project, mechanism, 'trigger'),
    ...steps.map((step) => stepNode(project, step)),
    ...parts.map((part) => mechanismNode(project, part, shown)),
    ...missing('steps'),
    ...endNodes(project, mechanism, 'outcome'),
    ...missing('outcome', 'activities', 'scope', 'evidence'),
    ...group('Evidence', evidenceNodes(project, mechanism)),
    ...group('Claims', claimNodes(project, mechanism)),
  ];
  const status = valueOf(mechanism, 'status') ?? '';
  const number = steps.length > 0 ? count(steps.length, 'step') : '';
  return elementRow('mechanism', mechanism, [number, status], children);
}

function stepNode(project: Project, step: Element): Row {
  const number = attributeOf(step, 'n')?.text;
  const name = nameOf(step);
  const condition = attributeOf(step, 'when')?.text;
  const position = attributeOf(step, 'position')?.text;
  const bare = lacksEvidence(project, step)
    ? [missingRow(number ? `step ${number} has no evidence` : 'no evidence', step.place)]
    : [];
  const children = [
    ...bare,
    ...evidenceNodes(project, step),
    ...claimNodes(project, step),
    ...endNodes(project, step, 'outcome'),
  ];
  const description = [
    condition ? `when ${condition}` : '',
    position && position !== 'part' ? position : '',
    attributeOf(step, 'period')?.text ?? '',
  ];
  return elementRow('step', step, description, children, {
    label: number ? `${number} ${name}` : name,
    isOpen: totalMissing(children) > 0,
  });
}

function evidenceNodes(project: Project, element: Element): Row[] {
  return supportOf(project, element).map(({ from, declarations }) => {
    const evidence = elementOfNode(from);
    if (evidence) {
      const attribution = attributionOf(project, evidence) ?? '';
      return elementRow('evidence', evidence, [attribution]);
    }
    const place = declarations[0]?.place;
    const label = from.type === 'citation' ? `@${from.key}` : '';
    return leafRow('evidence', label, 'cited work', place ? { place } : {});
  });
}

function claimNodes(project: Project, element: Element): Row[] {
  return claimsOf(project, element).map((claim) => {
    const state = claimStateOf(project, claim);
    const description = [valueOf(claim, 'type') ?? '', stateWords(state)];
    return elementRow('claim', claim, description, [], state ? { state } : {});
  });
}

/** What sets a mechanism off or comes of it, as far as its attributes say so. */
function endNodes(project: Project, element: Element, role: 'trigger' | 'outcome'): Row[] {
  return valueParts(element, role).map(({ text, reference, place }) => {
    const named = reference?.kind === 'id' ? project.element(reference.target) : undefined;
    if (named) return elementRow(role, named, [role, named.kind]);
    return leafRow(role, text, role, { place });
  });
}

function looseSteps(project: Project, steps: readonly Element[]): Row {
  const children = steps.map((step) => stepNode(project, step));
  return groupRow('Steps of no mechanism', children, {
    description: count(steps.length, 'step'),
  });
}

function group(label: string, children: readonly Row[]): Row[] {
  return children.length === 0
    ? []
    : [groupRow(label, children, { description: `${children.length}` })];
}

function wholesOf(project: Project, element: Element): Element[] {
  return project.linksFrom(element, 'part-of').flatMap(({ to }) => elementOfNode(to) ?? []);
}
