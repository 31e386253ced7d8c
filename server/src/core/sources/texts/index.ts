export { SOURCE_TEXT } from './reader';
export { sourceFileUri, textOfSource } from './sourceFile';
export { turnAt, type SourceText } from './sourceText';
