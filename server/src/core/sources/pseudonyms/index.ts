export { NameMatcher, type NameMatch } from './matcher';
export { hasPseudonyms, pseudonymsOf, type PseudonymFile } from './ofProject';
export { readPseudonyms } from './readPseudonyms';
export { findNames, pathsWithNames } from './inFiles';
