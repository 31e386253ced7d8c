import type { Place } from '../model';
import {
  comparePlaces,
  definitionsOf,
  documentAt,
  firstLeafIn,
  leafHolding,
  mentionsOf,
  type Definition,
  type Element,
  type Project,
} from '../project';
import type { Leaf, SyntaxDocument } from '../syntax';
import type { Rule } from './rule';
import { isFaulty, tagsOf } from './shared/faults';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { nameOf } from './shared/naming';

/** Reports constructs whose first use stands before their definition. */
export const usedBeforeDefinition: Rule = {
  id: 'used-before-definition',
  severity: 'information',
  scope: 'element',
  kinds: ['construct'],
  documentation: {
    summary:
      'Whoever meets a term before its definition reads it in the sense that it has elsewhere. The rule reports the first use of a construct, tagged or in plain text, that stands before the paragraph in which it is defined. The abstract, the title, headings, captions and the words of informants are left alone, and so are definitions outside the prose. Move the definition up, or use another word before it.',
    byHand:
      'Where a tagged use comes first, only the author can move the definition up: what is said in between may lean on it.',
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
    const definition = definitionPlace(project, element);
    if (!definition) return;
    const uses = [...taggedUses(element), ...firstMentions(project, element, definition)]
      .filter((use) => comparePlaces(project, use, definition) < 0)
      .sort((a, b) => comparePlaces(project, a, b));
    const [earliest] = uses;
    const isAhead = ({ place }: Definition) =>
      earliest !== undefined && comparePlaces(project, earliest, place) < 0;
    if (!definitionsOf(element).every(isAhead)) return;
    const first = uses.find((use) => isArgument(project, use));
    if (!first) return;
    if (isFaulty(project, element, ['term', 'alias', 'def', 'match'])) return;
    yield problemOf(
      element,
      `${nameOf(element)} is used here before it is defined; define it first or use another word`,
      {
        place: first,
        related: [{ message: 'Its definition', place: definition }],
        data: { isTagged: String(isTagged(element, first)) },
      },
    );
  },
  fix(finding, project) {
    const construct = elementOfFinding(finding, project);
    if (!construct || finding.data['isTagged'] === 'true') return [];
    return setOn(project, construct, 'The word is meant otherwise here: count tagged uses only', {
      match: 'tagged',
    });
  },
};

/** The block of the first definition in the prose. */
function definitionPlace(project: Project, construct: Element): Place | undefined {
  const [definition] = definitionsOf(construct)
    .flatMap(({ place }) => blockOf(project, place) ?? [])
    .sort((a, b) => comparePlaces(project, a, b));
  return definition;
}

/** The tag that holds a definition, with the block of text around it. */
function blockOf(project: Project, place: Place): Place | undefined {
  const file = project.file(place.uri);
  if (!file) return undefined;
  const [tag] = file.facts.tagsAround(place.range);
  if (!tag) return undefined;
  const leaf = firstLeafIn(documentAt(file, tag.source.range), tag.source.range);
  const start = Math.min(tag.source.range.start, leaf?.range.start ?? tag.source.range.start);
  return { uri: place.uri, range: { start, end: tag.source.range.end } };
}

function isTagged(construct: Element, { uri, range }: Place): boolean {
  return taggedUses(construct).some(
    (use) => use.uri === uri && use.range.start === range.start && use.range.end === range.end,
  );
}

function taggedUses(construct: Element): Place[] {
  return tagsOf(construct).map(({ uri, source }) => ({ uri, range: source.contentRange }));
}

/** The plain-text uses that stand before the definition, up to the first that counts. */
function firstMentions(project: Project, construct: Element, definition: Place): Place[] {
  const places: Place[] = [];
  for (const { place } of mentionsOf(project).before(construct, definition)) {
    places.push(place);
    if (isArgument(project, place)) break;
  }
  return places;
}

/** Whether the authors speak to the reader in a place, and not in a summary, a title or somebody else's words. */
function isArgument(project: Project, place: Place): boolean {
  const file = project.file(place.uri);
  if (!file || project.inAbstract(place)) return false;
  const document = documentAt(file, place.range);
  const leaf = leafHolding(document, place.range);
  if (leaf && (ASIDE.has(leaf.kind) || isFigure(document, leaf))) return false;
  for (const { kind } of file.facts.tagsAround(place.range)) if (kind === 'evidence') return false;
  return true;
}

/** Whether a paragraph is but an image, and its text thus a caption (Pandoc manual, `implicit_figures`). */
function isFigure(document: SyntaxDocument, { range }: Leaf): boolean {
  return /^\s*!\[/.test(document.slice(range.start, range.start + 20));
}

const ASIDE: ReadonlySet<Leaf['kind']> = new Set(['heading', 'caption', 'metadata']);
