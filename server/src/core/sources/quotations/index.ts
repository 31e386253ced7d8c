export * from './change';
export * from './checkQuotation';
export * from './quotationIndex';
export * from './verdicts';
