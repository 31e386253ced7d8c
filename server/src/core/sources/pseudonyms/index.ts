export { NameMatcher, type NameMatch, type Pseudonym } from './matcher';
export { readPseudonyms, type PseudonymProblem, type WrittenPseudonyms } from './readPseudonyms';
