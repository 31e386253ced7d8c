import type { Attributed, Heading, SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { lineEnd } from './lines';
import { marks, type Request, type Tagged } from './request';
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
    ? join(document.text, source, attributeRange, request, id)
    : append(document.text, contentRange.end, ` {${marks(request, id)}}`);
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
    ? join(document.text, source, source.attributeRange, request, id)
    : { range: { start: selection.end, end: selection.end }, newText: `{${marks(request, id)}}` };
  return tagged(document, { edits: [edit], carrier: 'image', kind, id, content });
}

function tagged(
  document: SyntaxDocument,
  intention: Parameters<typeof verify>[1],
): Tagged | undefined {
  const verified = verify(document, intention);
  return verified && { edits: intention.edits, ...verified };
}

/**
 * Puts a kind, and the id where there is none yet, behind what stands between the braces: what stands before the kind is
 * not of the tag, and stays when that is taken away.
 */
function join(
  text: string,
  source: Attributed,
  { start, end }: TextRange,
  request: Request,
  id: string,
): TextEdit {
  const at = start + text.slice(start, end - 1).trimEnd().length;
  const { kind, attributes } = request;
  const written = source.id ? [`.${kind}`, ...attributes].join(' ') : marks(request, id);
  return { range: { start: at, end: at }, newText: ` ${written}` };
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
