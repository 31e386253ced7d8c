import type { Rule } from './rule';
import { unusedSuppression } from './unusedSuppression';

export type * from './rule';

/** All rules, by id. */
export const RULES: readonly Rule[] = [unusedSuppression];
