import type { RegistryEntry } from '../config';
import type { KnownId, Place, Tag } from '../model';
import type { Element, Project, ReferenceUse, Resolution } from '../project';
import { blocksAt } from '../project/around';
import { mentionAt } from '../project/mentions';
import { citationUse, linkUse } from '../project/references';
import { libraryOf } from '../sources/bibliography';
import { touches, type TextRange } from '../text/range';
import { configsOf } from './renaming/names';

/** What a name stands for: something of the manuscript, or an id that nothing has. */
export type Subject = Resolution | { readonly type: 'unknown'; readonly id: string };

/** What stands at a place, and the words that say so. */
export interface SubjectAt {
  readonly subject: Subject;
  readonly range: TextRange;
  /** How the words name it: they refer to it, introduce it, use its term, or are its text. */
  readonly by: 'reference' | 'introduction' | 'mention' | 'text';
}

/**
 * The thing at an offset of a manuscript or of `warrant.yaml`: what a reference names, what an id introduces, a
 * construct that is used in plain text, or else the innermost tagged words. Nothing in a file that takes no part.
 */
export function subjectAt(project: Project, uri: string, offset: number): SubjectAt | undefined {
  if (project.file(uri)?.participates === false) return undefined;
  return (
    referenceAt(project, uri, offset) ??
    introductionAt(project, uri, offset) ??
    mentionedAt(project, uri, offset) ??
    taggedAt(project, uri, offset)
  );
}

/** The thing that a word of an attribute, a link or a citation at an offset refers to. */
export function referenceAt(project: Project, uri: string, offset: number): SubjectAt | undefined {
  const use = usesNear(project, uri, offset).find(
    ({ place }) => place.uri === uri && touches(place.range, offset),
  );
  if (!use) return undefined;
  const subject: Subject = use.resolution ?? { type: 'unknown', id: use.target };
  return { subject, range: use.place.range, by: 'reference' };
}

/** The references among which those at an offset are, however many there are elsewhere. */
function usesNear(project: Project, uri: string, offset: number): readonly ReferenceUse[] {
  const facts = project.file(uri)?.facts;
  // Entries of `elements:` stand in the front matter or in another file.
  if (!facts || offset <= (facts.current.frontMatter?.range.end ?? -1)) return project.references;
  const owners = facts
    .tagsAt(offset)
    .reverse()
    .flatMap((tag) => project.elementOf(tag) ?? []);
  const blocks = blocksAt(facts.current, offset);
  // What a link means may be written far from it.
  const isDefinition = blocks.some(({ text }) => text.includes(']:'));
  const links = isDefinition ? facts.current.links : blocks.flatMap((block) => block.links);
  return [
    ...owners.flatMap((owner) => project.referencesFrom(owner)),
    ...links
      .filter(({ targetRange }) => touches(targetRange, offset))
      .map((link) => linkUse(uri, link, project)),
    ...blocks.flatMap(({ citations }) =>
      citations.map((citation) => citationUse(uri, citation, project)),
    ),
  ];
}

/** The construct that is used in plain text at an offset. */
export function mentionedAt(project: Project, uri: string, offset: number): SubjectAt | undefined {
  if (!project.file(uri)?.participates) return undefined;
  const found = mentionAt(project, uri, offset);
  if (!found) return undefined;
  const subject: Subject = { type: 'element', element: found.construct };
  return { subject, range: found.place.range, by: 'mention' };
}

/** The tags whose own words or markup stand at an offset, innermost first. */
export function tagsAt(project: Project, uri: string, offset: number): Tag[] {
  const file = project.file(uri);
  if (!file?.participates) return [];
  return file.facts
    .tagsAt(offset)
    .filter((tag) => sensitiveRanges(tag).some((range) => touches(range, offset)));
}

/**
 * Where a tag answers to the caret. What covers many blocks, a section or the parts of a mechanism, answers on its
 * opening line only: else all the text in it would.
 */
function sensitiveRanges({ kind, source }: Tag): readonly TextRange[] {
  const container = source.carrier === 'div' && (kind === 'mechanism' || kind === 'step');
  return container ? [source.attributeRange ?? source.range] : [source.range];
}

