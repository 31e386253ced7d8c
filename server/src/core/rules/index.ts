export { RULES } from './all';
export { Checker, type CheckOptions } from './checker';
export type * from './rule';
export { fixesOf, runRules } from './run';
