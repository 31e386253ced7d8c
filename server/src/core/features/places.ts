import type { Place } from '../model';
import type { Project } from '../project';
import type { TextRange } from '../text/range';
import { code, escapeMarkdown } from './markdown';

/** Where a place is, as people say it: the file and the 1-based line, where the file is a manuscript. */
export function placeName(project: Project, { uri, range }: Place): string {
  const file = project.file(uri);
  if (!file) return lastPart(uri);
  return `${file.path}:${file.facts.lines.positionAt(range.start).line + 1}`;
}

/** The name of a file without its folders. */
export function lastPart(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A place as a Markdown link that editors can follow. */
export function placeLink(project: Project, place: Place): string {
  const name = placeName(project, place);
  return linkTo(project, place, escapeMarkdown(name)) ?? code(name);
}

/** Markdown that leads to a place in a manuscript, where editors follow links; nothing for a place elsewhere. */
export function linkTo(project: Project, place: Place, markdown: string): string | undefined {
  const line = project.file(place.uri)?.facts.lines.positionAt(place.range.start).line;
  return line === undefined ? undefined : markdownLink(place.uri, line, markdown);
}

/**
 * Markdown that leads to a file, where editors follow links.
 * @param line 0-based, where the file is text
 */
export function markdownLink(uri: string, line: number | undefined, markdown: string): string {
  const target = uri.replace(/[()<>\s]/g, (character) => encode(character));
  return `[${markdown}](${target}${line === undefined ? '' : `#L${line + 1}`})`;
}

/** The text of a range in a manuscript or in `warrant.yaml`; '' where the file is none of the project. */
export function textIn(project: Project, uri: string, { start, end }: TextRange): string {
  const { config } = project;
  if (config?.uri === uri) return config.text.slice(start, end);
  return project.file(uri)?.facts.current.slice(start, end) ?? '';
}

/** The places without repetition, in the order given. */
export function distinctPlaces<T extends Place>(places: readonly T[]): T[] {
  const seen = new Set<string>();
  return places.filter(({ uri, range }) => {
    const key = `${uri} ${range.start} ${range.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
