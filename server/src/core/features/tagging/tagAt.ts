import type { Kind, Tag } from '../../model';
import type { Element, Project, ProjectFile } from '../../project';
import { containsRange, touches, type TextRange } from '../../text/range';

/** A tag that an author points at. */
export interface Pointed {
  readonly file: ProjectFile;
  readonly tag: Tag;
  readonly element: Element;
}

/**
 * The innermost tag whose text or marks hold a selection, of one of some kinds where these are given. Of what covers a
 * section, a heading, only the heading itself counts.
 */
export function tagAt(
  project: Project,
  uri: string,
  selection: TextRange,
  kinds?: readonly Kind[],
): Pointed | undefined {
  const file = project.file(uri);
  if (!file) return undefined;
  for (const tag of file.facts.tagsAt(selection.start)) {
    const { range } = tag.source;
    const isHeld =
      containsRange(range, selection) ||
      (selection.start === selection.end && touches(range, selection.start));
    const element = isHeld && (!kinds || kinds.includes(tag.kind)) && project.elementOf(tag);
    if (element) return { file, tag, element };
  }
  return undefined;
}

/** What an author is told who points at no tag. */
export const NO_TAG = 'Put the caret in a tag: there is none here';
