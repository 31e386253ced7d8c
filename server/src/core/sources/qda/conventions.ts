import type { Steps } from '../../steps';
import type { TextRange } from '../../text/range';

/** How a program counts the positions of selections. REFI-QDA asks for code points, and its own example has an exclusive end. */
export interface OffsetConvention {
  /** What a line end counts: as it stands in the text, always one (`\r\n` as `\n`), or always two. */
  readonly newline: 'as-is' | 'one' | 'two';
  readonly unit: 'utf16' | 'code-point';
  /** Whether the byte order mark counts as a character. */
  readonly mark: boolean;
  /** Whether the end position is that of the last character, and not of the one after it. */
  readonly inclusive: boolean;
}

/** A text to which positions refer. */
export interface PositionedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly hadMark: boolean;
  readonly positions: readonly WrittenPosition[];
}

/** A selection as written. */
export interface WrittenPosition {
  readonly start: number;
  readonly end: number;
  /** What the program calls the selection: often its words, cut off after some length. */
  readonly name?: string;
}

/** All conventions, the likeliest first; what tells none apart is read by the first. */
const CONVENTIONS: readonly OffsetConvention[] = [false, true].flatMap((inclusive) =>
  [false, true].flatMap((mark) =>
    (['utf16', 'code-point'] as const).flatMap((unit) =>
      (['as-is', 'one', 'two'] as const).map((newline) => ({ newline, unit, mark, inclusive })),
    ),
  ),
);

/** So much better must a convention suit one text to be preferred there to what suits all texts. */
const MARGIN = 2;

/** With so few selections a text tells little by itself, unless names say what the words are. */
const FEW = 3;
const MARGIN_OF_FEW = 4.5;

/** A text with the ranges that were meant. */
export interface Placed {
  readonly convention: OffsetConvention;
  /** One for each position; undefined where it lies outside the text. */
  readonly ranges: readonly (TextRange | undefined)[];
  /** How well they fit, from -1 (all cut words in two) to 3; undefined without positions. */
  readonly fit: number | undefined;
}

/**
 * Finds out how the positions of a project were counted, and what they mean. A program counts alike in all its texts, so
 * that those with few selections learn from the others; a text that clearly was counted otherwise is read by itself.
 */
export function* placePositions(texts: readonly PositionedText[]): Steps<Placed[]> {
  const scored: Scored[] = [];
  for (const text of texts) {
    const specials = specialsOf(text.text);
    const candidates: Candidate[] = [];
    for (const convention of candidatesFor(text, specials)) {
      const ranges = rangesBy(convention, text, specials);
      candidates.push({ convention, ranges, score: scoreOf(text, ranges) });
      yield;
    }
    scored.push({ text, specials, candidates });
  }
  const best = CONVENTIONS.map((convention) => ({
    convention,
    score: scored.reduce((sum, each) => sum + candidateOf(each, convention).score, 0),
  })).reduce((first, second) => (second.score > first.score ? second : first));
  return scored.map((each) => {
    const common = candidateOf(each, best.convention);
    const own = each.candidates.reduce((a, b) => (b.score > a.score ? b : a));
    const count = each.text.positions.length;
    const { convention, ranges, score } =
      own.score - common.score > (count < FEW ? MARGIN_OF_FEW : Math.max(MARGIN, count / 4))
        ? own
        : common;
    return { convention, ranges, fit: count === 0 ? undefined : score / count };
  });
}

interface Candidate {
  readonly convention: OffsetConvention;
  readonly ranges: readonly (TextRange | undefined)[];
  readonly score: number;
}

/** A text with the conventions that were tried in it. */
interface Scored {
  readonly text: PositionedText;
  readonly specials: Specials;
  readonly candidates: readonly Candidate[];
}

/** Of the conventions that are the same for a text, the one that was tried there. */
function candidateOf(
  { text, specials, candidates }: Scored,
  convention: OffsetConvention,
): Candidate {
  const name = keyOf(reduced(convention, text, specials));
  const found = candidates.find((candidate) => keyOf(candidate.convention) === name);
  if (!found) throw new Error(`no candidate ${name}`);
  return found;
}

function keyOf({ newline, unit, mark, inclusive }: OffsetConvention): string {
  return `${newline} ${unit} ${String(mark)} ${String(inclusive)}`;
}

/** The conventions that differ in a text. */
function candidatesFor(text: PositionedText, specials: Specials): OffsetConvention[] {
  const different = new Map<string, OffsetConvention>();
  for (const convention of CONVENTIONS) {
    const simple = reduced(convention, text, specials);
    different.set(keyOf(simple), simple);
  }
  return [...different.values()];
}

