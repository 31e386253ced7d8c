export { SOURCE_TEXT } from './reader';
export { textOfSource } from './sourceFile';
export { turnAt, type SourceText } from './sourceText';
