import type { Attributed, Heading, SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { lineEnd } from './lines';
import type { Request, Tagged } from './request';
import { verify } from './verify';

const IMAGE = /^!\[[^]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\{[^{}]*\})?$/;

/** Whether a text is one image and nothing else. */
export function isImage(text: string): boolean {
  return IMAGE.test(text);
}

/**
 * Tags a heading, joining the attributes that it has. An identifier that is written, or that something refers to, stays
 * the identifier, so that no link breaks.
 * @param isReferredTo whether something in the project refers to an id
 */
export function tagHeading(
  document: SyntaxDocument,
  heading: Heading,
  request: Request,
  isReferredTo: (id: string) => boolean,
): Tagged | undefined {
  const source = heading.element;
  const { kind, idOf } = request;
  const { automaticId, contentRange, attributeRange } = source;
  const kept =
    automaticId !== undefined && isReferredTo(automaticId) ? automaticId : idOf(contentRange);
  const id = source.id?.value ?? kept;
  const edit = attributeRange
    ? join(source, attributeRange, kind, id)
    : append(document.text, contentRange.end, ` {.${kind} #${id}}`);
  return tagged(document, { edits: [edit], carrier: 'heading', kind, id, content: contentRange });
}

/** Tags an image that is selected whole, joining the attributes that it has. */
export function tagImage(document: SyntaxDocument, request: Request): Tagged | undefined {
  const { kind, selection, idOf } = request;
  const source = document.elements.find(
    ({ carrier, range }) =>
      carrier === 'image' && range.start === selection.start && range.end === selection.end,
  );
  const content = source?.contentRange ?? descriptionOf(document.text, selection);
  const id = source?.id?.value ?? idOf(content);
  const edit = source?.attributeRange
    ? join(source, source.attributeRange, kind, id)
    : { range: { start: selection.end, end: selection.end }, newText: `{.${kind} #${id}}` };
  return tagged(document, { edits: [edit], carrier: 'image', kind, id, content });
}

function tagged(
  document: SyntaxDocument,
  intention: Parameters<typeof verify>[1],
): Tagged | undefined {
  const verified = verify(document, intention);
  return verified && { edits: intention.edits, ...verified };
}

/** Puts a kind, and the id where there is none yet, behind the opening brace. */
function join(source: Attributed, { start, end }: TextRange, kind: string, id: string): TextEdit {
  const empty = end - start === 2;
  const written = source.id ? `.${kind}` : `.${kind} #${id}`;
  return {
    range: { start: start + 1, end: start + 1 },
    newText: empty ? written : `${written} `,
  };
}

/** At the end of a line, before white space; closing hashes stay before the attributes. */
function append(text: string, offset: number, newText: string): TextEdit {
  const end = lineEnd(text, offset);
  const at = offset + text.slice(offset, end).trimEnd().length;
  return { range: { start: at, end: at }, newText };
}

function descriptionOf(text: string, { start, end }: TextRange): TextRange {
  return { start: start + 2, end: text.lastIndexOf('](', end) };
}
