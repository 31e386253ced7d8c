import { CLAIMS, CONSTRUCTS, OUTLINE, SOURCES } from '../../../server/src/shared/rows';
import type { ListKind } from './listView';

const IN_TEXT_OR_BY_NAME = { text: 'As They Stand in the Text', name: 'By Name' };

/** The mechanisms, with their steps, what these rest on and what is missing. */
export const MECHANISM_LIST: ListKind = {
  view: 'warrant.mechanisms',
  method: OUTLINE,
  things: 'mechanisms',
  groupBy: { mechanism: 'By Mechanism', step: 'By Phase or Step', file: 'By File' },
  sortBy: { order: 'In the Order of the Steps', ...IN_TEXT_OR_BY_NAME },
  show: {
    all: 'All',
    unsupported: 'Unsupported',
    contested: 'Contested',
    todo: 'Missing, Unsupported or Unanswered',
  },
};

/** The claims, with what each rests on. */
export const CLAIM_LIST: ListKind = {
  view: 'warrant.claims',
  method: CLAIMS,
  things: 'claims',
  groupBy: { section: 'By Section', type: 'By Type', status: 'By How They Stand' },
  sortBy: { ...IN_TEXT_OR_BY_NAME, support: 'What Rests on Least First' },
  show: {
    all: 'All',
    unsupported: 'Not Supported',
    contested: 'Contested',
    gaps: 'Admitted Gaps',
  },
};

/** The glossary. */
export const CONSTRUCT_LIST: ListKind = {
  view: 'warrant.constructs',
  method: CONSTRUCTS,
  things: 'constructs',
  groupBy: {
    hierarchy: 'Under What Is Broader',
    tier: 'By Tier of the Data Structure',
    section: 'By Section',
    none: 'In One List',
  },
  sortBy: { ...IN_TEXT_OR_BY_NAME, uses: 'What Is Used Most First' },
  show: {
    all: 'All',
    undefined: 'Defined Nowhere',
    unused: 'Not Used',
    drifting: 'With Near-Variants',
  },
};

/** Who says what, and the cited works. */
export const SOURCE_LIST: ListKind = {
  view: 'warrant.sources',
  method: SOURCES,
  things: 'sources',
  groupBy: {
    kind: 'By Kind',
    party: 'By Party',
    informant: 'By Informant',
    none: 'In One List',
  },
  sortBy: { text: 'As They Are Declared', name: 'By Name', uses: 'What Is Used Most First' },
  show: { all: 'All', used: 'Used', unused: 'Not Used, or with Evidence That Is Not' },
};
