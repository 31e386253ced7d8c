import { Code, isDigit, isSpace, letterLength } from '../characters';
import type { Search } from '../source';
import { blockSignature, inlineSignature, loneSignature, type Signature } from './texCommands';

// Limits that no author reaches, so that hostile texts cost no more than linear time.
const maximalCommand = 3000;
const maximalDimension = 40;
const maximalTries = 8;
const maximalDepth = 100;

/**
 * The end of the raw TeX at a backslash before a letter, or -1 where it is text (Pandoc manual, `raw_tex`). Environments are
 * none of it. `search` is told where that depends on text behind `near`, the end of the paragraph.
 */
export function texEnd(
  text: string,
  start: number,
  near: number,
  search: Search,
  limit = text.length,
): number {
  return new TexReader(text, start, near, search, limit).inlineEnd(start);
}

/** The end of the raw TeX at a backslash that is a block, or -1. Text may follow it. */
export function texBlockEnd(text: string, start: number, near: number, search: Search): number {
  return new TexReader(text, start, near, search).blockEnd(start);
}

/** Reads TeX as Pandoc's reader of LaTeX does, as far as it takes to know where commands end. -1 stands for failure. */
class TexReader {
  readonly #text: string;
  readonly #end: number;
  readonly #limit: number;
  readonly #near: number;
  readonly #search: Search;
  #farthest = 0;
  #depth = 0;

  constructor(text: string, start: number, near: number, search: Search, limit = text.length) {
    this.#text = text;
    this.#end = limit;
    this.#limit = Math.min(limit, start + maximalCommand);
    this.#near = near;
    this.#search = search;
  }

  inlineEnd(start: number): number {
    let end = this.#command(start, inlineSignature);
    while (end >= 0 && this.#text.startsWith('{}', end)) end += 2;
    return this.#told(end);
  }

  blockEnd(start: number): number {
    const end = this.#command(start, blockSignature);
    if (end >= 0) return this.#told(end);
    let at = start;
    while (this.#code(at) === Code.Backslash && letterLength(this.#text, at + 1) > 0) {
      const definite = at === start ? -1 : this.#command(at, blockSignature);
      const next = definite >= 0 ? definite : this.#command(at, loneSignature);
      if (next < 0) break;
      at = next;
    }
    const isAlone = at > start && this.#isLineBreak(this.#blanks(at));
    return this.#told(isAlone ? at : -1);
  }

  /** Tells the search where what was found depends on text behind the blank line that ends the paragraph. */
  #told(end: number): number {
    const last = Math.max(this.#near, end);
    if (this.#farthest > last) {
      const line = this.#text.indexOf('\n', last + 1);
      this.#search.isOpen ||= line >= 0 && this.#farthest > line;
    }
    return end;
  }

  #code(at: number): number {
    if (at > this.#farthest) this.#farthest = at;
    return at < this.#limit ? this.#text.charCodeAt(at) : -1;
  }

  #isLineBreak(at: number): boolean {
    return at >= this.#end || this.#code(at) === Code.LineFeed;
  }

