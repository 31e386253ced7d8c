import type { Element, Project } from '../project';
import {
  checkQuotationsOf,
  placeInFile,
  type Change,
  type PassagePlace,
  type CheckedQuotation,
  type QuotationCheck,
} from '../sources/quotations';
import type { Place } from '../model';
import { describeChange } from '../rules/shared/quotationChanges';

/** What can come of a quotation; see `QuotationVerdict` and `QuotationCheck`. */
export type QuotationState =
  | 'verbatim'
  | 'altered'
  | 'not-found'
  | 'too-short'
  | 'other-language'
  | 'no-file'
  | 'missing'
  | 'pending'
  | 'unreadable';

/** A quotation of the manuscript, and what came of it. */
export interface ReportedQuotation {
  readonly element: Element;
  readonly place: Place;
  /** As its reader sees it. */
  readonly text: string;
  readonly state: QuotationState;
  /** Whether a careful co-author would object. */
  readonly isGrave: boolean;
  /** What became of it, as the sum names it: *lost a not*. */
  readonly outcome: string;
  /** What differs, each in a sentence without full stop. */
  readonly changes: readonly string[];
  /** The id of the source in which it was looked up. */
  readonly source?: string;
  readonly speaker?: string;
  /** Where it was found. */
  readonly passage?: PassagePlace;
  /** As it was looked up. */
  readonly checked?: CheckedQuotation;
}

/** All quotations of a manuscript. */
export interface QuotationReport {
  readonly quotations: readonly ReportedQuotation[];
  /** "31 quotations: 28 verbatim, 1 lost a not, 2 not found". */
  readonly sum: string;
}

/** What became of all quotations of a manuscript, in its order, with a sum. */
export function reportQuotations(project: Project): QuotationReport {
  const quotations = project
    .elementsOfKind('evidence')
    .flatMap((element) => checkQuotationsOf(project, element).map(reported));
  return { quotations, sum: sumOf(quotations) };
}

const OUTCOMES: Readonly<Record<Exclude<QuotationState, 'altered'>, string>> = {
  verbatim: 'verbatim',
  'not-found': 'not found',
  'too-short': 'too short to tell',
  'other-language': 'not compared, in another language than the source',
  'no-file': 'of sources without a file',
  missing: 'of files that are not there',
  pending: 'of files that are still being read',
  unreadable: 'of files that cannot be read',
};

function reported({ element, quoted, state, checked }: QuotationCheck): ReportedQuotation {
  const base = { element, place: { uri: quoted.uri, range: quoted.range }, text: quoted.text };
  if (!checked) {
    const known = state === 'checked' ? 'pending' : state;
    return { ...base, state: known, isGrave: false, outcome: OUTCOMES[known], changes: [] };
  }
  const { verdict, source } = checked;
  if (verdict.state !== 'verbatim' && verdict.state !== 'altered') {
    const isGrave = verdict.state === 'not-found';
    const outcome = OUTCOMES[verdict.state];
    return { ...base, state: verdict.state, isGrave, outcome, changes: [], source: source.id };
  }
  const passage = placeInFile(checked);
  const { changes, speaker } = verdict;
  const worst = changes.find(({ isGrave }) => isGrave) ?? changes[0];
  return {
    ...base,
    state: verdict.state,
    isGrave: worst?.isGrave === true,
    outcome: worst ? outcomeOf(worst) : OUTCOMES.verbatim,
    changes: changes.map(describeChange),
    source: source.id,
    ...(speaker === undefined ? {} : { speaker }),
    ...(passage === undefined ? {} : { passage }),
    checked,
  };
}

function outcomeOf({ kind, isGrave, negations = 0 }: Change): string {
  switch (kind) {
    case 'negation':
      if (negations === 0) return 'changed a not';
      return negations < 0 ? 'lost a not' : 'gained a not';
    case 'number':
      return 'changed a number';
    case 'quantity':
      return 'changed a quantity';
    case 'modal':
      return 'changed a modal verb';
    case 'cut':
      return isGrave ? 'left much out without a mark' : 'left words out without a mark';
    case 'joined':
      return 'put passages together';
    case 'speaker':
      return 'gave words of somebody else';
    case 'added':
      return 'added words';
    case 'order':
      return 'changed the order of words';
    case 'wording':
      return 'changed the wording';
  }
}

function sumOf(quotations: readonly ReportedQuotation[]): string {
  if (quotations.length === 0) return 'No quotation names a source';
  const counts = new Map<string, number>();
  const order = [...quotations].sort((a, b) => rankOf(a) - rankOf(b));
  for (const { outcome } of order) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const parts = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
  const noun = quotations.length === 1 ? 'quotation' : 'quotations';
  return `${quotations.length} ${noun}: ${parts.join(', ')}`;
}

/** What is verbatim first, then what is altered, gravest first, then what was not found and not looked up. */
function rankOf({ state, isGrave }: ReportedQuotation): number {
  switch (state) {
    case 'verbatim':
      return 0;
    case 'altered':
      return isGrave ? 1 : 2;
    case 'not-found':
      return 3;
    default:
      return 4;
  }
}
