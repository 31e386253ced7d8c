export { guidDigits } from './guids';
export * from './projectQda';
export type { QdaCode, QdaProject, QdaSelection } from './qdaProject';
export { readQda } from './readQda';
export { SelectionIndex } from './selectionIndex';