  /** A command at its backslash. */
  #command(start: number, signatureOf: (name: string) => Signature | undefined): number {
    const nameEnd = commandNameEnd(this.#text, start, this.#limit);
    const name = this.#text.slice(start + 1, nameEnd);
    const signature = signatureOf(name);
    if (signature === undefined) return -1;
    let at = this.#blanks(nameEnd);
    if (this.#code(at) === Code.Asterisk) at = this.#gap(at + 1);
    at = this.#overlay(at);
    if (++this.#depth > maximalDepth) return -1;
    for (const part of signature) {
      at = this.#part(part, at);
      if (at < 0) break;
    }
    this.#depth--;
    return at;
  }

  /** A part of what a command takes. */
  #part(part: string, at: number): number {
    switch (part) {
      case 't':
        return this.#argument(at);
      case 'a': {
        const end = this.#argument(at);
        return end < 0 ? at : end;
      }
      case 'b':
      case 'G':
        return this.#braced(at);
      case 'B':
        return this.#group(this.#gap(at)) < 0 ? this.#braced(at) : -1;
      case 'u':
        return this.#braced(at, true);
      case 'g':
        return this.#group(this.#gap(at));
      case 'o':
        return this.#options(at);
      case 'm':
      case 'k':
        if (this.#code(at) !== Code.BracketOpen) return at;
        at = this.#bracketed(at);
        return at < 0 || part === 'm' ? at : this.#gap(at);
      case 's':
        return this.#gap(at);
      case 'S':
        return this.#whiteSpace(at);
      case 'c':
        return this.#citation(at);
      case 'C':
        return this.#citations(at);
      case 'i':
        return this.#inlines(at);
      case 'v':
      case 'V':
        return this.#verbatim(at, part === 'v');
      case 'l':
        return this.#commandName(at);
      case 'n':
        return this.#bracedName(at);
      case 'p':
        return this.#signs(at);
      case 'x':
        return this.#bracedOrToken(at);
      case 'D':
        return this.#dimension(at);
      default:
        return this.#unknown(at, part === 'R');
    }
  }

  /** What a command takes that is not known. */
  #unknown(at: number, isGrouped: boolean): number {
    at = this.#options(at);
    const dimension = this.#dimension(at);
    if (dimension >= 0) at = dimension;
    let isFirst = isGrouped;
    // A shortcode: Quarto has replaced it before Pandoc reads the text.
    while (this.#code(at) === Code.BraceOpen && !this.#text.startsWith('{{<', at)) {
      at = this.#braced(at);
      if (at < 0) return -1;
      isFirst = false;
    }
    return isFirst ? -1 : at;
  }

  /** One construct of inline text. */
  #inline(at: number): number {
    switch (this.#code(at)) {
      case -1:
      case Code.BraceClose:
        return -1;
      case Code.LineFeed:
        return this.#lineBreak(at);
      case Code.Percent:
        return this.#comment(at);
      case Code.Hash:
        return isDigit(this.#code(at + 1)) ? -1 : at + 1;
      case Code.Dollar:
        return this.#math(at);
      case Code.BraceOpen:
        return this.#group(at);
      case Code.Backslash:
        return this.#control(at);
      default:
        return at + 1;
    }
  }

  /** All inline text up to what is none. */
  #inlines(at: number): number {
    for (;;) {
      const end = this.#inline(at);
      if (end < 0) return this.#code(at) === Code.Dollar || at >= this.#limit ? this.#stop(at) : at;
      at = end;
    }
  }

