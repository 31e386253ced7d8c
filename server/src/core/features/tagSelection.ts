import { LiveFacts, type Kind, type Tag } from '../model';
import type { Project, ProjectFile } from '../project';
import type { Leaf, SyntaxDocument } from '../syntax';
import { containsRange, overlaps, touches, type TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import { nameOf } from './naming';
import { isImage, tagHeading, tagImage } from './tagging/carrierTag';
import { tagBlocks } from './tagging/divTag';
import { expandCaret, wholeWords } from './tagging/expand';
import { freshId, takenIds } from './tagging/freshId';
import { prefixOf, lineStart, trimRange } from './tagging/lines';
import { optIn } from './tagging/optIn';
import type { Request, Tagged } from './tagging/request';
import { tagSpan } from './tagging/spanTag';
import { seen } from './tagging/verify';

/** What tagging a selection comes to: edits, or a sentence that says why not. */
export type TagResult =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      readonly id: string;
      /** The id in the text after the edits, for an author who wants another one. */
      readonly idRange: TextRange;
      /** Where further attributes go, in the text after the edits. */
      readonly caret: number;
      /** Whether the edits let the file take part, which it did not. */
      readonly optsIn: boolean;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Tags a selection: part of a paragraph in brackets, whole blocks between the fences of a div, a heading or an image by
 * attributes of its own. An empty selection stands for what an author means by it (see `expandCaret`). The result is
 * parsed again; what Pandoc would not read as exactly that tag is refused.
 * @param attributes further attributes as they are written, such as `supports=c-trust`
 */
export function tagSelection(
  project: Project,
  uri: string,
  selection: TextRange,
  kind: Kind,
  attributes: readonly string[] = [],
): TagResult {
  const file = project.file(uri);
  if (!file) return refuse('This file is no manuscript');
  const { document } = file.facts;
  const empty = trimRange(document.text, selection);
  const isCaret = empty.start === empty.end;
  const range = isCaret
    ? expand(document, selection.start, kind)
    : wholeWords(document.text, empty);
  if (!range) return refuse('Select the text to tag, or put the caret in it');
  if (overlapsFrontMatter(document, range)) {
    return refuse('The front matter cannot be tagged; select text of the manuscript');
  }
  if (document.comments.some((comment) => containsRange(comment.range, range))) {
    return refuse('A comment cannot be tagged; select text of the manuscript');
  }
  if (document.failedAttributes.some((braces) => isCut(braces.range, range))) {
    return refuse('Pandoc prints these braces as text; mend them before you tag anything in them');
  }
  const known = tagOn(file, isCaret ? selection : range, kind, isCaret);
  const element = known && project.elementOf(known);
  if (element) return refuse(`This is tagged as the ${kind} ${nameOf(element)} already`);

  const taken = takenIds(project);
  const request: Request = {
    kind,
    selection: range,
    idOf: (content) => freshId(taken, kind, seen(document, content)),
    attributes,
  };
  const tagged = tag(project, file, request, isCaret);
  if (tagged) return finish(project, file, tagged);
  return refuse(
    seen(document, range) === ''
      ? 'There is no text to tag here: code, math, link targets and inline notes cannot be tagged'
      : 'Pandoc would not read a tag on just this text; select whole words, sentences or paragraphs',
  );
}

function tag(
  project: Project,
  file: ProjectFile,
  request: Request,
  isCaret: boolean,
): Tagged | undefined {
  const { document } = file.facts;
  const { selection, kind } = request;
  const leaf = innermostLeaf(document, selection);
  for (const range of [selection, ...(leaf ? [trimRange(document.text, leaf.range)] : [])]) {
    if (!isImage(document.text.slice(range.start, range.end))) continue;
    // A second kind stands around the image.
    if (file.facts.tags.some(({ source }) => isSame(source.range, range))) continue;
    const tagged = tagImage(document, { ...request, selection: range });
    if (tagged) return tagged;
  }
  const tagged = tagSelectedHeading(project, file, request, leaf);
  if (tagged) return tagged;
  if (!leaf) return tagBlocks(document, request);
  const wantsWords = kind === 'construct' || (isCaret && (kind === 'claim' || kind === 'evidence'));
  if (wantsWords || !isWholeBlock(document, leaf, selection)) {
    return tagSpan(document, leaf, request);
  }
  return tagBlocks(document, request) ?? tagSpan(document, leaf, request);
}

/** A heading that is selected, wholly, in part or with its section; not for a term in it, nor beside another tag. */
function tagSelectedHeading(
  project: Project,
  { facts: { document, tags } }: ProjectFile,
  request: Request,
  leaf: Leaf | undefined,
): Tagged | undefined {
  const { selection, kind } = request;
  const heading = document.headings.find(
    ({ range, sectionRange }) =>
      containsRange(range, selection) ||
      (range.start === selection.start &&
        trimRange(document.text, sectionRange).end === selection.end),
  );
  if (!heading) return undefined;
  const isTagged = tags.some((known) => known.source === heading.element);
  const isPart = leaf !== undefined && seen(document, selection) !== heading.text;
  if (isTagged || (kind === 'construct' && isPart)) return undefined;
  return tagHeading(document, heading, request, (id) =>
    project.references.some(({ target }) => target === id),
  );
}

function finish(
  project: Project,
  file: ProjectFile,
  { edits, document, element }: Tagged,
): TagResult {
  const { id, attributeRange } = element;
  if (!id || !attributeRange) return refuse('Pandoc would not read a tag here');
  const takesPart =
    file.participates || new LiveFacts(file.uri, document, project.vocabulary).tagged;
  const opening = takesPart ? undefined : optIn(file.facts.document);
  const shift = opening?.newText.length ?? 0;
  return {
    ok: true,
    edits: opening ? [opening, ...edits] : edits,
    id: id.value,
    idRange: { start: id.range.start + shift, end: id.range.end + shift },
    caret: attributeRange.end - 1 + shift,
    optsIn: opening !== undefined,
  };
}

function expand(document: SyntaxDocument, offset: number, kind: Kind): TextRange | undefined {
  const leaf = innermostLeaf(document, { start: offset, end: offset });
  return leaf && expandCaret(document, leaf, offset, kind);
}

/** The smallest block of text that holds a range; a footnote may stand inside a paragraph. */
function innermostLeaf({ leaves }: SyntaxDocument, range: TextRange): Leaf | undefined {
  return leaves.findLast((leaf) => containsRange(leaf.range, range));
}

/** Whether a paragraph is selected whole that is not the first of a list item, whose marker no fence may displace. */
function isWholeBlock(
  { text }: SyntaxDocument,
  { kind, range }: Leaf,
  selection: TextRange,
): boolean {
  const whole = trimRange(text, range);
  const start = lineStart(text, whole.start);
  return (
    kind === 'paragraph' &&
    containsRange(selection, whole) &&
    start + prefixOf(text, start).length >= whole.start
  );
}

/** The tag of a kind that a selection is already; for a caret, the span in which it stands. */
function tagOn(
  { facts: { tags } }: ProjectFile,
  selection: TextRange,
  kind: Kind,
  isCaret: boolean,
): Tag | undefined {
  return tags.find(({ kind: known, source }) => {
    if (known !== kind) return false;
    const { carrier, range, contentRange } = source;
    if (isCaret) {
      return (carrier === 'span' || carrier === 'image') && touches(range, selection.start);
    }
    return isSame(range, selection) || isSame(contentRange, selection);
  });
}

function isSame(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether a selection ends within something, or lies in it. */
function isCut(whole: TextRange, selection: TextRange): boolean {
  return overlaps(whole, selection) && !containsRange(selection, whole);
}

function overlapsFrontMatter({ frontMatter }: SyntaxDocument, range: TextRange): boolean {
  return frontMatter !== undefined && overlaps(frontMatter.range, range);
}

function refuse(message: string): TagResult {
  return { ok: false, message };
}
