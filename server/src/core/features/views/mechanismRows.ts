import {
  attributeOf,
  claimsOf,
  isChallenged,
  partsOf,
  stepsOf,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import { triangulationOf } from '../../sources/triangulation';
import { valueParts } from '../attributeValues';
import { count } from '../markdown';
import { gapsOf, lacksEvidence, type MechanismGap } from '../mechanismGaps';
import { nameOf } from '../naming';
import { sidesInShort, triangulationWords } from '../triangulationWords';
import { claimRow } from './claimRow';
import { evidenceRows } from './evidenceRows';
import { wayThrough, type Stretch } from './forks';
import { elementRow, groupRow, leafRow, missingRow, totalMissing, type Row } from './row';

const GAPS: Readonly<Record<MechanismGap, string>> = {
  trigger: 'no trigger',
  outcome: 'no outcome',
  activities: 'no activities',
  steps: 'no steps',
  scope: 'no scope conditions',
  evidence: 'no evidence, though its status says so',
};

/** What a mechanism that nothing shows lacks, as its row says it. */
export const NO_EVIDENCE = GAPS.evidence;

/** Which parts of mechanisms have rows of their own. */
export interface PartChoice {
  /** Leaves out the steps and sub-mechanisms that it denies. */
  readonly holds?: (part: Element) => boolean;
  /** Shows where a mechanism goes several ways; else its steps stand in one row. */
  readonly hasForks?: boolean;
}

/** Makes the rows of mechanisms and steps; of each mechanism it makes one. */
export class MechanismRows {
  readonly #project: Project;
  readonly #choice: PartChoice;
  readonly #shown = new Set<string>();

  constructor(project: Project, choice: PartChoice = {}) {
    this.#project = project;
    this.#choice = choice;
  }

  /** The rows of mechanisms that have none yet, in the order given. */
  mechanisms(mechanisms: readonly Element[]): Row[] {
    return mechanisms.flatMap((one) => (this.#shown.has(one.key) ? [] : [this.#mechanism(one)]));
  }

  /** A mechanism: trigger, steps, sub-mechanisms, outcome, evidence, claims, and what is missing as rows of their own. */
  #mechanism(mechanism: Element): Row {
    const project = this.#project;
    this.#shown.add(mechanism.key);
    const gaps = gapsOf(project, mechanism);
    const missing = (...wanted: readonly MechanismGap[]) =>
      gaps
        .filter((gap) => wanted.includes(gap))
        .map((gap) => missingRow(GAPS[gap], mechanism.place));
    const { holds = () => true, hasForks = false } = this.#choice;
    const all = stepsOf(project, mechanism);
    const steps = all.filter(holds);
    const way = hasForks ? wayThrough(project, steps) : steps.map(straight);
    const ends = this.#ends(mechanism, 'outcome');
    const children = [
      ...missing('trigger'),
      ...this.#ends(mechanism, 'trigger'),
      ...this.#stretches(way),
      ...this.mechanisms(partsOf(project, mechanism).filter(holds)),
      ...missing('steps'),
      ...ends,
      ...missing('outcome', 'activities', 'scope', 'evidence'),
      ...group('Evidence', evidenceRows(project, mechanism)),
      ...group('Claims', this.#claims(mechanism)),
    ];
    const triangulation = triangulationOf(project, mechanism);
    const description = [
      all.length > 0 ? count(all.length, 'step') : '',
      way.some(({ type }) => type === 'fork') ? forkWords(ends.length) : '',
      valueOf(mechanism, 'status') ?? '',
      sidesInShort(triangulation),
    ];
    const sides = triangulationWords(triangulation);
    return elementRow('mechanism', mechanism, description, children, {
      ...(sides === '' ? {} : { tooltip: `${nameOf(mechanism)}\n${sides}` }),
      ...this.#state(mechanism),
    });
  }

  /** A step: its evidence, the claims that report it, what it leads to, and whether evidence is missing. */
  step(step: Element, whole?: string): Row {
    const project = this.#project;
    const number = attributeOf(step, 'n')?.text;
    const name = nameOf(step);
    const condition = attributeOf(step, 'when')?.text;
    const position = attributeOf(step, 'position')?.text;
    const children = [
      ...(lacksEvidence(project, step)
        ? [missingRow(number ? `step ${number} has no evidence` : 'no evidence', step.place)]
        : []),
      ...evidenceRows(project, step),
      ...this.#claims(step),
      ...this.#ends(step, 'outcome'),
    ];
    const description = [
      whole === undefined ? '' : `of ${whole}`,
      condition ? `when ${condition}` : '',
      position && position !== 'part' ? position : '',
      attributeOf(step, 'period')?.text ?? '',
    ];
    return elementRow('step', step, description, children, {
      label: number ? `${number} ${name}` : name,
      isOpen: totalMissing(children) > 0,
      ...this.#state(step),
    });
  }

  #stretches(way: readonly Stretch[]): Row[] {
    return way.map((stretch) =>
      stretch.type === 'step' ? this.step(stretch.step) : this.#fork(stretch.branches),
    );
  }

  #fork(branches: readonly (readonly Stretch[])[]): Row {
    const rows = branches.flatMap((branch): Row[] => {
      const steps = this.#stretches(branch);
      const [head] = branch;
      if (steps.length < 2 || head?.type !== 'step') return steps;
      const when = attributeOf(head.step, 'when')?.text;
      const label = when === undefined ? `Branch of ${nameOf(head.step)}` : `When ${when}`;
      return [groupRow(label, steps, { description: count(steps.length, 'step'), isOpen: true })];
    });
    const outcomes = new Set(
      branches
        .flat()
        .flatMap((stretch) =>
          stretch.type === 'step'
            ? valueParts(stretch.step, 'outcome').map(({ text }) => text)
            : [],
        ),
    );
    return groupRow(`Fork into ${count(branches.length, 'branch', 'branches')}`, rows, {
      role: 'fork',
      description: outcomes.size > 1 ? count(outcomes.size, 'outcome') : '',
      isOpen: true,
    });
  }

  #claims(element: Element): Row[] {
    const project = this.#project;
    return claimsOf(project, element).map((claim) => claimRow(project, claim));
  }

  /** What sets a mechanism off or comes of it, as far as its attributes say so. */
  #ends(element: Element, role: 'trigger' | 'outcome'): Row[] {
    return valueParts(element, role).map(({ text, reference, place }) => {
      const named = reference?.kind === 'id' ? this.#project.element(reference.target) : undefined;
      if (named) return elementRow(role, named, [role, named.kind]);
      return leafRow(role, text, role, { place });
    });
  }

  #state(element: Element): Pick<Row, 'state'> {
    return isChallenged(this.#project, element) ? { state: 'contested' } : {};
  }
}

/** That a mechanism goes several ways, and to how much it comes where that is more than one thing. */
function forkWords(outcomes: number): string {
  return outcomes > 1 ? `forked into ${outcomes} outcomes` : 'forked';
}

function straight(step: Element): Stretch {
  return { type: 'step', step };
}

function group(label: string, children: readonly Row[]): Row[] {
  return children.length === 0
    ? []
    : [groupRow(label, children, { description: `${children.length}` })];
}
