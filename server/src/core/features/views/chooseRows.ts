import { hasSupport, type Element, type Project } from '../../project';
import { contestedClaim } from '../../rules/contestedClaim';
import { findingsOn } from '../findingsOn';
import { hasWords } from './choosing';
import { filterRows } from './filterRows';
import { NO_EVIDENCE } from './mechanismRows';
import type { OutlineOptions } from './outlineOptions';
import type { Row, RowRole } from './row';

/** What stands below a row that is shown for how things stand with it. */
const GROUNDS: ReadonlySet<RowRole> = new Set([
  'evidence',
  'counter-evidence',
  'work',
  'premise',
  'rebuttal',
  'gap',
  'test',
  'missing',
]);

/** The rows of the Mechanisms view that its options ask for, and the rows that lead to these. */
export function chooseRows(
  project: Project,
  rows: readonly Row[],
  { show = 'all', text = '' }: OutlineOptions,
): Row[] {
  const chosen = show === 'all' ? rows : filterRows(rows, passing(project, show), isGround);
  return text.trim() === '' ? [...chosen] : filterRows(chosen, (row) => hasWords(row, text));
}

function isGround({ role }: Row): boolean {
  return GROUNDS.has(role);
}

function passing(
  project: Project,
  show: 'unsupported' | 'contested' | 'todo',
): (row: Row) => boolean {
  switch (show) {
    case 'unsupported':
      return (row) => isUnsupported(row) || isBareStep(project, row) || row.label === NO_EVIDENCE;
    case 'contested':
      return ({ role, state }) => state === 'contested' || role === 'counter-evidence';
    case 'todo':
      return (row) => row.role === 'missing' || isUnsupported(row) || isUnanswered(project, row);
  }
}

function isUnsupported({ state }: Row): boolean {
  return state === 'unsupported' || state === 'admitted-gap';
}

/** Whether a step has no evidence, be it asked for by a rule or not. */
function isBareStep(project: Project, row: Row): boolean {
  const step = row.role === 'step' ? elementOf(project, row) : undefined;
  return step !== undefined && !hasSupport(project, step);
}

/** Whether a claim passes over what speaks against it. */
function isUnanswered(project: Project, row: Row): boolean {
  const claim = row.state === 'contested' ? elementOf(project, row) : undefined;
  return claim?.kind === 'claim' && findingsOn(project, claim, contestedClaim).length > 0;
}

function elementOf(project: Project, { element }: Row): Element | undefined {
  return element && project.elementWithKey(element.key);
}
