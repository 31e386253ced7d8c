import { isShown, type SyntaxDocument } from '../../syntax';
import { touches, type TextRange } from '../../text/range';
import { readBraces, type Braces } from './braces';
import { readHtmlTag } from './htmlTag';
import type { NearText } from './nearText';

/** No value holds more braces than these. */
const MOST = 20;

/** The braces in which a caret stands. */
export interface BracesAt extends Braces {
  readonly near: NearText;
  /** The text that they tag, as far as it is plain where it begins and ends; offsets of the file. */
  readonly content: TextRange | undefined;
}

/**
 * Finds the braces around a caret in which attributes may stand: behind brackets, a link, an image or inline code, at the
 * end of a heading or a caption, or on the fence of a div. Nothing in code, math, comments and raw text.
 */
export function bracesAt(document: SyntaxDocument, near: NearText): BracesAt | undefined {
  const { text, at, base } = near;
  // From the nearest outwards: what stands further off may be prose, or be broken itself.
  let tried = 0;
  for (let open = at - 1; open >= 0 && tried < MOST; open--) {
    if (text.charAt(open) !== '{') continue;
    tried++;
    const tagged = taggedBefore(near, open);
    const braces = tagged && readBraces(text, open, at);
    if (braces && isMarkup(document, base + open, base + at)) {
      return { ...braces, near, content: tagged.range };
    }
  }
  return undefined;
}

/**
 * Finds the start tag of an HTML `<span>` or `<div>` around a caret, which Pandoc reads as a span or a div: its attributes
 * count as if they stood between braces, `class` and `id` among them.
 */
export function htmlTagAt(document: SyntaxDocument, near: NearText): BracesAt | undefined {
  const { text, at, base } = near;
  const open = text.lastIndexOf('<', at - 1);
  const name = /^<(?:span|div)(?=\s)/i.exec(text.slice(open, at))?.[0];
  if (open < 0 || name === undefined) return undefined;
  const tag = readHtmlTag(text, open, open + name.length, at);
  if (!tag || !isMarkup(document, base + open, base + at, 'html')) return undefined;
  const isProse = tag.braces.pieces.some(({ type, end }) => type === 'word' && end < at);
  if (isProse && tag.end === undefined) return undefined;
  const end = tag.end === undefined ? -1 : text.indexOf('</', tag.end);
  const content =
    tag.end === undefined
      ? undefined
      : { start: base + tag.end, end: base + (end < 0 ? text.length : end) };
  return { ...tag.braces, near, content };
}

/** Whether an opening brace is one that Pandoc reads as the beginning of attributes, or shows as it stands. */
function isMarkup(
  document: SyntaxDocument,
  open: number,
  caret: number,
  wanted: 'markdown' | 'html' = 'markdown',
): boolean {
  const isRead = document
    .blockAt(open)
    .elements.some(
      ({ form, attributeRange }) =>
        form === wanted && attributeRange?.start === open && touches(attributeRange, caret),
    );
  return isRead || isShown(document, { start: open, end: open + 1 });
}

/** What braces at an offset may tag; nothing where no attributes can stand. */
function taggedBefore(near: NearText, open: number): { readonly range?: TextRange } | undefined {
  const { text } = near;
  switch (text.charAt(open - 1)) {
    case ']':
      return bracketed(near, open - 1);
    case ')': {
      const link = text.lastIndexOf('](', open);
      return link < 0 || text.slice(link, open).includes('\n') ? undefined : bracketed(near, link);
    }
    case '`':
      return {};
    default:
      return onOwnLine(near, open);
  }
}

/** The text between brackets, by where the closing one stands. */
function bracketed({ text, base }: NearText, close: number): { readonly range?: TextRange } {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    const character = text.charAt(at);
    if (text.charAt(at - 1) === '\\') continue;
    if (character === ']') depth++;
    else if (character === '[' && --depth === 0) {
      return { range: { start: base + at + 1, end: base + close } };
    }
  }
  return {};
}

const FENCE = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*:{3,}[ \t]*$/;
const HEADING = /^[ \t>]*#{1,6}[ \t]+(.*?)[ \t#]*[ \t]$/;
const CAPTION = /^[ \t>]*(?:[Tt]able)?:[ \t]+(.*?)[ \t]*$/;

function onOwnLine(
  { text, base }: NearText,
  open: number,
): { readonly range?: TextRange } | undefined {
  const start = text.lastIndexOf('\n', open - 1) + 1;
  const before = text.slice(start, open);
  if (FENCE.test(before)) {
    const end = text.indexOf('\n', open);
    const content = end < 0 ? base + text.length : base + end + 1;
    return { range: { start: content, end: base + text.length } };
  }
  const words =
    HEADING.exec(before)?.[1] ?? CAPTION.exec(before)?.[1] ?? titleOf(text, open, before);
  if (words === undefined) return undefined;
  const from = base + start + before.indexOf(words);
  return { range: { start: from, end: from + words.length } };
}

/** The words of a heading that is underlined (Pandoc manual, Setext-style headings). */
function titleOf(text: string, open: number, before: string): string | undefined {
  const end = text.indexOf('\n', open);
  if (end < 0 || !/^(?:=+|-+)[ \t\r]*(?:\n|$)/.test(text.slice(end + 1))) return undefined;
  return /\s$/.test(before) ? before.trim() : undefined;
}
