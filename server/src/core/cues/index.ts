export { LANGUAGES } from './lexicons';
export { suggestionsIn, type Suggestion, type SuggestionOptions } from './suggestions';
