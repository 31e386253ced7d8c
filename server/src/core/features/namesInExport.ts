import type { Project } from '../project';
import {
  findNames,
  hasPseudonyms,
  pathsWithNames,
  pseudonymsOf,
  wholeNamesInSlugs,
  type NameMatch,
  type NameMatcher,
} from '../sources/pseudonyms';
import { count } from './markdown';

/**
 * Why something must not be written to a file that is given away: real names of the list of pseudonyms are in it, as the
 * words of evidence, ids and paths may have them. In one sentence that does not repeat them; undefined where there is none.
 * @param text what would be written, in whatever format
 */
export function namesInExport(project: Project, text: string): string | undefined {
  if (!hasPseudonyms(project)) return undefined;
  const { names } = pseudonymsOf(project);
  if (names.isEmpty) return undefined;
  const found = namesIn(plainOf(text), names, project);
  if (found.length === 0) return undefined;
  return `${count(found.length, 'real name')} would be written (${whose(found)}); the rule real-name shows where`;
}

/** Whose names they are, by their pseudonyms. */
function whose(found: readonly NameMatch[]): string {
  const pseudonyms = [...new Set(found.flatMap(({ pseudonyms: [first] }) => first ?? []))];
  if (pseudonyms.length === 0) return 'without a pseudonym';
  const more =
    pseudonyms.length > MAX_NAMED || found.some((name) => name.pseudonyms.length === 0)
      ? ' and others'
      : '';
  const are = pseudonyms.length + more.length > 1 ? 'pseudonyms are' : 'pseudonym is';
  return `whose ${are} ${pseudonyms.slice(0, MAX_NAMED).join(', ')}${more}`;
}

const MAX_NAMED = 5;

/** The names in running text, paths and ids, those of each place once. */
function namesIn(text: string, names: NameMatcher, project: Project): NameMatch[] {
  const found: NameMatch[] = [];
  for (const name of [
    ...findNames(text, names),
    ...pathsWithNames(text, names).map((path) => path.name),
    ...wholeNamesInSlugs(text, names),
    ...namesInIds(text, names, project),
  ]) {
    const { start, end } = name.range;
    if (!found.some(({ range }) => range.start < end && start < range.end)) found.push(name);
  }
  return found;
}

/** The names in the ids of the project, wherever these stand. */
function namesInIds(text: string, names: NameMatcher, project: Project): NameMatch[] {
  const ids = new Set([
    ...project.elements.flatMap(({ id }) => id ?? []),
    ...project.sources.map(({ id }) => id),
  ]);
  return [...ids].flatMap((id) => {
    const inId = names.inSlug(id);
    if (inId.length === 0) return [];
    // A single word that is a common one as well would be found in prose.
    const mark = names.inSlug(`e-${id}`).length === 0 ? '(?<=["#=])' : `(?<![${INSIDE_ID}])`;
    const written = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const places = [...text.matchAll(new RegExp(`${mark}${written}(?![${INSIDE_ID}])`, 'gu'))];
    return places.flatMap(({ index }) =>
      inId.map((name) => ({
        ...name,
        range: { start: index + name.range.start, end: index + name.range.end },
      })),
    );
  });
}

const INSIDE_ID = '\\p{L}\\p{M}\\p{N}_-';

/** Tags; line breaks as DOT, Mermaid and JSON write them; other control characters as JSON does, where a name may follow. */
const MARK = /<[^<>]{0,2000}>|\\n|\\(?:[bfrt]|u00[01][\da-f])(?=[^\p{Ll}\\])/gu;

/**
 * A text without the marks of SVG, HTML, DOT, Mermaid and JSON that may stand between the words of a name, or before one; behind
 * it what stands in them: their values, and words between angle brackets that are no mark, such as `<Anna de Vries>`.
 */
function plainOf(text: string): string {
  const values: string[] = [];
  const plain = text.replace(MARK, (mark) => {
    for (const [, value = ''] of mark.matchAll(/="([^"]*\p{L}[^"]*)"/gu)) values.push(value);
    const others = mark.startsWith('<') ? mark.slice(1, -1).replace(/="[^"]*"/g, ' ') : '';
    if (/\p{Lu}|\p{Lo}|\p{L}[-_./\\]\p{L}/u.test(others)) values.push(others);
    return ' ';
  });
  return [plain, ...values].join('\n\n').replace(/&(?:#39|#x27|apos|#8217|rsquo);/g, '’');
}