  /** Text that is cut off is no text that ends here; nor is text in which a dollar opens no math. */
  #stop(at: number): number {
    return at >= this.#end ? at : -1;
  }

  #control(at: number): number {
    const code = this.#code(at + 1);
    if (letterLength(this.#text, at + 1) > 0) return this.#command(at, inlineSignature);
    if (isSpace(code) || code === Code.LineFeed) return this.#gap(at + 1);
    const sign = code < 0 ? '' : String.fromCharCode(code);
    if (accents.includes(sign)) return this.#part('a', at + 2);
    if (sign === '\\') return this.#whiteSpace(Math.max(at + 2, this.#option(at + 2)));
    if (sign === '(') return this.#after('\\)', at + 2);
    if (sign === '[') return this.#after('\\]', at + 2);
    return signs.includes(sign) ? at + 2 : this.#unknown(at + 2, false);
  }

  #after(sign: string, at: number): number {
    const found = this.#text.slice(at, this.#limit).indexOf(sign);
    return found < 0 ? this.#fail() : at + found + sign.length;
  }

  /** Takes note that a search went on to the end. */
  #fail(): number {
    this.#farthest = Math.max(this.#farthest, this.#limit);
    return -1;
  }

  /** Math between dollars, in which braces are balanced. */
  #math(at: number): number {
    const isDisplay = this.#code(at + 1) === Code.Dollar;
    const start = isDisplay ? at + 2 : at + 1;
    let depth = 0;
    for (at = start; ; at++) {
      const code = this.#code(at);
      if (code < 0 || (code === Code.BraceClose && depth === 0)) return isDisplay ? start : -1;
      if (code === Code.Backslash) at++;
      else if (code === Code.Percent) at = this.#comment(at) - 1;
      else if (code === Code.BraceOpen) depth++;
      else if (code === Code.BraceClose) depth--;
      else if (code === Code.Dollar && depth === 0) break;
    }
    if (!isDisplay) return at + 1;
    return this.#code(at + 1) === Code.Dollar ? at + 2 : -1;
  }

  /** A group of inline text. */
  #group(at: number): number {
    if (this.#code(at) !== Code.BraceOpen || ++this.#depth > maximalDepth) return -1;
    at++;
    while (at >= 0 && this.#code(at) !== Code.BraceClose) at = this.#inline(at);
    this.#depth--;
    return at < 0 ? -1 : at + 1;
  }

  /** A group, a command or a character. */
  #argument(at: number): number {
    at = this.#whiteSpace(at);
    const code = this.#code(at);
    if (code === Code.BraceOpen) return this.#group(at);
    if (code === Code.Backslash) return this.#control(at);
    return this.#character(at);
  }

  #character(at: number): number {
    const code = this.#code(at);
    if (code < 0 || isSpace(code) || code === Code.LineFeed) return -1;
    if (special.includes(String.fromCharCode(code))) return -1;
    return at + ((this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }

  /** Braces with anything in them that has balanced braces. */
  #braced(at: number, isAddress = false): number {
    if (this.#code(at) !== Code.BraceOpen) return -1;
    let depth = 0;
    for (; ; at++) {
      const code = this.#code(at);
      if (code < 0) return -1;
      if (code === Code.Backslash) at++;
      else if (code === Code.Percent && !isAddress) at = this.#comment(at) - 1;
      else if (code === Code.BraceOpen) depth++;
      else if (code === Code.BraceClose && --depth === 0) return at + 1;
    }
  }

  #bracedOrToken(at: number): number {
    const code = this.#code(at);
    if (code === Code.BraceOpen) return this.#braced(at);
    return code === Code.Backslash ? this.#commandName(at) : this.#character(at);
  }

  #commandName(at: number): number {
    if (this.#code(at) !== Code.Backslash || this.#code(at + 1) < 0) return -1;
    if (letterLength(this.#text, at + 1) === 0) return at + 2;
    return this.#blanks(commandNameEnd(this.#text, at, this.#limit));
  }

  #bracedName(at: number): number {
    if (this.#code(at) !== Code.BraceOpen) return this.#commandName(at);
    const end = this.#commandName(this.#whiteSpace(at + 1));
    const close = end < 0 ? -1 : this.#whiteSpace(end);
    return this.#code(close) === Code.BraceClose ? close + 1 : -1;
  }

  #signs(at: number): number {
    while (this.#code(at) === Code.Hash || this.#character(at) > 0) at++;
    return at;
  }

  /** Options in brackets, which may hold brackets in braces. */
  #bracketed(at: number): number {
    if (this.#code(at) !== Code.BracketOpen) return -1;
    // Told at once, where many commands stand before brackets that nobody closes: all has been looked at.
    if (!this.#text.slice(at, this.#limit).includes(']')) return this.#code(this.#limit);
    let tries = 0;
    for (at++; ; at++) {
      const code = this.#code(at);
      if (code < 0) return -1;
      if (code === Code.BracketClose) return at + 1;
      if (code === Code.Backslash) at++;
      else if (code === Code.Percent) at = this.#comment(at) - 1;
      else if (code === Code.BraceOpen && tries < maximalTries) {
        const end = this.#braced(at);
        if (end < 0) tries++;
        else at = end - 1;
      }
    }
  }

  /** One option in brackets, with the white space around it. */
  #option(at: number): number {
    const end = this.#bracketed(this.#gap(at));
    return end < 0 ? -1 : this.#gap(end);
  }

  #options(at: number): number {
    for (;;) {
      const overlay = this.#overlay(at);
      const end = overlay > at ? overlay : this.#option(at);
      if (end < 0) return at;
      at = end;
    }
  }

  /** What beamer has in angle brackets; `at` where there is none. */
  #overlay(at: number): number {
    if (this.#code(at) !== Code.Less) return at;
    const piece = this.#text.slice(at, Math.min(this.#limit, at + maximalDimension));
    const found = /^<([\p{L}\p{N} \-+@|:,]*)>/u.exec(piece);
    if (found === null) return at;
    const isName = /^\p{L}*$/u.test(found[1] ?? '') && !overlays.includes(found[1] ?? '');
    return isName ? at : at + found[0].length;
  }

  /** A number with or without a unit: `\vspace 1em`. */
  #dimension(at: number): number {
    const start = this.#gap(at);
    const code = this.#code(start);
    const isSign = code === Code.Equals || code === Code.Hyphen || code === Code.Dot;
    if (!isSign && !isDigit(code)) return -1;
    dimension.lastIndex = 0;
    const piece = this.#text.slice(start, Math.min(this.#limit, start + maximalDimension));
    const found = dimension.exec(piece)?.[0] ?? '';
    return measured.test(found.replace(/^=?-?/, '')) ? start + found.length : -1;
  }

  /** Keys of citations in braces, with up to two options before them. */
  #citation(at: number): number {
    at = Math.max(at, this.#option(at));
    at = Math.max(at, this.#option(at));
    at = this.#gap(at);
    if (this.#code(at) !== Code.BraceOpen) return -1;
    at++;
    while (this.#code(at) !== Code.BraceClose) {
      const start = this.#gap(at);
      const piece = this.#text.slice(start, this.#limit);
      const key = citationKey.exec(piece)?.[0].length ?? 0;
      if (key === 0) return -1;
      at = this.#gap(start + key);
      if (this.#code(at) === Code.Comma) at = this.#gap(at + 1);
    }
    return at + 1;
  }

  #citations(at: number): number {
    let end = this.#citation(at);
    for (let next = end; next >= 0; next = this.#citation(end)) end = next;
    return end;
  }

  /** Text between two of the same sign. */
  #verbatim(at: number, isOneLine: boolean): number {
    const sign = this.#text.charAt(at);
    if (this.#code(at) < 0 || /[\p{L}\p{N}\s\\%]/u.test(sign)) return -1;
    const close = sign === '{' && !isOneLine ? '}' : sign;
    const end = this.#after(close, at + 1);
    return isOneLine && end >= 0 && this.#text.slice(at, end).includes('\n') ? -1 : end;
  }

  #blanks(at: number): number {
    while (isSpace(this.#code(at))) at++;
    return at;
  }

  /** A comment, without the line break behind it. */
  #comment(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 || end > this.#limit ? this.#limit : end;
  }

  #blanksAndComments(at: number): number {
    for (;;) {
      at = this.#blanks(at);
      if (this.#code(at) !== Code.Percent) return at;
      at = this.#comment(at);
    }
  }

  /** White space without a blank line, and comments. */
  #gap(at: number): number {
    at = this.#blanksAndComments(at);
    const next = this.#lineBreak(at);
    return next < 0 ? at : this.#blanksAndComments(next);
  }

  /** A line break that no blank line and not the end follows. */
  #lineBreak(at: number): number {
    if (this.#code(at) !== Code.LineFeed || this.#code(at + 1) < 0) return -1;
    return this.#code(this.#blanks(at + 1)) === Code.LineFeed ? -1 : at + 1;
  }

  #whiteSpace(at: number): number {
    for (;;) {
      at = this.#blanksAndComments(at);
      if (this.#code(at) !== Code.LineFeed) return at;
      at++;
    }
  }
}

const accents = '`\'^~".=|';
const signs = '$%&#_{}-/,@';
const special = '#$%&~_^\\{}';
const overlays = ['beamer', 'presentation', 'trans', 'handout', 'article', 'second'];
const citationKey = /^[\p{L}\p{N}.:;?!`'()/*@_+=\-&[\]]+/u;
const dimension = /=?-?(\d[\p{L}\p{N}]*)?(?:\.[\p{L}\p{N}]+)?/uy;
const measured = /^[\d.]+(?:p[tcx]|in|bp|[cm]m|dd|cc|sp|ex|em|mu)?$/;

/** The end of the name of the command whose backslash stands at `start`. */
export function commandNameEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  for (let length = 1; length > 0 && at < limit; at += length) length = letterLength(text, at);
  return at;
}
