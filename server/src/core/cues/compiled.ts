import type { Lexicon, Section } from './lexicon';
import { SECTIONS } from './lexicon';
import { compile, find, type Automaton } from './pattern';
import { SIGNAL_NAMES } from './signals';

/** A cue of a lexicon. */
export type PhraseCue = Lexicon['cues'][number];

/** What a phrase of a lexicon means where it stands in a sentence. */
export type PhraseMeaning =
  | { readonly type: 'cue'; readonly cue: PhraseCue }
  | { readonly type: 'signal'; readonly signal: number }
  | { readonly type: 'past' }
  | { readonly type: 'participle' }
  | { readonly type: 'present' };

/** A lexicon made ready for reading. */
export interface CompiledLexicon {
  readonly language: string;
  readonly automaton: Automaton;
  readonly phrases: readonly PhraseMeaning[];
  readonly headings: Automaton;
  readonly sectionOfPhrase: readonly Section[];
  /** What headings said that were asked about. */
  readonly knownHeadings: Map<string, Section | undefined>;
  readonly commonWords: ReadonlySet<string>;
  /** Phrases that are passed over, to see how the others do without them. */
  readonly muted?: ReadonlySet<number>;
}

/**
 * Makes a lexicon ready.
 * @throws PhraseError where one of its phrases cannot be read
 */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const written: string[] = [];
  const phrases: PhraseMeaning[] = [];
  const add = (list: readonly string[], meaning: PhraseMeaning): void => {
    for (const phrase of list) {
      written.push(phrase);
      phrases.push(meaning);
    }
  };
  for (const cue of lexicon.cues) add(cue.phrases, { type: 'cue', cue });
  SIGNAL_NAMES.forEach((name, signal) => {
    add(lexicon.signals[name] ?? [], { type: 'signal', signal });
  });
  for (const type of ['past', 'participle', 'present'] as const)
    add(lexicon.telling[type], { type });
  const headings: string[] = [];
  const sectionOfPhrase: Section[] = [];
  for (const section of SECTIONS) {
    for (const phrase of lexicon.headings[section] ?? []) {
      headings.push(phrase);
      sectionOfPhrase.push(section);
    }
  }
  return {
    language: lexicon.language,
    automaton: compile(written, lexicon.words),
    phrases,
    headings: compile(headings, lexicon.words),
    sectionOfPhrase,
    knownHeadings: new Map(),
    commonWords: new Set(lexicon.commonWords),
  };
}

/** How many headings are remembered. */
const MOST_HEADINGS = 5_000;

/** What a heading says about its section; the phrase that comes first decides. */
export function headingSection(lexicon: CompiledLexicon, heading: string): Section | undefined {
  const { knownHeadings } = lexicon;
  if (knownHeadings.has(heading)) return knownHeadings.get(heading);
  if (knownHeadings.size >= MOST_HEADINGS) knownHeadings.clear();
  const section = readHeading(lexicon, heading);
  knownHeadings.set(heading, section);
  return section;
}

function readHeading(
  { headings, sectionOfPhrase }: CompiledLexicon,
  heading: string,
): Section | undefined {
  const words = heading.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const first = find(headings, words).sort((a, b) => a.start - b.start)[0];
  return first && sectionOfPhrase[first.phrase];
}
