import {
  isAdmittedGap,
  isChallenged,
  isSupported,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import { lacksGrounds } from '../grounds';
import type { RowState } from './row';

/**
 * How a claim stands: contested where anything speaks against it that is put forward, an admitted gap where its author
 * says so, else unsupported or supported; undefined for a claim of which nobody asks what it rests on.
 */
export function claimStateOf(project: Project, claim: Element): RowState | undefined {
  const isGivenUp = valueOf(claim, 'status') === 'defeated' || valueOf(claim, 'type') === 'rival';
  if (!isGivenUp && isChallenged(project, claim)) return 'contested';
  if (isAdmittedGap(claim) && !isSupported(project, claim)) return 'admitted-gap';
  if (lacksGrounds(project, claim)) return 'unsupported';
  return isSupported(project, claim) ? 'supported' : undefined;
}

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
