export type { Bibliography, Entry } from './bibliography';
export { libraryOf, type PlacedBibliography } from './library';
export { mendEntry } from './mend';
export { BIBLIOGRAPHY } from './reader';
export { referenceParts } from './reference';
export { describeWork, shortNames, type Work } from './work';
