import * as z from 'zod';
import { SIGNAL_NAMES } from './signals';

/** What may be suggested as a tag. */
export const SUGGESTED = [
  'finding',
  'proposition',
  'interpretation',
  'assumption',
  'contribution',
  'construct',
  'mechanism',
  'evidence',
] as const;

/** See {@link SUGGESTED}. */
export type SuggestedLabel = (typeof SUGGESTED)[number];

/** The labels that tag a claim of some type; the others are kinds of their own. */
export const CLAIMS = [
  'finding',
  'proposition',
  'interpretation',
  'assumption',
  'contribution',
] as const satisfies readonly SuggestedLabel[];

/**
 * What is decided between: each label, and a claim of any type. Authors part over the type of a claim oftener than over
 * whether it is one.
 */
export const OUTCOMES = [...SUGGESTED, 'claim'] as const;

/** See {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** What a sentence may be taken for; what is not to be suggested speaks against that. */
export const LABELS = [
  ...SUGGESTED,
  'limitation',
  'background',
  'question',
  'method',
  'none',
] as const;

/** See {@link LABELS}. */
export type Label = (typeof LABELS)[number];

/**
 * What a sentence by itself may be, of each of which a chance is reckoned: an {@link OUTCOMES outcome}, or one of several
 * things that are not to be suggested. Each of these is told by words of its own; one chance for all of them would tell less. A
 * narrative is a part of the story that nobody claims.
 */
export const ROLES = [
  ...OUTCOMES,
  'limitation',
  'background',
  'question',
  'method',
  'none',
  'narrative',
] as const;

/** See {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** What a section is about, as its heading says. */
export const SECTIONS = [
  'abstract',
  'introduction',
  'theory',
  'method',
  'findings',
  'discussion',
  'limitations',
  'outside',
] as const;

/** See {@link SECTIONS}; `outside` is not part of the argument: references, acknowledgements, declarations. */
export type Section = (typeof SECTIONS)[number];

/** Words with blanks between them. */
const wordList = z.string().transform((words) => words.split(/\s+/).filter((word) => word !== ''));

/** What the narrative of a case is told by: words that the detector itself knows the use of. */
const telling = z.strictObject({
  past: z.array(z.string()).describe('Phrases that put a sentence in the past'),
  participle: z.array(z.string()).describe('Phrases that do so unless it is in the present'),
  present: z.array(z.string()).describe('Phrases that put a sentence in the present'),
});

/** Phrases that speak for one label. Several that are found in a sentence count once. */
const cue = z.strictObject({
  label: z.enum(LABELS),
  weight: z.number().min(-10).max(10).describe('How strongly; from 4 on a tag is suggested'),
  in: z.array(z.enum(SECTIONS)).optional().describe('Counts in these sections only'),
  tense: z.literal('present').optional().describe('Counts only where nothing puts it in the past'),
  phrases: z.array(z.string().min(1)).min(1),
});

/**
 * The lexicon of a language: one data file. How phrases are written is explained in `docs/suggestions.md`.
 */
export const lexiconSchema = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('BCP 47, without region'),
  name: z.string().describe('What the language is called in English'),
  commonWords: wordList.describe('By which a text is known to be in the language'),
  words: z.record(z.string().regex(/^[a-z-]+$/), wordList),
  headings: z.partialRecord(z.enum(SECTIONS), z.array(z.string())),
  telling,
  signals: z
    .partialRecord(z.enum(SIGNAL_NAMES), z.array(z.string().min(1)).min(1))
    .describe('Phrases that hint at a label, without a weight of their own'),
  cues: z.array(cue),
});

/** A lexicon as written, checked. */
export type Lexicon = z.infer<typeof lexiconSchema>;
