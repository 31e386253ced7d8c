import { keysOfText, type Project } from '../../project';
import { declaredSource, qdaOf, type QdaSelection } from '../../sources/qda';
import { parse, visibleText, type SyntaxDocument } from '../../syntax';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { freshId, takenIds } from '../tagging/freshId';
import { blockInsertions } from '../tagging/insertBlocks';
import { refuse, retagging, type Refusal, type Retagging } from '../tagging/result';
import { attribute, type EscapeText } from './writing';

/** From so many words on, a quotation stands in a block of its own (APA 7, section 8.27). */
const BLOCK_WORDS = 40;

/**
 * Puts a coded passage into a manuscript as evidence: quotation, source, place and GUID. A long one becomes a block
 * quotation behind the paragraph. Refused where what is there would be read otherwise than it was, or than the passage.
 */
export function insertEvidence(
  project: Project,
  uri: string,
  caret: number,
  guid: string,
  escape: EscapeText,
): Retagging | Refusal {
  const document = project.file(uri)?.facts.current;
  if (!document) return refuse('This file is no manuscript');
  const { index } = qdaOf(project);
  const [selection] = index.find(guid);
  if (!selection) return refuse('This selection is not in the QDA project any more');
  const paragraphs = paragraphsOf(selection.text);
  const [first] = paragraphs;
  if (first === undefined)
    return refuse('This selection has no text: it is an area or a recording');
  const source = declaredSource(project, selection.source);
  const id = freshId(takenIds(project), 'evidence', first);
  const marks = [
    '.evidence',
    `#${id}`,
    ...(source ? [attribute('source', source.id)] : []),
    ...(selection.place === undefined ? [] : [attribute('loc', selection.place)]),
    attribute('qda', index.shortest(selection)),
  ].join(' ');
  const isLong = paragraphs.length > 1 || first.split(' ').length >= BLOCK_WORDS;
  const edits = isLong
    ? blockInsertions(document, caret, blockLines(paragraphs, marks, escape))
    : [inline(document.text, caret, `[“${escape(withoutMarks(first))}”]{${marks}}`)];
  for (const edit of edits) {
    if (isRead(document, edit, id, paragraphs))
      return retagging([[uri, [edit]]], notesOf(selection, source));
  }
  return refuse('Evidence cannot be inserted here; put the caret into a paragraph or between two');
}

function notesOf({ source }: QdaSelection, declared: object | undefined): string[] {
  return declared
    ? []
    : [
        `No source is declared that is “${source.name}” in the QDA project; declare it under sources: and name it with source=`,
      ];
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\s*[\r\n\u2028\u2029]+\s*/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

const QUOTED = /^(?:“([^“”]*)”|"([^"]*)"|„([^„“]*)“|«\s*([^«»]*?)\s*»)$/;

/** A passage that is a quotation already gets no second pair of marks. */
function withoutMarks(text: string): string {
  return (
    QUOTED.exec(text)
      ?.slice(1)
      .find((inner: string | undefined) => inner !== undefined) ?? text
  );
}

function blockLines(paragraphs: readonly string[], marks: string, escape: EscapeText): string[] {
  const quoted = paragraphs.flatMap((text, index) => [
    ...(index > 0 ? ['>'] : []),
    `> ${escape(text)}`,
  ]);
  return [`::: {${marks}}`, ...quoted, ':::'];
}

/** Words are set apart from those beside them. */
function inline(text: string, caret: number, tag: string): TextEdit {
  const before = caret > 0 && /[^\s([“‘"—–]/.test(text.charAt(caret - 1)) ? ' ' : '';
  const after = /[\p{L}\p{N}]/u.test(text.charAt(caret)) ? ' ' : '';
  return { range: { start: caret, end: caret }, newText: before + tag + after };
}

/** Whether the evidence is there after the edit with just its words, and everything else as it was. */
function isRead(
  before: SyntaxDocument,
  edit: TextEdit,
  id: string,
  paragraphs: readonly string[],
): boolean {
  const after = parse(applyEdits(before.text, [edit]));
  const added = after.elements.find((element) => element.id?.value === id);
  if (!added || after.elements.length !== before.elements.length + 1) return false;
  if (after.failedAttributes.length !== before.failedAttributes.length) return false;
  return (
    keysOfText(visibleText(after, added.contentRange).text) === keysOfText(paragraphs.join(' '))
  );
}
