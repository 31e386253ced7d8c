import type { Rule } from './rule';
import { circularInference } from './circularInference';
import { conflictingAttribute } from './conflictingAttribute';
import { conflictingDefinition } from './conflictingDefinition';
import { contestedClaim } from './contestedClaim';
import { cutBoundary } from './cutBoundary';
import { duplicateId } from './duplicateId';
import { evidenceWithoutSource } from './evidenceWithoutSource';
import { failedTest } from './failedTest';
import { groundlessContribution } from './groundlessContribution';
import { hedgeMismatch } from './hedgeMismatch';
import { incompleteMechanism } from './incompleteMechanism';
import { invalidProject } from './invalidProject';
import { missingWarrant } from './missingWarrant';
import { nearMiss } from './nearMiss';
import { orphanEvidence } from './orphanEvidence';
import { portableId } from './portableId';
import { publishedNote } from './publishedNote';
import { reservedId } from './reservedId';
import { resolvedGap } from './resolvedGap';
import { singleSourceClaim } from './singleSourceClaim';
import { strongerRestatement } from './strongerRestatement';
import { twoKinds } from './twoKinds';
import { unanchoredAbstract } from './unanchoredAbstract';
import { unansweredQuestion } from './unansweredQuestion';
import { uncitedBackground } from './uncitedBackground';
import { undeclaredSource } from './undeclaredSource';
import { undefinedConstruct } from './undefinedConstruct';
import { unevidencedMechanism } from './unevidencedMechanism';
import { unknownAttribute } from './unknownAttribute';
import { unknownId } from './unknownId';
import { unknownKind } from './unknownKind';
import { unknownValue } from './unknownValue';
import { unsupportedFinding } from './unsupportedFinding';
import { unsupportedInterpretation } from './unsupportedInterpretation';
import { unusedSuppression } from './unusedSuppression';
import { wrongKind } from './wrongKind';

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  circularInference,
  conflictingAttribute,
  conflictingDefinition,
  contestedClaim,
  cutBoundary,
  duplicateId,
  evidenceWithoutSource,
  failedTest,
  groundlessContribution,
  hedgeMismatch,
  incompleteMechanism,
  invalidProject,
  missingWarrant,
  nearMiss,
  orphanEvidence,
  portableId,
  publishedNote,
  reservedId,
  resolvedGap,
  singleSourceClaim,
  strongerRestatement,
  twoKinds,
  unanchoredAbstract,
  unansweredQuestion,
  uncitedBackground,
  undeclaredSource,
  undefinedConstruct,
  unevidencedMechanism,
  unknownAttribute,
  unknownId,
  unknownKind,
  unknownValue,
  unsupportedFinding,
  unsupportedInterpretation,
  unusedSuppression,
  wrongKind,
];
