import type { Attributed, SyntaxDocument } from '../../../server/src/core/syntax';
import type { TextRange } from '../../../server/src/core/text/range';
import { Marks, type MarkKind } from './marks';

/** A manuscript as markdown-it is to read it: line by line the same, with marks for attributes, brackets and fences. */
export interface Rewritten {
  readonly text: string;
  readonly marks: Marks;
}

/**
 * Puts marks in the place of what Pandoc reads as attributes, and of the brackets, tags and fences that they belong to.
 * @param shown what is to be seen of each element in the preview; one without it only loses its attributes
 */
export function rewrite(
  document: SyntaxDocument,
  text: string,
  elements: readonly Attributed[],
  shown: readonly unknown[],
): Rewritten | undefined {
  const marks = Marks.for(text);
  if (!marks) return undefined;
  const pieces: Piece[] = [];
  elements.forEach((element, number) => {
    const found = piecesOf(text, element, number, shown[number] !== undefined);
    if (found.every(({ start, end }) => isPlain(document, text, start, end))) pieces.push(...found);
  });
  return { text: assemble(text, withoutOverlaps(pieces), marks), marks };
}

/** Text that a mark takes the place of. */
interface Piece extends TextRange {
  readonly element: number;
  /** Nothing is put in the place of what stands where markdown-it would not take a mark. */
  readonly kind: MarkKind | 'nothing';
  /** A second mark behind the first one, of an element without text. */
  readonly then?: MarkKind;
}

function piecesOf(text: string, element: Attributed, number: number, isShown: boolean): Piece[] {
  const { carrier, form, context, range, contentRange, attributeRange } = element;
  // What stands in the front matter is shown as it is.
  if (context === 'metadata') return [];
  const piece = (kind: Piece['kind'], start: number, end: number): Piece => {
    return { kind, start, end, element: number };
  };
  const around = (start: number, from: number, to: number, end: number): Piece[] =>
    from === to && start === from
      ? [{ ...piece('open', start, end), then: 'close' }]
      : [piece('open', start, from), piece('close', to, end)];
  switch (carrier) {
    case 'span':
      // Markup of other kinds is HTML that the preview shows by itself.
      if (form === 'html' && !isShown) return [];
      return around(range.start, contentRange.start, contentRange.end, range.end);
    case 'heading':
      if (!attributeRange) return [];
      return around(
        contentRange.start,
        contentRange.start,
        contentRange.end,
        Math.max(contentRange.end, attributeRange.end),
      );
    case 'image':
    case 'link':
    case 'code': {
      const definition = attributeRange ? undefined : definedAttributes(text, element);
      const rest = definition ? [piece('nothing', definition.start, definition.end)] : [];
      const end = attributeRange?.start ?? range.end;
      if (isShown) return [...around(range.start, range.start, end, range.end), ...rest];
      return attributeRange ? [piece('omitted', end, range.end)] : rest;
    }
    case 'table':
      return attributeRange ? captionPieces(text, range, attributeRange, around) : [];
    case 'codeblock':
      return isShown && attributeRange
        ? [piece('code', attributeRange.end, attributeRange.end)]
        : [];
    case 'div':
      return divPieces(text, element, isShown, piece);
  }
}

