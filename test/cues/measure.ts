import { suggestionsIn, type Suggestion } from '../../server/src/core/cues';
import { SUGGESTED, type Label } from '../../server/src/core/cues/lexicon';
import { LiveFacts, VOCABULARY } from '../../server/src/core/model';
import { parse } from '../../server/src/core/syntax';
import { manuscriptOf, type Entry, type GoldLabel, type GoldPassage } from './gold';

/** One sentence of the gold standard and what is suggested for it. */
export interface Judged {
  readonly language: string;
  readonly entry: Entry;
  readonly suggestions: readonly Pick<Suggestion, 'label' | 'phrase'>[];
}

/** Suggests on each passage as on a manuscript of its own. */
export function judge(passages: readonly GoldPassage[]): Judged[] {
  return passages.flatMap((passage) => {
    const { text, ranges } = manuscriptOf(passage);
    const facts = new LiveFacts('file:///paper.md', parse(text), VOCABULARY);
    const found = passage.passage.map((entry) => ({
      language: passage.language,
      entry,
      suggestions: [] as Suggestion[],
    }));
    for (const suggestion of suggestionsIn(facts)) {
      const middle = (suggestion.range.start + suggestion.range.end) / 2;
      const at = ranges.findIndex(({ start, end }) => start <= middle && middle < end);
      found[at]?.suggestions.push(suggestion);
    }
    return found;
  });
}

/** How many there were, and how many of them were right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** Precision and recall of one label, or of all. */
export interface Figures {
  readonly precision: Share;
  readonly recall: Share;
  /** Recall without the findings that nothing in their sentence signals. */
  readonly signalled: Share;
}

/** The kind that a label tags; nothing where it tags none. */
export function kindOf(label: GoldLabel): string | undefined {
  if (!SUGGESTED.some((one) => one === label)) return undefined;
  return label === 'construct' || label === 'mechanism' || label === 'evidence' ? label : 'claim';
}

/** Whether a suggestion, or another label, is right: it is that of the sentence, or might be. */
export function isRight({ label, also = [] }: Entry, suggested: GoldLabel): boolean {
  return label === suggested || also.includes(suggested);
}

/** The figures for a label, or for all; see `labelling.md`, "How to count with the labels". */
export function figures(judged: readonly Judged[], label?: Label): Figures {
  const wanted = judged.filter(({ entry }) =>
    label === undefined ? kindOf(entry.label) !== undefined : entry.label === label,
  );
  const made = judged.flatMap(({ entry, suggestions }) =>
    suggestions
      .filter((one) => label === undefined || one.label === label)
      .map((one) => ({ entry, suggested: one.label })),
  );
  const hit = ({ entry, suggestions }: Judged): boolean =>
    suggestions.some((one) => isRight(entry, one.label));
  const share = (list: readonly Judged[]): Share => ({
    right: list.filter(hit).length,
    of: list.length,
  });
  return {
    precision: {
      right: made.filter(({ entry, suggested }) => isRight(entry, suggested)).length,
      of: made.length,
    },
    recall: share(wanted),
    signalled: share(wanted.filter(({ entry }) => entry.unsignalled !== true)),
  };
}

/** The same figures where all types of claims count as one label. */
export function figuresByKind(judged: readonly Judged[]): Figures {
  const widened = judged.map((one) => {
    const kinds = [one.entry.label, ...(one.entry.also ?? [])].map(kindOf);
    const also = SUGGESTED.filter((label) => kinds.includes(kindOf(label)));
    return { ...one, entry: { ...one.entry, also } };
  });
  return figures(widened);
}
