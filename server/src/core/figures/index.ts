export * from './argumentMap';
export * from './laidOutMap';
export * from './claimEvidenceMatrix';
