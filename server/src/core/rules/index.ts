export { RULES } from './all';
export { Checker } from './checker';
export type * from './rule';
export { fixesOf, runRules } from './run';
