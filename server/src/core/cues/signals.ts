/**
 * What a sentence may hold that hints at its label without saying it. A lexicon lists the phrases for each; how much each
 * speaks for or against a label is learned, and kept in `weights.json`.
 */
export const SIGNALS = {
  all: 'all, every, always',
  nobody: 'nobody, never, nowhere',
  most: 'most, many, often, rarely',
  comparison: 'more than, as … as, unlike, different',
  change: 'became, no longer, gradually',
  cause: 'because, led to, so that',
  correction: 'not … but, rather than, it was … that',
  time: 'dates, days, spans of time',
  person: 'one person: he, she, the manager',
  people: 'people in their roles: nurses, staff',
  thing: 'things that can be touched: door, letter',
  act: 'bodily acts: walked, handed, opened',
  speech: 'said, asked, recalled',
  calling: 'called, known as',
  abstract: 'abstract nouns: trust, legitimacy',
  nominal: 'nouns made of verbs: the closing of',
  relation: 'verbs that relate one thing to another: shapes, depends on',
  hedge: 'may, perhaps, seems',
  anaphora: 'begins with what was said before: this, such',
  conclusion: 'thus, in short, in other words',
  order: 'first, then, later, meanwhile',
  existence: 'there was, there were',
  duty: 'should, must, it is important to',
  future: 'will, future',
  we: 'we, our',
  study: 'this study, this article',
  result: 'results, showed, emerged, striking',
  limit: 'cannot, limited, only one case',
  theory: 'theory, literature, concept',
  gap: 'little is known, overlooked',
  pointer: 'table, section, below',
  method: 'interviews, coded, sample',
  count: 'numbers in words',
  share: 'percentages, means, so many of so many',
  pluperfect: 'had been, had left',
  condition: 'if, unless, would',
  occasion: 'when, whenever, as long as',
  contrast: 'but, although, in practice',
  negation: 'not, no, without',
  definition: 'means, consists of, is defined',
  asking: 'how, why, whether',
  type: 'the second type, another practice',
  predicate: 'is a matter of, was a form of',
  class: 'general truths about groups: managers tend, organizations',
  setting: 'located, founded, employs, budget',
  expectation: 'expected, surprise, intended',
  importance: 'key, central, decisive',
  listing: 'and … and, a, b, and c',
  imperative: 'consider, imagine',
  concession: 'of course, indeed, after all',
  example: 'for example, such as',
} as const;

/** See {@link SIGNALS}. */
export type Signal = keyof typeof SIGNALS;

/** The names of all signals, in an order that stays. */
export const SIGNAL_NAMES = Object.keys(SIGNALS) as readonly Signal[];
