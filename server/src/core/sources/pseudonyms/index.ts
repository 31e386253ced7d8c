export { yearBehind } from './authors';
export { NameMatcher, type NameMatch } from './matcher';
export { hasPseudonyms, personKeyOf, pseudonymsOf, type PseudonymFile } from './ofProject';
export { readPseudonyms } from './readPseudonyms';
export { findNames, namesInSlugs, pathsWithNames, wholeNamesInSlugs } from './inFiles';
