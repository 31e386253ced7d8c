import { sentencesIn } from '../project';
import { visibleText, type Leaf, type SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import { chainIn } from './chain';
import { headingSection, type CompiledLexicon, type PhraseCue } from './compiled';
import type { Section } from './lexicon';
import { find } from './pattern';
import { quotationsIn, type Quoted } from './quotations';
import { MARK, tokensOf, type Marked, type Tokens } from './tokens';

/** A phrase of the lexicon that stands in a sentence, in tokens. */
export interface FoundCue extends TextRange {
  readonly cue: PhraseCue;
}

/** A signal that a sentence holds: its place among the names, and where it stands, in tokens. */
export interface FoundSignal extends TextRange {
  readonly signal: number;
}

/** What was found in one sentence; ranges in text are relative to the start of its block. */
export interface SentenceReading {
  /** What would be tagged: without the full stop, and the citations and notes behind it. */
  readonly range: TextRange;
  /** Its words and marks. */
  readonly words: readonly string[];
  readonly cues: readonly FoundCue[];
  readonly signals: readonly FoundSignal[];
  readonly quotations: readonly (TextRange & { readonly words: number })[];
  /** How many words stand outside quotations, and before the first one. */
  readonly ownWords: number;
  /** How many words are written like names. */
  readonly names: number;
  /** What puts it in the past, if anything does; in tokens. */
  readonly past: TextRange | undefined;
  /** Whether a work is cited in it. */
  readonly cites: boolean;
  /** A chain of clauses, each of which begins with what the one before ended with; in tokens. */
  readonly chain: TextRange | undefined;
  readonly isQuestion: boolean;
  /** The section that a title at the head of the paragraph says this is, as in `**Results.** We found …`. */
  readonly section: Section | undefined;
  /** Where some of the tokens stand. */
  readonly placeOf: (tokens: TextRange) => TextRange;
}

/** Reads the sentences of a block of text. */
export function readLeaf(
  document: SyntaxDocument,
  leaf: Leaf,
  lexicon: CompiledLexicon,
): SentenceReading[] {
  const base = leaf.range.start;
  const { text, offsets } = visibleText(document, leaf.range);
  const quotations = quotationsIn(text);
  const source = document.slice(leaf.range.start, leaf.range.end);
  const marked = marksIn(source, leaf.range, { text, offsets });
  const at = (offset: number): number => firstFrom(offsets, offset, (one) => one);
  const sourceOf = ({ start, end }: TextRange): TextRange => ({
    start: (offsets[start] ?? base) - base,
    end: (offsets[Math.max(start, end - 1)] ?? base) + 1 - base,
  });
  const sentences = sentencesIn(document, leaf);
  const visible = sentences.map(({ start, end }) => ({ start: at(start), end: at(end) }));
  let section: Section | undefined;
  const readings: SentenceReading[] = [];
  for (const range of joined(text, visible, quotations)) {
    const lead = leadOf(text, range, marked, lexicon);
    if (lead) {
      section = lead.section ?? section;
      if (lead.end >= range.end) continue;
    }
    const own = { start: lead ? lead.end : range.start, end: range.end };
    while (own.start < own.end && text.charAt(own.start) === ' ') own.start++;
    const inside = quotations.filter(({ start }) => start >= own.start && start < own.end);
    const tokens = tokensOf(text, own, marked, inside);
    if (tokens.words.length < 4 && inside.length === 0) continue;
    readings.push({
      ...judgeable(tokens, lexicon),
      words: tokens.words,
      names: tokens.names,
      placeOf: ({ start, end }) =>
        sourceOf({
          start: tokens.starts[start] ?? 0,
          end: Math.max(tokens.ends[start] ?? 0, tokens.ends[end - 1] ?? 0),
        }),
      range: taggable(source, sourceOf(trimmed(text, own))),
      quotations: inside.map((one) => ({ ...sourceOf(one), words: one.words })),
      section,
    });
  }
  return readings;
}

/** What the tokens of a sentence tell. */
function judgeable(
  { words }: Tokens,
  { automaton, phrases, muted }: CompiledLexicon,
): Pick<
  SentenceReading,
  'cues' | 'signals' | 'ownWords' | 'past' | 'cites' | 'chain' | 'isQuestion'
> {
  const cues = new Map<PhraseCue, FoundCue>();
  const signals: FoundSignal[] = [];
  let past: TextRange | undefined;
  let participle: TextRange | undefined;
  let present = false;
  for (const found of find(automaton, words)) {
    const { phrase, start, end } = found;
    const meaning = phrases[phrase];
    if (!meaning || muted?.has(phrase)) continue;
    if (meaning.type === 'signal') {
      const { signal } = meaning;
      if (!signals.some((one) => one.signal === signal)) signals.push({ signal, start, end });
    } else if (meaning.type === 'past') past ??= found;
    else if (meaning.type === 'participle') participle ??= found;
    else if (meaning.type === 'present') present = true;
    else if (!cues.has(meaning.cue)) cues.set(meaning.cue, { cue: meaning.cue, start, end });
  }
  const told = past ?? (present ? undefined : participle);
  if (told) for (const cue of cues.keys()) if (cue.tense === 'present') cues.delete(cue);
  return {
    cues: [...cues.values()],
    signals,
    ownWords: words.reduce((sum, word) => (word.length > 1 ? sum + 1 : sum), 0),
    past: told,
    cites: words.includes(MARK.citation) || words.includes(MARK.work),
    chain: chainIn(words),
    isQuestion: words.at(-2) === '?',
  };
}

/** What numbers a statement, as in “Proposition 2. The more …”. */
const NUMBERED = /^\p{L}+ ?\p{N}+\p{L}?[.:)]?$/u;

