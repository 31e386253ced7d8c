import { KeptAnswers, visibleText, type Citation, type Leaf, type SyntaxDocument } from '../syntax';
import { touches, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import { leafAt } from './around';
import {
  citationGroupAt,
  citationsBetween,
  citationsWithin,
  firstCitation,
  type NoteFinder,
} from './citations';

/** Words before whose full stop a sentence does not end; lower case, without the stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'al e.g i.e eg ie cf vs viz p pp ch chs sec sect fig figs eq eqs vol vols ed eds dr mr mrs ms prof st ' +
    'ca c approx dept inc ltd co resp esp incl bijv o.a d.w.z nl blz vgl bzw z.b d.h u.a s ff f n.d appx para ' +
    'paras trans repr sr jr univ'
  ).split(' '),
);

/** These are words of their own, and abbreviations before a number only. */
const BEFORE_NUMBERS: ReadonlySet<string> = new Set(['no', 'nos', 'nr', 'art', 'tab', 'app']);

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of each block of text, counted from where the block starts; kept as long as it stays the same. */
const known = new KeptAnswers<readonly TextRange[]>();

/**
 * The sentence in which a range stands, in source offsets; for a range over several sentences, all of them. A citation
 * that follows the full stop directly belongs to the sentence. A range outside running text is given back as it is.
 */
export function sentenceAround(document: SyntaxDocument, range: TextRange): TextRange {
  const first = sentenceAt(document, range.start, 'after');
  const last = sentenceAt(document, Math.max(range.start, range.end - 1), 'before');
  return {
    start: Math.min(range.start, first?.start ?? range.start),
    end: Math.max(range.end, last?.end ?? range.end),
  };
}

/** The citations in the sentence of a range, and in the footnotes to which it refers. */
export function citationsIn(
  document: SyntaxDocument,
  range: TextRange,
  noteOf: NoteFinder,
): Citation[] {
  return citationsWithin(document, sentenceAround(document, range), noteOf);
}

/** Whether a footnote is referred to in a block of text. */
const noted = new KeptAnswers<boolean>();

/** Whether {@link citationsIn} finds anything; mostly this is plain without telling sentences apart. */
export function citesIn(document: SyntaxDocument, range: TextRange, noteOf: NoteFinder): boolean {
  const leaf = leafAt(document, range.start);
  if (leaf && range.end <= leaf.range.end) {
    const { start, end } = leaf.range;
    if (firstCitation(document, range)) return true;
    const next = firstCitation(document, { start: range.end, end });
    if (next && isOfSentence(document, range, next)) return true;
    if (!firstCitation(document, leaf.range)) {
      const hasNotes = noted.get(leaf, '[^', () => document.slice(start, end).includes('[^'));
      if (!hasNotes) return false;
    }
  }
  return citationsIn(document, range, noteOf).length > 0;
}

/** Whether a citation behind a range plainly belongs to its sentence. */
function isOfSentence(
  document: SyntaxDocument,
  range: TextRange,
  { groupRange, range: { start } }: Citation,
): boolean {
  const end = groupRange?.start ?? start;
  if (end < range.end || end - range.end > LOOKAHEAD / 2) return false;
  const gap = document.slice(range.end, end).replace(/\{[^{}]*\}/g, '');
  if (groupRange && CLOSING.test(gap)) return true;
  const last = document.slice(Math.max(range.start, range.end - 1), range.end);
  return UNENDING.test(last + gap);
}

/** Closing markup, after which a citation belongs to the sentence before it. */
const CLOSING = /^["'”’»*_\])\s]*$/;

/** A word or comma, and text that surely ends no sentence: the segmenter ends none without a stop or its like. */
const UNENDING = /^[\p{L}\p{N},;][\p{L}\p{M}\p{N} \t\r\n,;()[\]"'“”‘’*_–—-]*$/u;

function sentenceAt(
  document: SyntaxDocument,
  offset: number,
  prefer: 'before' | 'after',
): TextRange | undefined {
  const leaf = leafAt(document, offset);
  if (!leaf) return undefined;
  const sentences = sentencesIn(document, leaf);
  const holding = sentences.filter((sentence) => touches(sentence, offset));
  if (holding.length > 0) return prefer === 'after' ? holding.at(-1) : holding[0];
  // Between two sentences, on markup that no reader sees: an opening bracket belongs to what follows.
  return prefer === 'after'
    ? sentences.find(({ start }) => start >= offset)
    : sentences.findLast(({ end }) => end <= offset);
}

/** The sentences of a block of text, in source offsets, each with the citations and notes that follow it directly. */
export function sentencesIn(document: SyntaxDocument, leaf: Leaf): readonly TextRange[] {
  const base = leaf.range.start;
  const sentences = known.get(leaf, undefined, () =>
    split(document, leaf).map((sentence) => moved(sentence, -base)),
  );
  return sentences.map((sentence) => moved(sentence, base));
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** A longer block of text is no prose, and slow to segment: it counts as one sentence. */
const MAX_PROSE = 20_000;

function split(document: SyntaxDocument, leaf: Leaf): TextRange[] {
  if (leaf.range.end - leaf.range.start > MAX_PROSE) return [leaf.range];
  const { text, offsets } = withNames(document, leaf);
  const sentences: TextRange[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    const from = start + leadingSpace(text.slice(start, end));
    const to = start + text.slice(start, end).trimEnd().length;
    start = end;
    if (to <= from) continue;
    const previous = sentences.at(-1);
    const sourceStart = offsets[from] ?? leaf.range.start;
    const sourceEnd = (offsets[to - 1] ?? leaf.range.end - 1) + 1;
    // A citation behind the last full stop was taken in; what is left of it begins no sentence.
    if (previous && sourceEnd <= previous.end) continue;
    sentences.push({
      start: Math.max(sourceStart, previous?.end ?? 0),
      end: withCitations(document, sourceEnd, leaf.range.end),
    });
  }
  return sentences;
}

/**
 * The visible text with a word for each work that is named in the sentence (`@key says`): without one, the sentence
 * would seem to begin in small letters, and so to go on.
 */
function withNames(
  document: SyntaxDocument,
  leaf: Leaf,
): { readonly text: string; readonly offsets: ArrayLike<number> } {
  const visible = visibleText(document, leaf.range);
  const named = citationsBetween(document, leaf.range).filter(
    ({ groupRange, context }) => !groupRange && context === leaf.context,
  );
  if (named.length === 0) return visible;
  let text = '';
  const offsets: number[] = [];
  let taken = 0;
  const take = (end: number): void => {
    text += visible.text.slice(taken, end);
    for (let at = taken; at < end; at++) offsets.push(visible.offsets[at] ?? 0);
    taken = end;
  };
  for (const { range } of named) {
    take(firstFrom(visible.offsets, range.start, (offset) => offset));
    text += NAME;
    offsets.push(range.start, range.end - 1, range.end - 1);
  }
  take(visible.text.length);
  return { text, offsets };
}

/** As good a name as any. */
const NAME = 'Xx ';

/** Moves the end of a sentence behind the citations and notes that follow it directly. */
function withCitations(document: SyntaxDocument, end: number, limit: number): number {
  for (;;) {
    const rest = document.slice(end, Math.min(limit, end + LOOKAHEAD));
    // Closing markup and attributes may stand between the full stop and the citation.
    const gap = /^(?:["'”’»*_\])]|\{[^{}]*\}|\s)*/.exec(rest)?.[0].length ?? 0;
    const next = citationGroupAt(document, end + gap)?.end ?? end + gap + noteLength(rest, gap);
    if (next === end + gap) return end;
    end = document.slice(next, next + 1) === '.' ? next + 1 : next;
  }
}

/** The length of the note, or of the mark of a note, at a place; 0 where there is none. */
function noteLength(text: string, at: number): number {
  if (text.startsWith('^[', at)) {
    let depth = 0;
    for (let end = at + 1; end < text.length; end++) {
      if (text.charAt(end) === '[') depth++;
      else if (text.charAt(end) === ']' && --depth === 0) return end + 1 - at;
    }
  }
  return /^\[\^[^\]\s]{1,80}\]/.exec(text.slice(at))?.[0].length ?? 0;
}

/** How far behind a sentence a citation is looked for; a tag with all its attributes may lie between. */
const LOOKAHEAD = 2000;

/** The offsets at which the sentences of a plain text end; the last one is the end of the text. */
function sentenceEnds(text: string): number[] {
  const brackets = closedBrackets(text);
  const ends: number[] = [];
  let bracket = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    while (bracket < brackets.length && (brackets[bracket]?.end ?? 0) < end) bracket++;
    const open = brackets[bracket];
    if (
      end < text.length &&
      ((open && open.start < end) || isAbbreviated(segment, text.charAt(end)))
    ) {
      continue;
    }
    ends.push(end);
  }
  return ends;
}

/** Whether the stop at the end of a segment belongs to an abbreviation, an initial or an ellipsis. */
function isAbbreviated(segment: string, next: string): boolean {
  const trimmed = segment.trimEnd();
  if (/(?:\.\s?\.\s?\.|…)$/.test(trimmed)) return true;
  const word = /(?:^|[\s(["'“‘–—])([\p{L}\p{M}.]{1,8})\.$/u.exec(trimmed)?.[1];
  if (word === undefined) return false;
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return false;
  if (BEFORE_NUMBERS.has(word.toLowerCase())) return /\d/.test(next);
  return ABBREVIATIONS.has(word.toLowerCase());
}

/** The outermost pairs of brackets that are both opened and closed, in order. */
function closedBrackets(text: string): TextRange[] {
  const open: { readonly close: string; readonly start: number }[] = [];
  const pairs: TextRange[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') open.push({ close: ')', start: at });
    else if (character === '[') open.push({ close: ']', start: at });
    else if (open.length > 0 && open.at(-1)?.close === character) {
      const { start } = open.pop() ?? { start: at };
      while (pairs.length > 0 && (pairs.at(-1)?.start ?? 0) > start) pairs.pop();
      pairs.push({ start, end: at + 1 });
    }
  }
  return pairs;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
