export * from './change';
export * from './checkQuotation';
export type { DifferingWords } from './difference';
export * from './quotationIndex';
