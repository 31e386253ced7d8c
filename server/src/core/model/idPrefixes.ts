import type { Kind } from './vocabulary';

/** What generated ids begin with, by kind; none is a cross-reference prefix of Quarto. */
export const ID_PREFIXES: Readonly<Record<Kind, string>> = {
  claim: 'c-',
  evidence: 'e-',
  mechanism: 'm-',
  step: 's-',
  construct: 'k-',
};
