import { alteredQuotation } from './alteredQuotation';
import { blackBoxMechanism } from './blackBoxMechanism';
import { brokenEntry } from './brokenEntry';
import { changedSelection } from './changedSelection';
import { circularInference } from './circularInference';
import { citedOnlyInTag } from './citedOnlyInTag';
import { codeDrift } from './codeDrift';
import { conflictingAttribute } from './conflictingAttribute';
import { conflictingDefinition } from './conflictingDefinition';
import { contestedClaim } from './contestedClaim';
import { countMismatch } from './countMismatch';
import { cutBoundary } from './cutBoundary';
import { duplicateId } from './duplicateId';
import { duplicateKey } from './duplicateKey';
import { duplicateQuotation } from './duplicateQuotation';
import { evidenceOutsidePeriod } from './evidenceOutsidePeriod';
import { evidenceWithoutSource } from './evidenceWithoutSource';
import { failedTest } from './failedTest';
import { groundlessContribution } from './groundlessContribution';
import { hedgeMismatch } from './hedgeMismatch';
import { incompleteMechanism } from './incompleteMechanism';
import { invalidProject } from './invalidProject';
import { mechanismWithoutScope } from './mechanismWithoutScope';
import { mechanismWithoutSteps } from './mechanismWithoutSteps';
import { missingBibliography } from './missingBibliography';
import { missingWarrant } from './missingWarrant';
import { nearMiss } from './nearMiss';
import { noRival } from './noRival';
import { oneSided } from './oneSided';
import { orphanEvidence } from './orphanEvidence';
import { overusedEvidence } from './overusedEvidence';
import { portableId } from './portableId';
import { publishedNote } from './publishedNote';
import { qdaProject } from './qdaProject';
import { quotationNotFound } from './quotationNotFound';
import { quotationWithoutLocator } from './quotationWithoutLocator';
import { realName } from './realName';
import { reservedId } from './reservedId';
import { resolvedGap } from './resolvedGap';
import { singleSourceClaim } from './singleSourceClaim';
import { stepOrder } from './stepOrder';
import { stepWithoutEvidence } from './stepWithoutEvidence';
import { strongerRestatement } from './strongerRestatement';
import { termDrift } from './termDrift';
import { thinDataStructure } from './thinDataStructure';
import { trackedSource } from './trackedSource';
import { twoKinds } from './twoKinds';
import { unanchoredAbstract } from './unanchoredAbstract';
import { unansweredQuestion } from './unansweredQuestion';
import { uncitedBackground } from './uncitedBackground';
import { undeclaredSource } from './undeclaredSource';
import { undefinedConstruct } from './undefinedConstruct';
import { unevidencedMechanism } from './unevidencedMechanism';
import { unknownAttribute } from './unknownAttribute';
import { unknownCitation } from './unknownCitation';
import { unknownId } from './unknownId';
import { unknownKind } from './unknownKind';
import { unknownSelection } from './unknownSelection';
import { unknownValue } from './unknownValue';
import { unreadableSource } from './unreadableSource';
import { unsupportedFinding } from './unsupportedFinding';
import { unsupportedInterpretation } from './unsupportedInterpretation';
import { unusedConstruct } from './unusedConstruct';
import { unusedSuppression } from './unusedSuppression';
import { usedBeforeDefinition } from './usedBeforeDefinition';
import { weakTests } from './weakTests';
import { wrongKind } from './wrongKind';
import type { Rule } from './rule';

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  alteredQuotation,
  blackBoxMechanism,
  brokenEntry,
  changedSelection,
  circularInference,
  citedOnlyInTag,
  codeDrift,
  conflictingAttribute,
  conflictingDefinition,
  contestedClaim,
  countMismatch,
  cutBoundary,
  duplicateId,
  duplicateKey,
  duplicateQuotation,
  evidenceOutsidePeriod,
  evidenceWithoutSource,
  failedTest,
  groundlessContribution,
  hedgeMismatch,
  incompleteMechanism,
  invalidProject,
  mechanismWithoutScope,
  mechanismWithoutSteps,
  missingBibliography,
  missingWarrant,
  nearMiss,
  noRival,
  oneSided,
  orphanEvidence,
  overusedEvidence,
  portableId,
  publishedNote,
  qdaProject,
  quotationNotFound,
  quotationWithoutLocator,
  realName,
  reservedId,
  resolvedGap,
  singleSourceClaim,
  stepOrder,
  stepWithoutEvidence,
  strongerRestatement,
  termDrift,
  thinDataStructure,
  trackedSource,
  twoKinds,
  unanchoredAbstract,
  unansweredQuestion,
  uncitedBackground,
  undeclaredSource,
  undefinedConstruct,
  unevidencedMechanism,
  unknownAttribute,
  unknownCitation,
  unknownId,
  unknownKind,
  unknownSelection,
  unknownValue,
  unreadableSource,
  unsupportedFinding,
  unsupportedInterpretation,
  unusedConstruct,
  unusedSuppression,
  usedBeforeDefinition,
  weakTests,
  wrongKind,
];
