import {
  isAdmittedGap,
  isChallenged,
  isSupported,
  needsNoSupport,
  valueOf,
  type Element,
  type Project,
} from '../project';
import { lacksGrounds, WANTS_GROUNDS } from './grounds';

/**
 * How a claim stands: given up (`defeated`) or taken for granted (`assumed`) by its author; with something against it
 * (`contested`); resting on something (`supported`) or on nothing (`unsupported`, or `gap` where the author admits it);
 * of a type that needs no grounds (`open`), such as a question.
 */
export type ClaimStatus =
  'supported' | 'contested' | 'unsupported' | 'gap' | 'assumed' | 'defeated' | 'open';

/** How a claim stands; the first that fits of what its author says, what speaks against it and what it rests on. */
export function claimStatus(project: Project, claim: Element): ClaimStatus {
  if (needsNoSupport(claim)) {
    return valueOf(claim, 'status') === 'defeated' ? 'defeated' : 'assumed';
  }
  if (isChallenged(project, claim)) return 'contested';
  if (isSupported(project, claim)) return 'supported';
  if (isAdmittedGap(claim)) return 'gap';
  if (lacksGrounds(project, claim)) return 'unsupported';
  return WANTS_GROUNDS.has(valueOf(claim, 'type') ?? '') ? 'unsupported' : 'open';
}
