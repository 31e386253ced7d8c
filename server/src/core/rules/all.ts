import type { Rule } from './rule';
import { unusedSuppression } from './unusedSuppression';

/** All rules, by id. */
export const RULES: readonly Rule[] = [unusedSuppression];
