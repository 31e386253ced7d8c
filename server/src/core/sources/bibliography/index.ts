export type { Bibliography, Entry } from './bibliography';
export { libraryOf, type PlacedBibliography } from './library';
export { BIBLIOGRAPHY } from './reader';
export { referenceParts } from './reference';
export { describeWork, shortNames, type Work } from './work';
