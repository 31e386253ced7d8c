import { AttributeCollector } from './attributeLists';
import type { AttributeBlock } from './attributes';
import {
  alphanumericLength,
  Code,
  indexBefore,
  isAsciiLetter,
  isDigit,
  isSpace,
  skipSpaces,
} from './characters';
import { decodeReferences } from './entities';

/** An HTML tag in a text. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  readonly start: number;
  readonly end: number;
}

const blockTags = new Set(
  (
    'address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta nav noframes ol ' +
    'output p pre script section style summary table tbody td textarea tfoot th thead title tr ul'
  ).split(' '),
);

/** Elements whose content is no Markdown, whatever it looks like. */
const verbatimTags = new Set(['pre', 'script', 'style', 'textarea']);

/** Whether Pandoc takes the element for a block, so that its tags end a paragraph. */
export function isBlockTag(name: string): boolean {
  return blockTags.has(name);
}

/** Whether the element's content is kept as it stands. */
export function isVerbatimTag(name: string): boolean {
  return verbatimTags.has(name);
}

/** Reads the tag at `<`; undefined where there is none that ends before `limit`. */
export function scanTag(text: string, start: number, limit: number): HtmlTag | undefined {
  let at = start + 1;
  const isClosing = text.charCodeAt(at) === Code.Slash;
  if (isClosing) at++;
  const nameStart = at;
  at = tagNameEnd(text, at, limit);
  if (at === nameStart) return undefined;
  const name = text.slice(nameStart, at).toLowerCase();
  const end = tagEnd(text, at, limit);
  if (end < 0) return undefined;
  const isSelfClosing = text.charCodeAt(end - 2) === Code.Slash;
  return { name, isClosing, isSelfClosing, start, end };
}

/** The attributes of a start tag that `scanTag` found: `class` gives classes and `id` the id, as in Pandoc. */
export function htmlAttributes(text: string, tag: HtmlTag): AttributeBlock {
  const found = new AttributeCollector();
  const at = tagNameEnd(text, tag.start + 1, tag.end);
  visitAttributes(text, at, tag.end, (key, keyStart, valueStart, valueEnd, quote) => {
    found.add({
      key: key.toLowerCase(),
      value: decodeReferences(text.slice(valueStart, valueEnd)),
      quote,
      start: keyStart,
      end: quote === '' ? valueEnd : valueEnd + 1,
      keyEnd: keyStart + key.length,
      valueStart,
      valueEnd,
    });
  });
  return { start: tag.start, end: tag.end, lists: found };
}

type AttributeVisitor = (
  key: string,
  keyStart: number,
  valueStart: number,
  valueEnd: number,
  quote: '"' | "'" | '',
) => void;

function tagEnd(text: string, at: number, limit: number): number {
  return visitAttributes(text, at, limit, undefined);
}

/** Walks over the attributes of a tag up to its end, which it gives; -1 where this is no tag. */
function visitAttributes(
  text: string,
  at: number,
  limit: number,
  visit: AttributeVisitor | undefined,
): number {
  for (;;) {
    at = skipWhiteSpace(text, at, limit);
    if (at >= limit) return -1;
    const code = text.charCodeAt(at);
    if (code === Code.Greater) return at + 1;
    if (code === Code.Slash) {
      at++;
      continue;
    }
    const keyStart = at;
    at = tagNameEnd(text, at, limit);
    if (at === keyStart) return -1;
    const keyEnd = at;
    const afterSpace = skipWhiteSpace(text, at, limit);
    let quote: '"' | "'" | '' = '';
    let valueStart = keyEnd;
    let valueEnd = keyEnd;
    if (afterSpace < limit && text.charCodeAt(afterSpace) === Code.Equals) {
      valueStart = skipWhiteSpace(text, afterSpace + 1, limit);
      const first = text.charAt(valueStart);
      if (valueStart < limit && (first === '"' || first === "'")) {
        quote = first;
        valueStart++;
        valueEnd = indexBefore(text, quote, valueStart, limit);
        if (valueEnd < 0) return -1;
        at = valueEnd + 1;
      } else {
        valueEnd = bareValueEnd(text, valueStart, limit);
        at = valueEnd;
      }
    }
    visit?.(text.slice(keyStart, keyEnd), keyStart, valueStart, valueEnd, quote);
  }
}

function bareValueEnd(text: string, at: number, limit: number): number {
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === Code.LineFeed || code === Code.Greater) break;
  }
  return at;
}

function tagNameEnd(text: string, at: number, limit: number): number {
  const start = at;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code)) at++;
    else if (at > start && (isDigit(code) || code === Code.Hyphen || code === Code.Colon)) at++;
    else if (at > start && code === Code.Underscore) at++;
    else {
      const length = at > start && code > 127 ? alphanumericLength(text, at) : 0;
      if (length === 0) break;
      at += length;
    }
  }
  return at;
}

function skipWhiteSpace(text: string, at: number, limit: number): number {
  for (;;) {
    at = skipSpaces(text, at, limit);
    if (at >= limit || text.charCodeAt(at) !== Code.LineFeed) return at;
    at++;
  }
}