/** `{…}` behind the definition of a reference, from which a link or an image has its attributes. */
function definedAttributes(text: string, element: Attributed): TextRange | undefined {
  const tokens = [
    ...(element.id ? [element.id.range] : []),
    ...element.classes.map(({ range }) => range),
    ...element.attributes.map(({ range }) => range),
  ].filter(({ start }) => start < element.range.start || start >= element.range.end);
  if (tokens.length === 0) return undefined;
  const first = Math.min(...tokens.map(({ start }) => start));
  const last = Math.max(...tokens.map(({ end }) => end));
  const start = text.lastIndexOf('{', first);
  const end = text.indexOf('}', last) + 1;
  return start >= 0 && end > 0 && /^\{[#.\s]*$/.test(text.slice(start, first))
    ? { start, end }
    : undefined;
}

/** A tag on a table is shown at the words of its caption that stand on the line of the attributes. */
function captionPieces(
  text: string,
  range: TextRange,
  attributes: TextRange,
  around: (start: number, from: number, to: number, end: number) => Piece[],
): Piece[] {
  const lineStart = Math.max(range.start, text.lastIndexOf('\n', attributes.start - 1) + 1);
  const line = text.slice(lineStart, attributes.start);
  const before = /^[ \t>]*(?:(?:[Tt]able)?:[ \t]*)?/.exec(line)?.[0].length ?? 0;
  const start = lineStart + before;
  return around(start, start, Math.max(start, lineStart + line.trimEnd().length), attributes.end);
}

/** What may stand before a fence on its line: the marks of quotes and of list items. */
const PREFIX = /^[ \t>]*(?:(?:[-+*]|[#\d]{1,9}[.)])[ \t]+)*$/;

function divPieces(
  text: string,
  { form, attributeRange, range, contentRange }: Attributed,
  isShown: boolean,
  piece: (kind: MarkKind, start: number, end: number) => Piece,
): Piece[] {
  if (!attributeRange) return [];
  // HTML is shown by the preview itself, `::: name` is what other extensions look for, and `::: {.name` a slip.
  const written = text.slice(attributeRange.start, attributeRange.end);
  const isOthers = form === 'html' || !(written.startsWith('{') && written.endsWith('}'));
  if (isOthers && !isShown) return [];
  const openEnd = form === 'html' ? attributeRange.end : lineEnd(text, attributeRange.end);
  const pieces = [fence('open', range.start, Math.min(openEnd, contentRange.end))];
  if (contentRange.end < range.end) pieces.push(fence('close', contentRange.end, range.end));
  return pieces;

  function fence(end: 'open' | 'close', from: number, to: number): Piece {
    const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    const after = text.slice(to, lineEnd(text, to));
    const isAlone = PREFIX.test(before) && after.trim() === '';
    return piece(isAlone ? `div-${end}` : end, from, to);
  }
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Whether the text of a piece is one: in tables, the cells beside it can stand between its lines. */
function isPlain(document: SyntaxDocument, text: string, start: number, end: number): boolean {
  // The next line break may be far away, and each piece would look for it.
  if (!text.slice(start, end).includes('\n')) return true;
  return document.leavesIn({ start, end }).every(({ kind }) => kind !== 'cell');
}

/** In the order of the text, without elements that markup shares with others before; a definition is taken away once. */
function withoutOverlaps(pieces: readonly Piece[]): Piece[] {
  const ordered = [...pieces].sort(byPlace);
  for (;;) {
    const dropped = new Set<number>();
    let last: Piece | undefined;
    for (const piece of ordered) {
      if (last && piece.start < last.end && !isSame(last, piece)) dropped.add(piece.element);
      else last = piece;
    }
    if (dropped.size === 0)
      return ordered.filter((piece, index) => !isSame(ordered[index - 1], piece));
    const left = ordered.filter(({ element }) => !dropped.has(element));
    ordered.splice(0, ordered.length, ...left);
  }
}

function isSame(a: Piece | undefined, b: Piece): boolean {
  return a?.kind === 'nothing' && b.kind === 'nothing' && a.start === b.start;
}

/** At the same place, inner elements end before outer ones begin, and outer ones before inner ones. */
function byPlace(a: Piece, b: Piece): number {
  if (a.start !== b.start) return a.start - b.start;
  const order = rank(a) - rank(b);
  if (order !== 0) return order;
  return rank(a) === 0 ? b.element - a.element : a.element - b.element;
}

function rank({ kind, start, end }: Piece): number {
  if (start < end) return 2;
  return kind === 'close' ? 0 : 1;
}

function assemble(text: string, pieces: readonly Piece[], marks: Marks): string {
  const parts: string[] = [];
  let last = 0;
  let omitted = 0;
  for (const { kind, then, element, start, end } of pieces) {
    parts.push(text.slice(last, start));
    last = end;
    const [first = '', ...further] = text.slice(start, end).split('\n');
    if (kind === 'omitted') parts.push(marks.write(kind, omitted++, first));
    else if (kind !== 'nothing') parts.push(marks.write(kind, element, first));
    if (then) parts.push(marks.write(then, element, ''));
    for (const line of further) {
      const prefix = /^[ \t>]*/.exec(line)?.[0] ?? '';
      parts.push('\n', prefix);
      if (kind !== 'nothing')
        parts.push(marks.write('omitted', omitted++, line.slice(prefix.length)));
    }
  }
  parts.push(text.slice(last));
  return parts.join('');
}
