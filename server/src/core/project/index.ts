export * from './construct';
export * from './element';
export * from './link';
export * from './mechanism';
export * from './project';
export * from './support';
