import type { Project } from '../core/project';
import {
  findNames,
  hasPseudonyms,
  namesInSlugs,
  pseudonymsOf,
  type NameMatch,
} from '../core/sources/pseudonyms';

/** Takes real names out of a report: logs of continuous integration are read by others than the authors. */
export interface Redaction {
  /** A message, with pseudonyms for the names in it. */
  message(text: string): string;
  /** The text of a file, of the same length, with dots for the letters of the names in it. */
  text(uri: string, text: string): string;
}

const NOTHING: Redaction = { message: (text) => text, text: (_, text) => text };

/** What the pseudonyms of projects take out. */
export function redactionOf(projects: Iterable<Project>): Redaction {
  const known = [...projects].filter(hasPseudonyms).map(pseudonymsOf);
  if (known.length === 0) return NOTHING;
  const lists = new Set(known.flatMap(({ files }) => files.map(({ uri }) => uri)));
  return {
    message: (text) =>
      known.reduce((all, { names }) => {
        const blotted = blot(all, namesInSlugs(all, names));
        return names.redact(blotted, ({ replacements: [first = '•••'] }) => first);
      }, text),
    text: (uri, text) => {
      if (lists.has(uri)) return text.replace(/[^\r\n]/g, '•');
      const found = known.flatMap(({ names }) => [
        ...findNames(text, names),
        ...namesInSlugs(text, names),
      ]);
      return blot(text, found);
    },
  };
}

/** A text of the same length, with dots for the letters of names. */
function blot(text: string, names: readonly NameMatch[]): string {
  return names.reduce((all, { range: { start, end } }) => {
    const dots = all.slice(start, end).replace(/[^\r\n]/g, '•');
    return all.slice(0, start) + dots + all.slice(end);
  }, text);
}
