import { parse, type Carrier, type SyntaxDocument } from '../syntax';
import { scanTarget } from '../syntax/inline/targets';
import type { TextRange } from '../text/range';
import { applyEdits, type TextEdit } from '../text/textEdit';

/** Where a link, an image or a reference definition of a manuscript leads, as far as that is a path. */
export interface Address {
  /** The path, without escapes. */
  readonly path: string;
  /** What stands behind the `#`, as it is written. */
  readonly fragment: string;
  /** The path as it is written, without the angle brackets around it. */
  readonly pathRange: TextRange;
  /** What stands behind the `#`. */
  readonly fragmentRange: TextRange;
  /** Whether it stands in angle brackets, where blanks may stand in it. */
  readonly isAngled: boolean;
}

/** A place where an address may stand, if what is around it is read as a link. */
interface Candidate extends Address {
  /** The edits that give a link there a name of its own, if it is one. */
  readonly probe: (name: string) => readonly TextEdit[];
  /** What is to be read at the end to see whether a definition is one. */
  readonly use: (name: string) => string;
}

/**
 * The addresses in a manuscript that satisfy a condition. Whether they are read as such is for the scanner to say: it is
 * given the text with names on the links in question, so that code and literal text are left alone.
 */
export function addressesIn(
  document: SyntaxDocument,
  isWanted: (address: Address) => boolean,
): Address[] {
  const { text } = document;
  const candidates = [
    ...inlineCandidates(text),
    ...definitionCandidates(text),
    ...anchorCandidates(text),
  ].filter(isWanted);
  if (candidates.length === 0) return [];
  const edits = candidates.flatMap(({ probe }, index) => probe(nameOf(index)));
  const uses = candidates.map(({ use }, index) => use(nameOf(index))).join('');
  const names = new Set<string>();
  for (const { carrier, id } of parse(applyEdits(text, edits) + uses).elements) {
    if (PROBED.has(carrier) && id) names.add(id.value);
  }
  return candidates.filter((_, index) => names.has(nameOf(index)));
}

const PROBED: ReadonlySet<Carrier> = new Set(['link', 'image', 'span']);

/** No author gives a link such a name. */
function nameOf(index: number): string {
  return `warrant-probe-${index}`;
}

function* inlineCandidates(text: string): Iterable<Candidate> {
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 1)) {
    const target = scanTarget(text, at + 1, Math.min(text.length, at + LONGEST));
    if (!target) continue;
    const { start, end, after } = target;
    const address = readAddress(text, start, end);
    if (!address) continue;
    const behind = { start: after, end: after };
    yield {
      ...address,
      probe: (name) => [{ range: behind, newText: `{#${name}}` }],
      use: () => '',
    };
  }
}

/** An address, its title and all, is not longer than this. */
const LONGEST = 4_000;

/** `[label]: address` at the start of a line, in a quote or a list perhaps. */
const DEFINITION = /^[ \t>]*\[([^\]\n]+)\]:[ \t]*(?:<([^>\n]+)>|([^\s<]\S*))/gm;

function* definitionCandidates(text: string): Iterable<Candidate> {
  for (const match of text.matchAll(DEFINITION)) {
    const [whole, label = '', angled, bare] = match;
    const end = match.index + whole.length - (angled === undefined ? 0 : 1);
    const start = end - (angled ?? bare ?? '').length;
    const address = label.startsWith('^') ? undefined : readAddress(text, start, end);
    if (!address) continue;
    const labelStart = match.index + whole.indexOf('[') + 1;
    const range = { start: labelStart, end: labelStart + label.length };
    yield {
      ...address,
      probe: (name) => [{ range, newText: name }],
      use: (name) => `\n\n[x][${name}]{#${name}}\n`,
    };
  }
}

/** A link in raw HTML: `<a href="other.html#c-trust">`. */
const ANCHOR = /<a\s(?:[^<>]*?\s)?href\s*=\s*(?:"([^"<>\n]*)"|'([^'<>\n]*)'|([^\s"'<>]+))/gi;

function* anchorCandidates(text: string): Iterable<Candidate> {
  for (const match of text.matchAll(ANCHOR)) {
    const [whole, double, single, bare] = match;
    const written = double ?? single ?? bare ?? '';
    const end = match.index + whole.length - (bare === undefined ? 1 : 0);
    const start = end - written.length;
    const address = readAddress(text, start, end, true);
    if (!address) continue;
    const before = { start: match.index, end: match.index };
    yield {
      ...address,
      // Where HTML is read, so is a span before it.
      probe: (name) => [{ range: before, newText: `<span id="${name}"></span>` }],
      use: () => '',
    };
  }
}

/**
 * Reads an address that is a path; nothing where it leads out of the project, or is none.
 * @param isHtml whether it is one of raw HTML: of those, what leads to the same page is not among the links of the scanner
 */
function readAddress(
  text: string,
  start: number,
  end: number,
  isHtml = false,
): Address | undefined {
  const written = text.slice(start, end);
  if (written === '' || SCHEME.test(written)) return undefined;
  if (written.startsWith('#') && !isHtml) return undefined;
  const hash = written.indexOf('#');
  const pathEnd = hash < 0 ? end : start + hash;
  return {
    path: unescape(text.slice(start, pathEnd)),
    fragment: hash < 0 ? '' : written.slice(hash + 1),
    pathRange: { start, end: pathEnd },
    fragmentRange: { start: Math.min(end, pathEnd + 1), end },
    isAngled: text[start - 1] === '<',
  };
}

const SCHEME = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

function unescape(written: string): string {
  const plain = written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
