import type { Place } from '../../model';
import type { TextEdit } from '../../text/textEdit';
import type { Finding, Fix } from '../rule';

/** More names than this are no help. */
export const MAX_SUGGESTIONS = 3;

/** The first few suggestions, as data of a problem for {@link suggestionFixes}. */
export function suggest(names: readonly string[]): { readonly suggestions: readonly string[] } {
  return { suggestions: [...new Set(names)].slice(0, MAX_SUGGESTIONS) };
}

/** The question that ends a message, or another hint where nothing is near. */
export function didYouMean(names: readonly string[], otherwise = ''): string {
  const [first] = names;
  if (first !== undefined) return `; did you mean ${first}?`;
  return otherwise === '' ? '' : `; ${otherwise}`;
}

/** A fix for each suggestion: it replaces the text at the finding. */
export function suggestionFixes({ place, data }: Finding): Fix[] {
  const { suggestions = [] } = data;
  const names = typeof suggestions === 'string' ? [suggestions] : suggestions;
  return names.map((name, index) =>
    editFix(`Change to ${name}`, place, [{ range: place.range, newText: name }], index === 0),
  );
}

/** A fix that edits one file. */
export function editFix(
  title: string,
  { uri }: Pick<Place, 'uri'>,
  edits: readonly TextEdit[],
  preferred = false,
): Fix {
  return { title, edits: new Map([[uri, edits]]), ...(preferred ? { preferred } : {}) };
}
