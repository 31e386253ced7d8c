import type { Project } from '../../project';
import { textIn } from '../places';

/** No id is longer. */
const LONGEST = 300;

/** What an id may consist of. */
const ID = /[\p{L}\p{N}\p{M}_:.-]+/gu;

/** What parts the words that may stand in an id: a test or the end of a sentence is none of it. */
const JOINT = /[:.]+/g;

/**
 * What may be an id at an offset, the longest first: a colon or a full stop may be part of it or not, as in
 * `c-trust:hoop`.
 */
export function wordsAt(project: Project, uri: string, offset: number): string[] {
  const start = Math.max(0, offset - LONGEST);
  const text = textIn(project, uri, { start, end: offset + LONGEST });
  const at = offset - start;
  for (const { 0: word, index } of text.matchAll(ID)) {
    if (index > at) break;
    if (at > index + word.length) continue;
    return partsAround(word, at - index);
  }
  return [];
}

/** The parts of a word that hold an offset of it, the longest first. */
function partsAround(word: string, offset: number): string[] {
  const joints = [...word.matchAll(JOINT)];
  const starts = [0, ...joints.map(({ 0: joint, index }) => index + joint.length)];
  const ends = [...joints.map(({ index }) => index), word.length];
  const parts = starts
    .filter((from) => from <= offset)
    .flatMap((from) =>
      ends.filter((to) => to >= offset && to > from).map((to) => word.slice(from, to)),
    );
  return [...new Set(parts)].sort((a, b) => b.length - a.length);
}
