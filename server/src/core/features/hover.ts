import type { Tag } from '../model';
import type { Project } from '../project';
import { touches, type TextRange } from '../text/range';
import { hoverInPart } from './hoverInPart';
import { hoverSubject } from './hoverSubject';
import { hoverVocabulary } from './hoverVocabulary';
import { mentionedAt, referenceAt, subjectAt, tagsAt, type SubjectAt } from './subjectAt';

/** A piece of Markdown on some words of a file. */
export interface Hover {
  readonly markdown: string;
  readonly range: TextRange;
}

/** More than this nobody reads at once. */
const MOST = 3;

/**
 * What there is to know at an offset of a manuscript or of `warrant.yaml`: the use of a construct on top, then tags from
 * the innermost outwards, three at most. Inside the braces of a tag: what a reference names, else what the word means.
 * @param isWhole whether the project holds all its files; of one that is still being read, less is said
 */
export function hoverAt(project: Project, uri: string, offset: number, isWhole = true): Hover[] {
  const describe = isWhole ? hoverSubject : hoverInPart;
  const shown = (subjects: readonly (SubjectAt | undefined)[]) =>
    described(subjects, (at) => describe(project, at));
  const file = project.file(uri);
  if (!file) return shown([subjectAt(project, uri, offset)]);
  if (!file.participates) return [];
  const tags = tagsAt(project, uri, offset);
  const [innermost] = tags;
  if (innermost && inBraces(innermost, offset)) {
    const named = shown([referenceAt(project, uri, offset)]);
    if (named.length > 0) return named;
    return hoverInBraces(project, innermost, offset, shown([ownSubject(project, innermost)]));
  }
  const here = [
    mentionedAt(project, uri, offset),
    referenceAt(project, uri, offset),
    ...tags.map((tag) => ownSubject(project, tag)),
  ];
  return shown(here);
}

function hoverInBraces(project: Project, tag: Tag, offset: number, own: Hover[]): Hover[] {
  const meaning = hoverVocabulary(project, tag, offset);
  if (!meaning) return own;
  return touches(tag.classToken.range, offset) ? [...own, meaning] : [meaning];
}

function ownSubject(project: Project, tag: Tag): SubjectAt | undefined {
  const element = project.elementOf(tag);
  if (!element) return undefined;
  // The words of a further occurrence are not those that introduce the element.
  const by = element.tag === tag ? 'text' : 'reference';
  return { subject: { type: 'element', element }, range: tag.source.range, by };
}

function inBraces({ source }: Tag, offset: number): boolean {
  return source.attributeRange !== undefined && touches(source.attributeRange, offset);
}

function described(
  subjects: readonly (SubjectAt | undefined)[],
  describe: (at: SubjectAt) => string | undefined,
): Hover[] {
  const seen = new Set<string>();
  return subjects
    .flatMap((at) => {
      const markdown = at && describe(at);
      if (!at || markdown === undefined || seen.has(markdown)) return [];
      seen.add(markdown);
      return [{ markdown, range: at.range }];
    })
    .slice(0, MOST);
}
