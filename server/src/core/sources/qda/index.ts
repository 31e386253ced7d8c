export { guidDigits } from './guids';
export * from './projectQda';
export type { QdaCode, QdaProject, QdaSelection, QdaSource } from './qdaProject';
export { readQda } from './readQda';
export { SelectionIndex } from './selectionIndex';
