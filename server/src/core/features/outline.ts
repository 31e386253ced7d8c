import type { Place } from '../model';
import {
  attributeOf,
  claimsOf,
  elementOfNode,
  isAdmittedGap,
  partsOf,
  stepsOf,
  supportOf,
  valueOf,
  type Element,
  type Project,
} from '../project';
import { valueParts } from './attributeValues';
import { attributionOf, lacksGrounds } from './grounds';
import { count } from './markdown';
import { gapsOf, lacksEvidence, type MechanismGap } from './mechanismGaps';
import { nameOf } from './naming';

/** What a row of the Mechanisms view stands for; it decides the icon. */
export type OutlineRole =
  | 'mechanism'
  | 'trigger'
  | 'step'
  | 'outcome'
  | 'evidence'
  | 'claim'
  | 'unsupported-claim'
  | 'group'
  | 'missing';

/** A row of the Mechanisms view. */
export interface OutlineNode {
  readonly role: OutlineRole;
  readonly label: string;
  /** Shown behind the label, in grey; '' for none. */
  readonly description: string;
  /** The text that a click reveals. */
  readonly place?: Place;
  /** The element that the row stands for. */
  readonly id?: string;
  /** How many things are missing in this row and below it. */
  readonly missing: number;
  readonly children: readonly OutlineNode[];
}

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
export function outline(project: Project): OutlineNode[] {
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

function mechanismNode(project: Project, mechanism: Element, shown: Set<string>): OutlineNode {
  shown.add(mechanism.key);
  const gaps = gapsOf(project, mechanism);
  const missing = (...wanted: readonly MechanismGap[]) =>
    gaps
      .filter((gap) => wanted.includes(gap))
      .map((gap) => missingNode(GAPS[gap], mechanism.place));
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
  return node('mechanism', nameOf(mechanism), [number, status], mechanism, children);
}

function stepNode(project: Project, step: Element): OutlineNode {
  const number = attributeOf(step, 'n')?.text;
  const name = nameOf(step);
  const condition = attributeOf(step, 'when')?.text;
  const position = attributeOf(step, 'position')?.text;
  const bare = lacksEvidence(project, step)
    ? [missingNode(number ? `step ${number} has no evidence` : 'no evidence', step.place)]
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
  return node('step', number ? `${number} ${name}` : name, description, step, children);
}

function evidenceNodes(project: Project, element: Element): OutlineNode[] {
  return supportOf(project, element).map(({ from, declarations }) => {
    const evidence = elementOfNode(from);
    if (evidence) {
      const attribution = attributionOf(project, evidence) ?? '';
      return node('evidence', nameOf(evidence), [attribution], evidence, []);
    }
    const place = declarations[0]?.place;
    return {
      role: 'evidence',
      label: from.type === 'citation' ? `@${from.key}` : '',
      description: 'cited work',
      ...(place ? { place } : {}),
      missing: 0,
      children: [],
    };
  });
}

function claimNodes(project: Project, element: Element): OutlineNode[] {
  return claimsOf(project, element).map((claim) => {
    const bare = lacksGrounds(project, claim);
    const gap = isAdmittedGap(claim) ? 'admitted gap' : 'not supported';
    const description = [valueOf(claim, 'type') ?? '', bare ? gap : ''];
    return node(bare ? 'unsupported-claim' : 'claim', nameOf(claim), description, claim, []);
  });
}

/** What sets a mechanism off or comes of it, as far as its attributes say so. */
function endNodes(project: Project, element: Element, role: 'trigger' | 'outcome'): OutlineNode[] {
  return valueParts(element, role).map(({ text, reference, place }) => {
    const named = reference?.kind === 'id' ? project.element(reference.target) : undefined;
    if (named) return node(role, nameOf(named), [role, named.kind], named, []);
    return { role, label: text, description: role, place, missing: 0, children: [] };
  });
}

function looseSteps(project: Project, steps: readonly Element[]): OutlineNode {
  const children = steps.map((step) => stepNode(project, step));
  return {
    role: 'group',
    label: 'Steps of no mechanism',
    description: count(steps.length, 'step'),
    missing: total(children),
    children,
  };
}

function group(label: string, children: readonly OutlineNode[]): OutlineNode[] {
  if (children.length === 0) return [];
  return [
    { role: 'group', label, description: `${children.length}`, missing: total(children), children },
  ];
}

function missingNode(label: string, place: Place): OutlineNode {
  return { role: 'missing', label, description: '', place, missing: 1, children: [] };
}

function node(
  role: OutlineRole,
  label: string,
  description: readonly string[],
  element: Element,
  children: readonly OutlineNode[],
): OutlineNode {
  return {
    role,
    label,
    description: description.filter((part) => part !== '').join(' · '),
    place: element.place,
    ...(element.id === undefined ? {} : { id: element.id }),
    missing: total(children),
    children,
  };
}

function total(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, { missing }) => sum + missing, 0);
}

function wholesOf(project: Project, element: Element): Element[] {
  return project.linksFrom(element, 'part-of').flatMap(({ to }) => elementOfNode(to) ?? []);
}
