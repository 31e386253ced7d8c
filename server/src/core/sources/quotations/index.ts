export * from './change';
export * from './checkQuotation';
export * from './quotationIndex';
export * from './verdicts';
export { placeInFile, type PassagePlace } from './placeInFile';
