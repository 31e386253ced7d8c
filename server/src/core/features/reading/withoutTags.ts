import type { Project } from '../../project';
import { overlaps, type TextRange } from '../../text/range';
import { applyEdits } from '../../text/textEdit';
import { cuts } from '../tagging/cuts';
import { removal } from '../tagging/removal';
import { tagsIn } from './tagMarks';

/**
 * A part of a manuscript as its author would have written it without tags: everything else is as it was. Markup of which
 * only a part stands in the range is left out as far as it does. Undefined for a file that is none of the project.
 */
export function withoutTags(project: Project, uri: string, range?: TextRange): string | undefined {
  const file = project.file(uri);
  if (!file) return undefined;
  const document = file.facts.current;
  const { start, end } = range ?? { start: 0, end: document.length };
  const markup = tagsIn(project, uri, { start, end })
    .flatMap(({ source }) => removal(document, source, project.vocabulary))
    .map((edit) => edit.range)
    .filter((one) => overlaps(one, { start, end }));
  const within = markup.map((one) => ({
    start: Math.max(one.start, start) - start,
    end: Math.min(one.end, end) - start,
  }));
  return applyEdits(document.slice(start, end), cuts(within));
}
