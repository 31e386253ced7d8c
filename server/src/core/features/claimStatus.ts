import type { ClaimStatus } from '../figures';
import { isSupported, needsNoSupport, valueOf, type Element, type Project } from '../project';
import { isContested, isOpenGap, isUnsupported } from './views/claimState';

/** How a claim stands; the first that fits of what its author says, what speaks against it and what it rests on. */
export function claimStatus(project: Project, claim: Element): ClaimStatus {
  if (needsNoSupport(claim)) {
    return valueOf(claim, 'status') === 'defeated' ? 'defeated' : 'assumed';
  }
  if (isContested(project, claim)) return 'contested';
  if (isOpenGap(project, claim)) return 'gap';
  if (isUnsupported(project, claim)) return 'unsupported';
  return isSupported(project, claim) ? 'supported' : 'open';
}