/** Sentences, where those that stand in one quotation are one, and a statement is one with its number. */
function joined(
  text: string,
  sentences: readonly TextRange[],
  quotations: readonly Quoted[],
): TextRange[] {
  const result: { start: number; end: number }[] = [];
  let quotation = 0;
  for (const { start, end } of sentences) {
    while ((quotations[quotation]?.end ?? Infinity) <= start) quotation++;
    const last = result.at(-1);
    const isQuoted = (quotations[quotation]?.start ?? Infinity) < start;
    if (last && (isQuoted || isNumber(text.slice(last.start, last.end)))) last.end = end;
    else result.push({ start, end });
  }
  return result;
}

function isNumber(written: string): boolean {
  return written.length < 40 && NUMBERED.test(written.trim());
}

/** A title at the head of a paragraph (`**Results.**`), where there is one. */
function leadOf(
  text: string,
  { start, end }: TextRange,
  marked: readonly Marked[],
  lexicon: CompiledLexicon,
): { readonly end: number; readonly section: Section | undefined } | undefined {
  const lead = marked.find((one) => one.start === start && one.mark === MARK.term);
  if (!lead || lead.end > end + 1) return undefined;
  const written = text.slice(lead.start, lead.end);
  if (isNumber(written)) return undefined;
  const section = headingSection(lexicon, written);
  // A dash is no sign of a title by itself: “*Doubt* – a word that …”.
  const sign = (section ? /^(?::| ?[–—])/ : /^:/).exec(text.slice(lead.end, lead.end + 2))?.[0];
  const isTitle = /[.:]$/.test(written) || sign !== undefined;
  if (!isTitle && lead.end < end) return undefined;
  return { end: lead.end + (sign?.length ?? 0), section };
}

/** How many words a term has at most. */
const TERM_WORDS = 6;

/** The terms and citations of a block, which its visible text does not show. */
function marksIn(
  source: string,
  { start, end }: TextRange,
  { text, offsets }: { readonly text: string; readonly offsets: Int32Array },
): Marked[] {
  if (!/[*_@]/.test(source)) return [];
  const marks: Marked[] = [];
  let emphasis: number | undefined;
  for (let at = 0; at <= text.length; at++) {
    const from = at === 0 ? start : (offsets[at - 1] ?? start) + 1;
    const to = at === text.length ? end : (offsets[at] ?? end);
    if (to <= from) continue;
    const hidden = source.slice(from - start, to - start);
    if (/[*_]/.test(hidden) && !hidden.includes('](')) {
      if (emphasis === undefined) emphasis = at;
      else {
        const words = text.slice(emphasis, at).split(' ').length;
        const isTerm = words <= TERM_WORDS && !isNumber(text.slice(emphasis, at));
        if (isTerm) marks.push({ start: emphasis, end: at, mark: MARK.term });
        emphasis = undefined;
      }
    }
    const group = /\[[^[\]]*-?@[\p{L}\p{N}{]/u.test(hidden);
    if (group) marks.push({ start: at, end: at, mark: MARK.citation });
    else if (/(?<![\p{L}\p{N}])@[\p{L}\p{N}{]/u.test(hidden)) {
      marks.push({ start: at, end: at, mark: MARK.work });
    }
  }
  return marks;
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const part = text.slice(start, end);
  return {
    start: start + part.length - part.trimStart().length,
    end: end - part.length + part.trimEnd().length,
  };
}

/** Where a text ends without the citations or the note that stand in brackets at its end. */
function withoutBracket(text: string, end: number): number {
  const open = text.lastIndexOf('[', end);
  if (open < 1 || text.indexOf(']', open) !== end - 1) return end;
  if (text.charAt(open - 1) === '^') return open - 1;
  return /^\[(?:\^|[^\]]*@)/.test(text.slice(open, end)) ? open : end;
}

/**
 * Leaves out the full stop, and takes in marks of emphasis of which the other half is inside.
 * @param text of the block, from whose start the range is counted
 */
function taggable(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  for (;;) {
    const before = end;
    if (text.charAt(end - 1) === '.' && text.charAt(end - 2) !== '.') end--;
    else if (text.charAt(end - 1) === ']') end = withoutBracket(text, end);
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (end === before || end <= start) break;
  }
  const inside = text.slice(start, end);
  const before = /[*_]+$/.exec(text.slice(Math.max(0, start - 3), start));
  if (before && inside.includes(before[0])) start -= before[0].length;
  const after = /^[*_]+/.exec(text.slice(end, end + 3));
  if (after && inside.includes(after[0])) end += after[0].length;
  return { start, end };
}
