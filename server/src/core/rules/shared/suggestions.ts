import { nearest, type Place } from '../../model';
import type { Project } from '../../project';
import type { TextEdit } from '../../text/textEdit';
import type { Finding, Fix } from '../rule';
import { textOf } from './texts';

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

/** A fix for each suggestion: it replaces the text at the finding. The only one is what is meant. */
export function suggestionFixes({ place, data }: Finding): Fix[] {
  const { suggestions = [] } = data;
  const names = typeof suggestions === 'string' ? [suggestions] : suggestions;
  return names.map((name) =>
    editFix(
      `Change to ${name}`,
      place,
      [{ range: place.range, newText: name }],
      names.length === 1,
    ),
  );
}

/** The same for a name of the vocabulary: a slip of one letter that can mean nothing else may be mended unasked. */
export function slipFixes(finding: Finding, project: Project): Fix[] {
  const { place, data } = finding;
  const fixes = suggestionFixes(finding);
  const [name, ...others] = data['suggestions'] ?? [];
  const written = textOf(project, place.uri)?.slice(place.range.start, place.range.end);
  const isSlip =
    name !== undefined && written !== undefined && nearest(written, [name], 1).length > 0;
  return isSlip && others.length === 0 ? fixes.map((fix) => ({ ...fix, safe: true })) : fixes;
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
