export type { Milestone } from './places';
export { SOURCE_TEXT } from './reader';
export { isMedia, sourceFileUri } from './sourceFile';
export { turnAt, type SourceText } from './sourceText';
