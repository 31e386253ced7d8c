export { RULES } from './all';
export type * from './rule';
export { fixesOf, runRules } from './run';
