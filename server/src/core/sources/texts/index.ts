export type { Milestone } from './places';
export { readSourceText, SOURCE_TEXT } from './reader';
export { isMedia, sourceFileUri } from './sourceFile';
export { turnAt, type SourceText } from './sourceText';
