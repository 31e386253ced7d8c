import type { Rule } from './rule';
import { conflictingDefinition } from './conflictingDefinition';
import { contestedClaim } from './contestedClaim';
import { evidenceWithoutSource } from './evidenceWithoutSource';
import { groundlessContribution } from './groundlessContribution';
import { hedgeMismatch } from './hedgeMismatch';
import { incompleteMechanism } from './incompleteMechanism';
import { missingWarrant } from './missingWarrant';
import { orphanEvidence } from './orphanEvidence';
import { publishedNote } from './publishedNote';
import { resolvedGap } from './resolvedGap';
import { singleSourceClaim } from './singleSourceClaim';
import { strongerRestatement } from './strongerRestatement';
import { unanchoredAbstract } from './unanchoredAbstract';
import { unansweredQuestion } from './unansweredQuestion';
import { uncitedBackground } from './uncitedBackground';
import { undefinedConstruct } from './undefinedConstruct';
import { unevidencedMechanism } from './unevidencedMechanism';
import { unsupportedFinding } from './unsupportedFinding';
import { unsupportedInterpretation } from './unsupportedInterpretation';
import { unusedSuppression } from './unusedSuppression';

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  conflictingDefinition,
  contestedClaim,
  evidenceWithoutSource,
  groundlessContribution,
  hedgeMismatch,
  incompleteMechanism,
  missingWarrant,
  orphanEvidence,
  publishedNote,
  resolvedGap,
  singleSourceClaim,
  strongerRestatement,
  unanchoredAbstract,
  unansweredQuestion,
  uncitedBackground,
  undefinedConstruct,
  unevidencedMechanism,
  unsupportedFinding,
  unsupportedInterpretation,
  unusedSuppression,
];
