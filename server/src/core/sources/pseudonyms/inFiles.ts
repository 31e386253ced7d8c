import type { TextRange } from '../../text/range';
import type { NameMatch, NameMatcher } from './matcher';

/** A path with the ending of a kind of file that projects consist of. */
const PATH =
  /(?<![\p{L}\p{M}\p{N}_.~%/\\-])[\p{L}\p{M}\p{N}_.~%/\\-]+\.(?:txt|md|markdown|qmd|rmd|docx?|odt|rtf|pdf|vtt|srt|csv|tsv|xlsx?|ods|qdpx|qdc|bib|json|ya?ml|png|jpe?g|gif|svg|tiff?|webp|wav|mp3|mp4|m4a|mov|zip)(?![\p{L}\p{N}_])/giu;

/** The inline bibliography of a front matter, in which authors have their names. */
const REFERENCES = /^references[ \t]*:[ \t]*(?:#.*)?\r?\n(?:(?:[ \t-].*)?\r?\n)*/gm;

/** A name that was found in a path, with the path. */
export interface NameInPath {
  readonly name: NameMatch;
  readonly path: TextRange;
}

/** The names in the paths of a text, whatever their case; addresses in the web are left alone. */
export function pathsWithNames(text: string, names: NameMatcher): NameInPath[] {
  return [...text.matchAll(PATH)].flatMap(({ 0: path, index }) => {
    if (path.startsWith('//') || /:\/\/\S*$/.test(text.slice(Math.max(0, index - 200), index)))
      return [];
    return names.inSlug(path).map((name) => ({
      name: moved(name, index),
      path: { start: index, end: index + path.length },
    }));
  });
}

/** Ids with their mark, values without blanks, and paths: where names stand in small letters. Keys of citations are left. */
const SLUG =
  /(?<![\p{L}\p{M}\p{N}@_-])(?:[#=]|[\p{L}\p{M}\p{N}]+[-_./\\])[\p{L}\p{M}\p{N}_.:/\\-]+/gu;

/** The names in all that looks like an id or a path in a text, whatever their case. */
export function namesInSlugs(text: string, names: NameMatcher): NameMatch[] {
  return [...text.matchAll(SLUG)].flatMap(({ 0: slug, index }) =>
    names.inSlug(slug).map((name) => moved(name, index)),
  );
}

/**
 * The names that stand whole in what looks like an id or a path, whatever their case: `jane-doe`, `doe_jane`. Words that
 * are joined by a hyphen look so as well, so that a part of a name says nothing here. Addresses in the web and keys of
 * citations are left alone.
 */
export function wholeNamesInSlugs(text: string, names: NameMatcher): NameMatch[] {
  return namesInSlugs(text, names).filter(({ part, range: { start, end } }) => {
    if (part !== 'full' || !/[\p{L}\p{N}][-_./\\]|\p{L}{6}/u.test(text.slice(start, end)))
      return false;
    return !/(?:\/\/|@)\S*$/.test(text.slice(Math.max(0, start - 200), start));
  });
}

/** The names in a part of a file as it is written: in prose, attributes, YAML, comments, code; the bibliography left out. */
export function findNames(text: string, names: NameMatcher): NameMatch[] {
  const found = names.inText(text);
  if (found.length === 0) return found;
  const left = [...text.matchAll(REFERENCES)].map(({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
  }));
  return found.filter(({ range }) => {
    return !left.some(({ start, end }) => start <= range.start && range.end <= end);
  });
}

function moved(name: NameMatch, by: number): NameMatch {
  return { ...name, range: { start: name.range.start + by, end: name.range.end + by } };
}
