import type { Place } from '../../model';
import type { Project } from '../../project';
import { firstFrom } from '../../text/search';

/** The section around a place. */
export interface Section {
  /** Unique in the project. */
  readonly key: string;
  readonly title: string;
}

/** The innermost section around a place: the last heading before it; above the first one, the file. */
export function sectionOf(project: Project, { uri, range }: Place): Section {
  const headings = project.file(uri)?.facts.headings ?? [];
  const next = firstFrom(headings, range.start + 1, (heading) => heading.range.start);
  const heading = headings[next - 1];
  return { key: `${uri}#${heading?.range.start ?? ''}`, title: heading?.text.trim() ?? '' };
}
