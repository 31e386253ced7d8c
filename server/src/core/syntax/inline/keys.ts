import { alphanumericLength, Code, isSpace } from '../characters';

const internal = new Set([...':.#$%&-+?<>~/'].map((character) => character.charCodeAt(0)));

const scheme =
  /^(?:https?|ftp|file|mailto|doi|urn|tel|data|news|git|ssh|isbn|pmid|tag|info|javascript):/i;

/** The scheme of any address, with its colon. */
const schemeAt = /[a-z][a-z0-9+.-]+:/iy;

/** In UTF-16 units. */
const maximalAddress = 2000;

/** What may follow the colon of a scheme. */
const path = /^(?![*_\]])(?:[^\p{L}\p{N}]?[#$%+/@\\_\-&=\p{L}\p{N}])/u;

/** How an e-mail address begins; Pandoc takes what follows for a part of it. */
const mailbox =
  /^[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]*(?:\.[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]*)*@-?[\p{L}\p{N}]/u;

/** The end of the citation key whose `@` stands at `at`, or -1 (Pandoc manual, "Citation syntax"). */
export function keyEnd(text: string, at: number, limit: number): number {
  const start = at + 1;
  if (start >= limit) return -1;
  const first = text.charCodeAt(start);
  if (first === Code.BraceOpen) return bracedKeyEnd(text, start, limit);
  if (first !== Code.Asterisk && wordLength(text, start) === 0) return -1;
  let end = start + (first === Code.Asterisk ? 1 : wordLength(text, start));
  while (end < limit) {
    const length = wordLength(text, end);
    if (length > 0) {
      end += length;
    } else if (
      internal.has(text.charCodeAt(end)) &&
      end + 1 < limit &&
      wordLength(text, end + 1) > 0
    ) {
      end++;
    } else if (
      isColonOrSlash(text, end) &&
      end + 1 < limit &&
      text.charCodeAt(end + 1) === Code.Slash
    ) {
      end++;
    } else {
      break;
    }
  }
  return end;
}

/** The end of what Pandoc tries as the label of an example at an `@` that begins no citation. */
export function labelEnd(text: string, at: number): number {
  for (at++; ;) {
    const code = text.charCodeAt(at);
    const joint = code === Code.Underscore || code === Code.Hyphen ? 1 : 0;
    const length = alphanumericLength(text, at + joint);
    if (length === 0) return at;
    at += joint + length;
  }
}

/** Where an address that begins before `from` ends at the latest: at a `>` or blank, or at the limit. */
export function addressStop(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Greater || isSpace(code) || code === Code.LineFeed) return at;
  }
  return limit;
}

/**
 * The address in angle brackets at `<`, if there is one (Pandoc manual, "Automatic links").
 * @param stop what {@link addressStop} says of it
 */
export function addressEnd(
  text: string,
  open: number,
  stop: number,
): { readonly end: number; readonly isEmail: boolean } | undefined {
  if (text.charCodeAt(stop) !== Code.Greater || stop > open + maximalAddress) return undefined;
  schemeAt.lastIndex = open + 1;
  const isAddress = schemeAt.test(text) && path.test(text.slice(schemeAt.lastIndex, stop));
  if (isAddress) return { end: stop + 1, isEmail: false };
  const isEmail = mailbox.test(text.slice(open + 1, stop));
  return isEmail ? { end: stop + 1, isEmail } : undefined;
}

/** Whether the name of a tag begins with the scheme of an address: `<https:example>` is no tag, `<o:p>` is one. */
export function hasScheme(name: string): boolean {
  return scheme.test(name);
}

function bracedKeyEnd(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit && at < open + 500; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === Code.LineFeed) return -1;
    if (code === Code.BraceOpen) depth++;
    if (code === Code.BraceClose && --depth === 0) return at + 1;
  }
  return -1;
}

function wordLength(text: string, at: number): number {
  return text.charCodeAt(at) === Code.Underscore ? 1 : alphanumericLength(text, at);
}

function isColonOrSlash(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === Code.Colon || code === Code.Slash;
}
