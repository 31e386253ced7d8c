import type { Place, Tag } from '../../model';
import type { Element, Project, ReferenceUse, Resolution } from '../../project';
import type { LineIndex } from '../../text/lineIndex';
import type { TextRange } from '../../text/range';
import { code, escapeMarkdown, paragraphs, inQuotes, shorten } from '../markdown';
import { nameOf, sourceName, titleOf } from '../naming';
import { markupOf } from './markup';
import { tagLabel, tagsIn } from './tagMarks';

/** A few words between what is written. */
export interface InlayHint {
  /** The offset behind which they stand. */
  readonly at: number;
  readonly label: string;
  readonly about: HintSubject;
  /** Where they lead. */
  readonly place: Place;
}

/** What a hint speaks of, by the key of the element or the id of the source. */
export interface HintSubject {
  readonly type: 'element' | 'source';
  readonly name: string;
}

/** How long a hint may be, in UTF-16 units. */
const LENGTH = 32;

/** How much of the words is shown to who asks for more. */
const TOOLTIP = 280;

/** Further than so many lines from where it opens, nobody sees what a tag closes. */
const FAR = 10;

/**
 * What helps to read the markup in a part of a manuscript or of `warrant.yaml` (LSP 3.17 §textDocument/inlayHint), in its
 * order: behind the name of an element or a source its words, and behind the end of a long tag its kind. What can be seen
 * beside it, or in the name itself, is not said again. The cost is that of the part.
 */
export function inlayHints(project: Project, uri: string, range: TextRange): InlayHint[] {
  const file = project.file(uri);
  const lines = file?.facts.current.lines;
  const tags = tagsIn(project, uri, range);
  const hints = [
    ...usesIn(project, uri, range, tags).flatMap((use) => hintOfUse(project, use, lines) ?? []),
    ...(lines ? tags.flatMap((tag) => hintOfEnd(project, tag, lines) ?? []) : []),
  ];
  return hints.filter(({ at }) => range.start <= at && at <= range.end).sort((a, b) => a.at - b.at);
}

/** All that is to be known at once of what a hint speaks of, as Markdown. */
export function hintTooltip(project: Project, { type, name }: HintSubject): string | undefined {
  if (type === 'source') {
    const source = project.source(name);
    return source && paragraphs(escapeMarkdown(sourceName(project, name)), code(name));
  }
  const element = project.elementWithKey(name);
  if (!element) return undefined;
  const words = shorten(element.text, TOOLTIP);
  return paragraphs(
    escapeMarkdown(titleOf(element)),
    // A short text stands in the title.
    titleOf(element).endsWith(inQuotes(words)) ? undefined : escapeMarkdown(inQuotes(words)),
    element.id === undefined ? undefined : code(`#${element.id}`),
  );
}

/** The references that are written in a part of a file, in tags or in `elements:`. */
function usesIn(
  project: Project,
  uri: string,
  { start, end }: TextRange,
  tags: readonly Tag[],
): ReferenceUse[] {
  const owners = new Set<Element>();
  for (const tag of tags) {
    const element = project.elementOf(tag);
    if (element) owners.add(element);
  }
  for (const id of entriesIn(project, uri, start)) {
    const element = project.element(id);
    if (element) owners.add(element);
  }
  return [...owners]
    .flatMap((owner) => project.referencesFrom(owner))
    .filter(({ place }) => place.uri === uri && place.range.start < end && place.range.end > start);
}

/** The names of the entries of `elements:` in a file, as far as a part that starts there may show them. */
function entriesIn(project: Project, uri: string, start: number): readonly string[] {
  const file = project.file(uri);
  if (!file) return project.config?.uri === uri ? idsOf(project.config.elements) : [];
  const isBehind = start > (file.facts.current.frontMatter?.range.end ?? -1);
  return isBehind || !file.participates ? [] : idsOf(file.frontMatter.elements);
}

function idsOf(entries: readonly { readonly id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

function hintOfUse(
  project: Project,
  { place, target, attribute, reference, resolution }: ReferenceUse,
  lines: LineIndex | undefined,
): InlayHint | undefined {
  const said = resolution && saidOf(project, resolution);
  if (!said || isInName(said.label, target)) return undefined;
  const isHere = said.place.uri === place.uri;
  if (isHere && lines && distance(lines, place.range.start, said.place.range.start) <= 1) {
    return undefined;
  }
  // A test is one word with the id.
  const test = attribute?.tests.find((one) => one.target === reference);
  return { at: (test ?? place).range.end, ...said };
}

function saidOf(project: Project, resolution: Resolution): Omit<InlayHint, 'at'> | undefined {
  switch (resolution.type) {
    case 'element': {
      const { element } = resolution;
      const about = { type: 'element', name: element.key } as const;
      return { label: nameOf(element, LENGTH), about, place: element.place };
    }
    case 'source': {
      const { id, place } = resolution.source;
      const label = shorten(sourceName(project, id), LENGTH);
      return { label, about: { type: 'source', name: id }, place };
    }
    case 'citation':
    case 'id':
      return undefined;
  }
}

/** What closes far from the class that says what it is. */
function hintOfEnd(project: Project, tag: Tag, lines: LineIndex): InlayHint | undefined {
  const element = project.elementOf(tag);
  const at = markupOf(tag, tag.document).closing?.end;
  const { start } = tag.classToken.range;
  if (!element || at === undefined || distance(lines, start, at) < FAR) return undefined;
  const place = { uri: tag.uri, range: tag.classToken.range };
  return { at, label: tagLabel(tag), about: { type: 'element', name: element.key }, place };
}

function distance(lines: LineIndex, a: number, b: number): number {
  return Math.abs(lines.positionAt(a).line - lines.positionAt(b).line);
}

/** Whether a name says all that a label does: `k-double-loop` that of “double loop”. */
function isInName(label: string, name: string): boolean {
  return lettersOf(name).endsWith(lettersOf(label));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
