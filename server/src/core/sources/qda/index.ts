export { guidDigits } from './guids';
export * from './projectQda';
export type { QdaCode, QdaProject, QdaSelection, QdaSource } from './qdaProject';
