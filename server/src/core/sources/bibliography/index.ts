export { Bibliography, type Entry, type Fault } from './bibliography';
export { Library, libraryOf, type PlacedBibliography } from './library';
export { BIBLIOGRAPHY } from './reader';
export { referenceParts, type ReferenceParts } from './reference';
export { describeWork, shortNames, type Name, type Work } from './work';
