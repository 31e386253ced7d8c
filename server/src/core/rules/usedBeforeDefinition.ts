import type { Place, Tag } from '../model';
import { definitionsOf, mentionsOf, type Element, type Project } from '../project';
import type { Leaf, SyntaxDocument } from '../syntax';
import { containsRange, overlaps, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import type { Rule } from './rule';
import { isFaulty, tagsOf } from './shared/faults';
import { problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';

/** Reports constructs whose first use stands before their definition. */
export const usedBeforeDefinition: Rule = {
  id: 'used-before-definition',
  severity: 'information',
  scope: 'element',
  documentation: {
    summary:
      'Whoever meets a term before its definition reads it in the sense that it has elsewhere. The rule reports the first use of a construct, tagged or in plain text, that stands before the paragraph in which it is defined. The abstract, the title, headings, captions and the words of informants are left alone, and so are definitions outside the prose. Move the definition up, or use another word before it.',
    bad: `Many firms knew only calculative trust when they joined.

By _calculative trust_ we mean [the confidence that a partner behaves because cheating
would cost it more]{.construct #k-calc term="calculative trust"}.
`,
    good: `By _calculative trust_ we mean [the confidence that a partner behaves because cheating
would cost it more]{.construct #k-calc term="calculative trust"}.

Many firms knew only calculative trust when they joined.
`,
  },
  *check(element, project) {
    if (element.kind !== 'construct') return;
    const uses = usesOf(project, element);
    const isAhead = (use: Place) =>
      definitionsOf(element).every(({ place }) => isBefore(project, use, place));
    if (!uses.some(isAhead)) return;
    const definition = definitionPlace(project, element);
    if (!definition || isFaulty(project, element, ['term', 'alias', 'def', 'match'])) return;
    const first = uses
      .filter((use) => isBefore(project, use, definition) && isArgument(project, use))
      .sort((a, b) => (isBefore(project, a, b) ? -1 : 1))[0];
    if (!first) return;
    yield problemOf(
      element,
      `${nameOf(element)} is used here before it is defined; define it first or use another word`,
      { place: first, related: [{ message: 'Its definition', place: definition }] },
    );
  },
};

/** The block of the first definition in the prose. */
function definitionPlace(project: Project, construct: Element): Place | undefined {
  const [definition] = definitionsOf(construct)
    .flatMap(({ place }) => blockOf(project, place) ?? [])
    .sort((a, b) => (isBefore(project, a, b) ? -1 : 1));
  return definition;
}

/** The tag that holds a definition, with the block of text around it. */
function blockOf(project: Project, place: Place): Place | undefined {
  const facts = project.file(place.uri)?.facts;
  if (!facts) return undefined;
  const tag = innermostTag(facts.tags, place.range);
  if (!tag) return undefined;
  const leaf = facts.document.leaves.find(({ range }) => overlaps(range, tag.source.range));
  const start = Math.min(tag.source.range.start, leaf?.range.start ?? tag.source.range.start);
  return { uri: place.uri, range: { start, end: tag.source.range.end } };
}

function innermostTag(tags: readonly Tag[], range: TextRange): Tag | undefined {
  let index = firstFrom(tags, range.start + 1, ({ source }) => source.range.start);
  while (index-- > 0) {
    const tag = tags[index];
    if (tag && containsRange(tag.source.range, range)) return tag;
  }
  return undefined;
}

function usesOf(project: Project, construct: Element): Place[] {
  const tagged = tagsOf(construct).map(({ uri, source }) => ({ uri, range: source.contentRange }));
  const mentioned = mentionsOf(project)
    .of(construct)
    .map(({ place }) => place);
  return [...tagged, ...mentioned];
}

/** Whether a place stands before another one in the manuscript. */
function isBefore({ files }: Project, place: Place, other: Place): boolean {
  if (place.uri === other.uri) return place.range.start < other.range.start;
  const index = (uri: string) => files.findIndex((file) => file.uri === uri);
  return index(place.uri) < index(other.uri);
}

/** Whether the authors speak to the reader in a place, and not in a summary, a title or somebody else's words. */
function isArgument(project: Project, place: Place): boolean {
  const facts = project.file(place.uri)?.facts;
  if (!facts || project.inAbstract(place)) return false;
  const leaf = facts.document.leaves.findLast(({ range }) => containsRange(range, place.range));
  if (leaf && (ASIDE.has(leaf.kind) || isFigure(facts.document, leaf))) return false;
  return !facts.tags.some(
    ({ kind, source }) => kind === 'evidence' && containsRange(source.range, place.range),
  );
}

/** Whether a paragraph is but an image, and its text thus a caption (Pandoc manual, `implicit_figures`). */
function isFigure({ text }: SyntaxDocument, { range }: Leaf): boolean {
  return /^\s*!\[/.test(text.slice(range.start, range.start + 20));
}

const ASIDE: ReadonlySet<Leaf['kind']> = new Set(['heading', 'caption', 'metadata']);
