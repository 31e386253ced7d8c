import type { Project } from '../project';
import { findNames, hasPseudonyms, pseudonymsOf } from '../sources/pseudonyms';
import { count } from './markdown';

/**
 * Why something must not be written to a file that is given away: real names of the list of pseudonyms are in it, as the
 * words of evidence may have them. In one sentence that does not repeat them; undefined where there is none.
 * @param text what would be written, in whatever format
 */
export function namesInExport(project: Project, text: string): string | undefined {
  if (!hasPseudonyms(project)) return undefined;
  const found = findNames(plainOf(text), pseudonymsOf(project).names);
  if (found.length === 0) return undefined;
  const pseudonyms = new Set(
    found.flatMap(({ pseudonyms: [first = 'without a pseudonym'] }) => first),
  );
  const whose = [...pseudonyms].slice(0, MAX_NAMED).join(', ');
  const more = pseudonyms.size > MAX_NAMED ? ' and others' : '';
  return `${count(found.length, 'real name')} would be written (${whose}${more}); the rule real-name shows where`;
}

const MAX_NAMED = 5;

/** A text without the marks of SVG, HTML, DOT and Mermaid that may stand between the words of a name. */
function plainOf(text: string): string {
  return text.replace(/<[^<>]{0,2000}>|\\n/g, ' ').replace(/&(?:#39|#x27|apos|#8217|rsquo);/g, '’');
}
