import { elementOfNode, stepsOf, type Element, type Project } from '../../project';
import { count } from '../markdown';
import { kindName, nameOf } from '../naming';
import { placeName } from '../places';
import { chooseRows } from './chooseRows';
import { MechanismRows } from './mechanismRows';
import type { OutlineOptions } from './outlineOptions';
import { groupRow, type Row } from './row';
import { sortRows } from './sortRows';

/**
 * The mechanisms of a project with what leads through them: trigger, steps in order with their forks, sub-mechanisms,
 * outcome, evidence, claims, and what is missing as rows of their own. Steps of no mechanism come last.
 */
export function outline(project: Project, options: OutlineOptions = {}): Row[] {
  const { groupBy = 'mechanism', sortBy = 'order' } = options;
  const rows = GROUPINGS[groupBy](project, sortBy === 'order');
  return chooseRows(project, sortRows(project, rows, sortBy), options);
}

const GROUPINGS = { mechanism: byMechanism, step: byStep, file: byFile };

function byMechanism(project: Project, hasForks: boolean): Row[] {
  const mechanisms = ofKind(project, 'mechanism');
  const tops = mechanisms.filter((mechanism) => wholesOf(project, mechanism).length === 0);
  const make = new MechanismRows(project, { hasForks });
  // Mechanisms that are parts of each other have no top; none may be lost for it.
  const rows = [...make.mechanisms(tops), ...make.mechanisms(mechanisms)];
  const loose = ofKind(project, 'step').filter((step) => wholesOf(project, step).length === 0);
  if (loose.length === 0) return rows;
  const steps = loose.map((step) => make.step(step));
  const description = count(loose.length, 'step');
  return [...rows, groupRow('Steps of no mechanism', steps, { description })];
}

/** Stages, phases and steps as their author calls them, those of a mechanism in its order; below them, the mechanisms. */
function byStep(project: Project): Row[] {
  const make = new MechanismRows(project, { holds: () => false });
  const mechanisms = ofKind(project, 'mechanism');
  const ordered = mechanisms.flatMap((mechanism) => stepsOf(project, mechanism));
  const steps = new Set([...ordered, ...ofKind(project, 'step')]);
  const byName = new Map<string, Row[]>();
  for (const step of steps) {
    const name = kindName(step);
    const whole = wholesOf(project, step)
      .map((one) => nameOf(one))
      .join(', ');
    const row = make.step(step, whole === '' ? undefined : whole);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const rest = make.mechanisms(mechanisms);
  const groups = [
    ...[...byName].map(([name, rows]) => countedGroup(`${name}s`, rows)),
    ...(rest.length > 0 ? [{ ...countedGroup('Mechanisms', rest), isOpen: steps.size === 0 }] : []),
  ];
  return groups;
}

/** What each file introduces, in the order of the manuscript; what stands in YAML only comes last. */
function byFile(project: Project, hasForks: boolean): Row[] {
  const byUri = new Map<string, Element[]>(project.files.map(({ uri }) => [uri, []]));
  for (const element of [...ofKind(project, 'mechanism'), ...ofKind(project, 'step')]) {
    const { uri } = element.place;
    byUri.set(uri, [...(byUri.get(uri) ?? []), element]);
  }
  return [...byUri].flatMap(([uri, elements]) => {
    const [first] = elements;
    if (!first) return [];
    const inside = new Set(elements);
    const make = new MechanismRows(project, { hasForks, holds: (part) => inside.has(part) });
    const mechanisms = elements.filter(({ kind }) => kind === 'mechanism');
    const isTop = (element: Element) => !wholesOf(project, element).some((one) => inside.has(one));
    const tops = [...make.mechanisms(mechanisms.filter(isTop)), ...make.mechanisms(mechanisms)];
    const rows = [
      ...tops.map((row) => ({ ...row, isOpen: true })),
      ...elements
        .filter((element) => element.kind === 'step' && isTop(element))
        .map((step) => make.step(step, wholesOf(project, step).map((one) => nameOf(one))[0])),
    ];
    const label = project.file(uri)?.path ?? placeName(project, first.place);
    const steps = elements.length - mechanisms.length;
    const description = [
      mechanisms.length > 0 ? count(mechanisms.length, 'mechanism') : '',
      steps > 0 ? count(steps, 'step') : '',
    ];
    return [
      groupRow(label, rows, {
        role: 'file',
        description: description.filter((part) => part !== '').join(', '),
        place: { uri, range: { start: 0, end: 0 } },
      }),
    ];
  });
}

function countedGroup(label: string, rows: readonly Row[]): Row {
  return groupRow(label, rows, { description: `${rows.length}` });
}

function ofKind(project: Project, kind: 'mechanism' | 'step'): Element[] {
  return project
    .elementsOfKind(kind)
    .filter(({ place }) => project.file(place.uri)?.participates !== false);
}

function wholesOf(project: Project, element: Element): Element[] {
  return project.linksFrom(element, 'part-of').flatMap(({ to }) => elementOfNode(to) ?? []);
}
