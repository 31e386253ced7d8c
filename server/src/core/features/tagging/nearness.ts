import type { Element, Project } from '../../project';
import { leafAt } from '../../project/around';
import { touches } from '../../text/range';

/** How far an element is from where an author writes. */
export interface Nearness {
  /** Less is nearer; within a file in UTF-16 units, other files are farther than anything in it. */
  readonly distance: number;
  /** As people say it: `this paragraph`, `12 lines above`, `method.md:4`. */
  readonly words: string;
}

/** As far as no offset reaches. */
const ANOTHER_FILE = 1e9;

/** How far an element is from an offset of a file. */
export function nearnessOf(
  project: Project,
  uri: string,
  offset: number,
  { place, tag }: Element,
): Nearness {
  const at = tag?.source.range ?? place.range;
  const file = project.file(place.uri);
  const line = file?.facts.lines.positionAt(at.start).line ?? 0;
  if (place.uri !== uri || !file) {
    const order = (of: string): number => project.files.findIndex((one) => one.uri === of);
    const path = file?.path ?? decodeURIComponent(place.uri.slice(place.uri.lastIndexOf('/') + 1));
    const distance = ANOTHER_FILE * (1 + Math.abs(order(place.uri) - order(uri))) + at.start;
    return { distance, words: `${path}:${line + 1}` };
  }
  const distance = touches(at, offset)
    ? 0
    : Math.min(Math.abs(at.start - offset), Math.abs(at.end - offset));
  const paragraph = leafAt(file.facts.current, offset);
  if (paragraph && touches(paragraph.range, at.start)) return { distance, words: 'this paragraph' };
  const own = file.facts.lines.positionAt(offset).line;
  const lines = Math.abs(line - own);
  const words = `${lines} ${lines === 1 ? 'line' : 'lines'} ${line < own ? 'above' : 'below'}`;
  return { distance, words: lines === 0 ? 'this line' : words };
}
