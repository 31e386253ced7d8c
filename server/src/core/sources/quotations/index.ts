export * from './change';
export * from './checkQuotation';
export type { DifferingWords } from './difference';
export * from './quotationIndex';
export { quotedWordsOf, type QuotedWords } from './quotedWords';
export * from './verdicts';
