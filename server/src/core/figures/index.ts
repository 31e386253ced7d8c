export * from './argumentMap';
export * from './laidOutMap';