/** A convention without what makes no difference in a text. */
function reduced(
  { newline, unit, mark, inclusive }: OffsetConvention,
  { hadMark }: PositionedText,
  { pairs, long, short }: Specials,
): OffsetConvention {
  const differs = newline === 'one' ? long.length > 0 : short.length > 0;
  return {
    newline: differs ? newline : 'as-is',
    unit: pairs.length > 0 ? unit : 'utf16',
    mark: mark && hadMark,
    inclusive,
  };
}

/** The offsets of what is counted differently. */
interface Specials {
  /** Surrogate pairs. */
  readonly pairs: readonly number[];
  /** `\r\n` */
  readonly long: readonly number[];
  /** `\n` alone. */
  readonly short: readonly number[];
}

function specialsOf(text: string): Specials {
  const pairs: number[] = [];
  const long: number[] = [];
  const short: number[] = [];
  for (const { index, 0: found } of text.matchAll(/[\u{10000}-\u{10FFFF}]|\r?\n/gu)) {
    (found === '\n' ? short : found === '\r\n' ? long : pairs).push(index);
  }
  return { pairs, long, short };
}

function rangesBy(
  convention: OffsetConvention,
  { text, positions }: PositionedText,
  specials: Specials,
): (TextRange | undefined)[] {
  const offsetOf = offsets(convention, specials);
  return positions.map((position) => {
    const start = offsetOf(position.start);
    const end = offsetOf(position.end + (convention.inclusive ? 1 : 0));
    return start >= 0 && start < end && end <= text.length ? { start, end } : undefined;
  });
}

/** The UTF-16 offset of a position. */
function offsets(
  { newline, unit, mark }: OffsetConvention,
  { pairs, long, short }: Specials,
): (position: number) => number {
  const steps = [
    ...(unit === 'code-point' ? pairs.map((at) => ({ at, surplus: -1 })) : []),
    ...(newline === 'one' ? long.map((at) => ({ at, surplus: -1 })) : []),
    ...(newline === 'two' ? short.map((at) => ({ at, surplus: 1 })) : []),
  ].sort((a, b) => a.at - b.at);
  let surplus = mark ? 1 : 0;
  const first = surplus;
  // The position from which on each surplus holds, which grows with the offset.
  const ends: number[] = [];
  const surpluses: number[] = [];
  for (const step of steps) {
    ends.push(step.at + surplus + (step.surplus < 0 ? 1 : 2));
    surplus += step.surplus;
    surpluses.push(surplus);
  }
  return (position) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return position - (surpluses[low - 1] ?? first);
  };
}

function scoreOf(
  { text, positions }: PositionedText,
  ranges: readonly (TextRange | undefined)[],
): number {
  let score = 0;
  positions.forEach(({ name }, index) => {
    const range = ranges[index];
    if (!range) score -= OUTSIDE;
    else
      score +=
        startScore(text, range.start) + endScore(text, range.end) + nameScore(text, range, name);
  });
  return score;
}

const OUTSIDE = 3;

/** What tells a selection by hand from a shifted one: it begins with a word or an opening mark, and nothing is cut. */
function startScore(text: string, at: number): number {
  const first = text.charAt(at);
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  if (isWord(first)) return isWord(before) ? -1 : /[\s\p{Ps}\p{Pi}"“]/u.test(before) ? 1 : 0.5;
  return /\s/.test(first) ? -0.25 : /\s/.test(before) ? 0.75 : 0;
}

/** It ends with a word, better with the full stop after it, and not with the blank after that. */
function endScore(text: string, at: number): number {
  const last = text.charAt(at - 1);
  const after = at >= text.length ? ' ' : text.charAt(at);
  if (isWord(last)) return isWord(after) ? -1 : /[\s,;:]/.test(after) ? 1 : 0.5;
  return /\s/.test(last) ? -0.25 : /\s/.test(after) ? 1.25 : 0.25;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(character);
}

/** A name that holds the words settles the matter. */
function nameScore(text: string, { start, end }: TextRange, name: string | undefined): number {
  if (name === undefined) return 0;
  const { words, isCut } = wordsInName(name);
  if (words.length < SHORTEST_NAME) return 0;
  const found = folded(text.slice(start, Math.min(end, start + 2 * words.length + SHORTEST_NAME)));
  if (found === words) return 3;
  return isCut && found.startsWith(words) ? 2 : 0;
}

/** Shorter names stand in many places. */
const SHORTEST_NAME = 4;

/** The words in the name of a selection, white space folded, and whether more stood there. */
export function wordsInName(name: string): { words: string; isCut: boolean } {
  const cut = /\s*(?:…|\.\.\.)\s*$/.exec(name);
  return { words: folded(cut ? name.slice(0, cut.index) : name), isCut: cut !== null };
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
