import { tagMarks, type TagMark } from '../../core/features/reading/tagMarks';
import { normalizeUri } from '../../core/project';
import type { LineIndex } from '../../core/text/lineIndex';
import type { ProtocolTagMark, PartsParams, TagMarksResult } from '../../shared/protocol';
import { projectSoon, type Context } from '../context';
import { toRange } from '../toProto';

/** The tags in parts of a document, with the version of the text in which they stand there. */
export async function tagMarksOf(
  { workspace, version }: Context,
  { uri, ranges }: PartsParams,
): Promise<TagMarksResult> {
  const known = normalizeUri(uri);
  const { project } = await projectSoon(workspace, known);
  const lines = project.file(known)?.facts.current.lines;
  const marks = new Map<number, TagMark>();
  for (const { start, end } of lines ? ranges : []) {
    const range = { start: lines?.offsetAt(start) ?? 0, end: lines?.offsetAt(end) ?? 0 };
    // Parts may touch one another, and hold the same tag.
    for (const mark of tagMarks(project, known, range)) marks.set(mark.chip.start, mark);
  }
  return {
    version: version(known) ?? null,
    marks: lines ? [...marks.values()].map((mark) => toMark(mark, lines)) : [],
  };
}

function toMark({ kind, label, words, chip, end }: TagMark, lines: LineIndex): ProtocolTagMark {
  return {
    kind,
    label,
    ...(words ? { words: toRange(words, lines) } : {}),
    chip: toRange(chip, lines),
    ...(end ? { end: toRange(end, lines) } : {}),
  };
}
