import {
  isAdmittedGap,
  isChallenged,
  isSupported,
  perKey,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import { uncitedBackground } from '../../rules/uncitedBackground';
import { problemsOf } from '../findingsOn';
import { lacksGrounds } from '../grounds';
import type { RowState } from './row';

/**
 * How a claim stands: contested where anything speaks against it that is put forward, an admitted gap where its author
 * says so, else unsupported or supported; undefined for a claim of which nobody asks what it rests on.
 */
export function claimStateOf(project: Project, claim: Element): RowState | undefined {
  if (isContested(project, claim)) return 'contested';
  if (isOpenGap(project, claim)) return 'admitted-gap';
  if (isUnsupported(project, claim)) return 'unsupported';
  return isSupported(project, claim) ? 'supported' : undefined;
}

/** Whether anything speaks against a claim that is put forward; for a rival explanation that is what it is there for. */
export function isContested(project: Project, claim: Element): boolean {
  const isGivenUp = valueOf(claim, 'status') === 'defeated' || valueOf(claim, 'type') === 'rival';
  return !isGivenUp && isChallenged(project, claim);
}

/** Whether the author admits that something is missing, and it still is. */
export function isOpenGap(project: Project, claim: Element): boolean {
  return isAdmittedGap(claim) && !isSupported(project, claim);
}

/** Whether a claim rests on nothing although it should, and its author does not say so. */
export const isUnsupported = perKey((project, claim: Element): boolean => {
  if (isOpenGap(project, claim)) return false;
  if (valueOf(claim, 'type') !== 'background') return lacksGrounds(project, claim);
  return problemsOf(project, claim, uncitedBackground).length > 0;
});

/** A state as people say it; '' for none, and for what goes without saying. */
export function stateWords(state: RowState | undefined): string {
  switch (state) {
    case undefined:
    case 'supported':
      return '';
    case 'unsupported':
      return 'not supported';
    case 'admitted-gap':
      return 'admitted gap';
    default:
      return state;
  }
}
