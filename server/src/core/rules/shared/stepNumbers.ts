import { parseStepNumber, type StepNumber } from '../../model';
import { attributeOf, stepsOf, type Element, type Project } from '../../project';
import type { Finding, Fix } from '../rule';
import { elementOfFinding, joined, setOn } from './fixing';
import { nameOf } from './naming';

/** The fixes for numbers of steps that are missing, doubled or in the wrong order; `data` says which of these it is. */
export function stepNumberFixes(finding: Finding, project: Project): Fix[] {
  const named = (name: string): Element | undefined => {
    const key = finding.data[name];
    return typeof key === 'string' ? project.elementWithKey(key) : undefined;
  };
  const step = elementOfFinding(finding, project);
  const [mechanism, other] = [named('mechanism'), named('other')];
  if (step && other && finding.data['fault'] === 'backwards') return swap(project, step, other);
  const branches = step && other ? inBranches(project, other, step) : [];
  return mechanism ? [...inOrder(project, mechanism), ...branches] : branches;
}

/** Numbers the steps of a mechanism from its first one on; parallel branches keep their letters. */
function inOrder(project: Project, mechanism: Element): Fix[] {
  const steps = stepsOf(project, mechanism);
  const numbers = steps.map(numberOf);
  let next = (numbers[0]?.number ?? 1) - 1;
  const parts = steps.flatMap((step, index) => {
    const [last, own] = [numbers[index - 1], numbers[index]];
    const isBranch =
      own !== undefined &&
      own.branch !== '' &&
      own.number === last?.number &&
      own.branch !== last.branch;
    if (!isBranch) next++;
    const text = `${next}${own?.branch ?? ''}`;
    return attributeOf(step, 'n')?.text === text ? [] : [setOn(project, step, '', { n: text })];
  });
  return joined(`Number the steps of ${nameOf(mechanism)} anew`, parts);
}

/** Makes two steps with one number parallel branches. */
function inBranches(project: Project, first: Element, second: Element): Fix[] {
  const [one, two] = [numberOf(first), numberOf(second)];
  if (!one || one.number !== two?.number || one.branch !== '' || two.branch !== '') return [];
  const [a, b] = [`${one.number}a`, `${one.number}b`];
  return joined(`Make them parallel branches, ${a} and ${b}`, [
    setOn(project, first, '', { n: a }),
    setOn(project, second, '', { n: b }),
  ]);
}

/** Lets two steps change their numbers. */
function swap(project: Project, step: Element, earlier: Element): Fix[] {
  const [own, other] = [step, earlier].map((one) => attributeOf(one, 'n')?.text);
  if (own === undefined || other === undefined || own === other) return [];
  return joined(`Let ${nameOf(step)} come before ${nameOf(earlier)}`, [
    setOn(project, step, '', { n: other }),
    setOn(project, earlier, '', { n: own }),
  ]);
}

function numberOf(step: Element): StepNumber | undefined {
  const attribute = attributeOf(step, 'n');
  const number = attribute && parseStepNumber(attribute.text);
  return number?.ok ? number.value : undefined;
}
