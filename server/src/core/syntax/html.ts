import { AttributeCollector } from './attributeLists';
import type { AttributeBlock } from './attributes';
import {
  alphanumericLength,
  Code,
  indexBefore,
  isSpace,
  letterLength,
  skipSpaces,
} from './characters';
import { decodeReferences } from './entities';
import type { Search } from './source';

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
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex li main menu meta ' +
    'nav noframes ol output p pre script section style summary table tbody td textarea tfoot th thead title tr ul ' +
    // DocBook and EPUB
    'bibliolist calloutlist case caution classsynopsis cmdsynopsis default epigraph equation example formalpara ' +
    'funcsynopsis glosslist important informalequation informalexample informalfigure informaltable itemizedlist ' +
    'literallayout mediaobject msgset note orderedlist para procedure programlisting programlistingco qandaset screen ' +
    'screenco screenshot segmentedlist sidebar simpara simplelist switch synopsis task tip variablelist warning'
  ).split(' '),
);

/** Elements whose content is no Markdown, whatever it looks like. */
const verbatimTags = new Set(['pre', 'script', 'style', 'textarea']);

// Longer than any tag, so that hostile texts cost no more than linear time.
const maximalTag = 5000;
const maximalClosingTag = 3000;
const maximalElement = 3000;

/** Whether Pandoc takes the element for a block where a block may begin. */
export function isBlockTag(name: string): boolean {
  return blockTags.has(name);
}

/** Whether the tag ends a paragraph. */
export function endsParagraph({ name, isClosing }: HtmlTag): boolean {
  if (name === 'style') return false;
  return name === 'script' ? !isClosing : blockTags.has(name);
}

/** Whether the element's content is kept as it stands. */
export function isVerbatimTag(name: string): boolean {
  return verbatimTags.has(name);
}

/**
 * Reads the tag at `<`; undefined where there is none that ends before `limit`. A tag may run across blank lines: `search`
 * is told where it depends on text behind `near`, the end of the paragraph, whether there is one.
 */
export function scanTag(
  text: string,
  start: number,
  limit: number,
  near = limit,
  search?: Search,
): HtmlTag | undefined {
  let at = start + 1;
  const isClosing = text.charCodeAt(at) === Code.Slash;
  if (isClosing) at++;
  const nameStart = at;
  at = tagNameEnd(text, at, limit);
  if (at === nameStart || !endsName(text, at, limit)) return undefined;
  const name = text.slice(nameStart, at).toLowerCase();
  const farthest = Math.min(limit, start + (isClosing ? maximalClosingTag : maximalTag));
  const end = visitAttributes(text, at, farthest, isClosing, undefined);
  if (end < 0) {
    if (search !== undefined && -end - 1 >= near) search.isOpen = true;
    return undefined;
  }
  const isSelfClosing = text.charCodeAt(end - 2) === Code.Slash;
  return { name, isClosing, isSelfClosing, start, end };
}

/**
 * The end of a block element whose start tag `scanTag` refuses for its attributes: Pandoc keeps all of it as it stands.
 * -1 where there is none; `search` is told where it is not closed.
 */
export function brokenElementEnd(text: string, start: number, search: Search): number {
  const nameEnd = tagNameEnd(text, start + 1, text.length);
  const name = text.slice(start + 1, nameEnd).toLowerCase();
  if (!isBlockTag(name) || !endsName(text, nameEnd, text.length)) return -1;
  const piece = text.slice(start, start + maximalElement);
  if (!piece.includes(`</`)) {
    search.isOpen = true;
    return -1;
  }
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'ig');
  let depth = 0;
  for (let match = tag.exec(piece); match !== null; match = tag.exec(piece)) {
    const end = visitAttributes(piece, tag.lastIndex, piece.length, true, undefined);
    if (end < 0) break;
    tag.lastIndex = end;
    depth += match[1] === '' ? 1 : -1;
    if (depth === 0) return start + end;
  }
  search.isOpen = true;
  return -1;
}

/** The attributes of a start tag that `scanTag` found: `class` gives classes and `id` the id, as in Pandoc. */
export function htmlAttributes(text: string, tag: HtmlTag): AttributeBlock {
  const found = new AttributeCollector();
  const at = tagNameEnd(text, tag.start + 1, tag.end);
  const keys = new Set<string>();
  visitAttributes(text, at, tag.end, false, (written, keyStart, valueStart, valueEnd, quote) => {
    const key = written.toLowerCase();
    // Of a class or an id that comes again, the first one counts.
    if ((key === 'class' || key === 'id') && keys.has(key)) return;
    keys.add(key);
    found.add({
      key,
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

/**
 * Walks over the attributes of a tag up to its end, which it gives. Where this is no tag, it gives the offset that shows it,
 * as `-offset - 1`. A closing tag may hold anything.
 */
function visitAttributes(
  text: string,
  at: number,
  limit: number,
  isClosing: boolean,
  visit: AttributeVisitor | undefined,
): number {
  for (;;) {
    at = skipWhiteSpace(text, at, limit);
    if (at >= limit) return -limit - 1;
    const code = text.charCodeAt(at);
    if (code === Code.Greater) return at + 1;
    if (code === Code.Slash) {
      at++;
      continue;
    }
    const keyStart = at;
    at = isClosing ? anyNameEnd(text, at + 1, limit) : tagNameEnd(text, at, limit);
    if (at === keyStart || !(isClosing || endsName(text, at, limit, true))) return -at - 1;
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
        if (valueEnd < 0) return -limit - 1;
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

/** The end of what stands where a closing tag would have an attribute. */
function anyNameEnd(text: string, at: number, limit: number): number {
  while (at < limit && !endsName(text, at, limit, true)) at++;
  return at;
}

/** Whether the name of a tag or an attribute may end here. */
function endsName(text: string, at: number, limit: number, isAttribute = false): boolean {
  if (at >= limit) return true;
  const code = text.charCodeAt(at);
  if (code === Code.Greater || code === Code.Slash || isSpace(code)) return true;
  return code === Code.LineFeed || (isAttribute && code === Code.Equals);
}

function tagNameEnd(text: string, at: number, limit: number): number {
  const start = at;
  at += letterLength(text, at);
  if (at === start) return at;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const isJoint = code === Code.Hyphen || code === Code.Colon || code === Code.Underscore;
    const length = isJoint ? 1 : alphanumericLength(text, at);
    if (length === 0) break;
    at += length;
  }
  return Math.min(at, limit);
}

function skipWhiteSpace(text: string, at: number, limit: number): number {
  for (;;) {
    at = skipSpaces(text, at, limit);
    if (at >= limit || text.charCodeAt(at) !== Code.LineFeed) return at;
    at++;
  }
}