function introductionAt(project: Project, uri: string, offset: number): SubjectAt | undefined {
  const at = ({ uri: where, range }: Place): boolean => where === uri && touches(range, offset);
  const entry = configsOf(project)
    .flatMap(({ elements }) => elements)
    .find(({ place }) => at(place));
  const annotated = entry && elementOfEntry(project, entry);
  if (annotated) return introduced({ type: 'element', element: annotated }, entry.place.range);
  const source = project.sources.find(({ place }) => at(place));
  if (source) return introduced({ type: 'source', source }, source.place.range);

  const file = project.file(uri);
  const tag = file?.facts.tags.find(({ id }) => id && touches(id.range, offset));
  const element = tag && project.elementOf(tag);
  if (tag?.id && element) return introduced({ type: 'element', element }, tag.id.range);
  const known = [...(file?.facts.currentIds ?? [])].find(
    ({ kind, range }) => kind !== 'heading' && touches(range, offset),
  );
  return known && introduced({ type: 'id', known, uri }, known.range);
}

/** The element that an entry is about: what has its id, or quotes words that nothing tags. */
function elementOfEntry(project: Project, entry: RegistryEntry): Element | undefined {
  return project.element(entry.id) ?? project.elements.find((element) => element.entry === entry);
}

function introduced(subject: Subject, range: TextRange): SubjectAt {
  return { subject, range, by: 'introduction' };
}

function taggedAt(project: Project, uri: string, offset: number): SubjectAt | undefined {
  for (const tag of tagsAt(project, uri, offset)) {
    const element = project.elementOf(tag);
    if (element)
      return { subject: { type: 'element', element }, range: tag.source.range, by: 'text' };
  }
  const heading = headingAt(project, uri, offset);
  return heading && { subject: { type: 'id', ...heading }, range: heading.known.range, by: 'text' };
}

function headingAt(
  project: Project,
  uri: string,
  offset: number,
): { readonly known: KnownId; readonly uri: string } | undefined {
  const facts = project.file(uri)?.facts;
  const heading = facts?.document.headings.find(({ range }) => touches(range, offset));
  const known =
    heading && facts?.ids.find(({ id, kind }) => kind === 'heading' && id === heading.id);
  return known && { known, uri };
}

/** The places where a thing is introduced: tag, entry, declaration or heading; those of a doubled id as well. */
export function introductionsOf(project: Project, subject: Subject): Introduction[] {
  switch (subject.type) {
    case 'element':
      return introductionsOfElements(project, namesakes(project, subject.element));
    case 'source': {
      const { place, idPlace } = subject.source;
      return [{ ...(idPlace ?? place), whole: place.range }];
    }
    case 'id':
      return project
        .knownIds(subject.known.id)
        .map(({ known: { range }, uri }) => ({ uri, range, whole: range }));
    case 'citation': {
      const found = libraryOf(project).find(subject.key);
      if (!found) return [];
      const { uri, entry } = found;
      return [{ uri, range: entry.keyRange, whole: entry.range }];
    }
    case 'unknown':
      return [];
  }
}

/** Where something is introduced. */
export interface Introduction extends Place {
  /** All of it, the range in `range` included. */
  readonly whole: TextRange;
}

function introductionsOfElements(project: Project, elements: readonly Element[]): Introduction[] {
  const tags = elements.map(({ tag, place }) => {
    if (!tag) return { ...place, whole: place.range };
    const { range, contentRange } = tag.source;
    return { uri: tag.uri, range: tag.id?.range ?? contentRange, whole: range };
  });
  const ids = new Set(elements.map(({ id }) => id));
  const entries = configsOf(project).flatMap((config) => config.elements);
  return [
    ...tags,
    ...entries
      .filter(({ id }) => ids.has(id))
      .map(({ place }) => ({ ...place, whole: place.range })),
  ];
}

function namesakes(project: Project, element: Element): readonly Element[] {
  if (element.id === undefined) return [element];
  return project.elements.filter(({ id }) => id === element.id);
}
