import type { Label } from './labels';
import { isInterviewerName, isProperName, isSpeakerName } from './speakerWords';

/** Who speaks in a text. */
export interface Speakers {
  /** In the spelling that comes first. */
  readonly names: readonly string[];
  /** The speaker whom a label names; undefined where it only looks like a name. */
  speakerOf(label: Label | undefined): string | undefined;
}

/** What is known of all labels with one name. */
interface Candidate {
  /** As it is first written. */
  readonly speaker: string;
  count: number;
  timed: number;
  /** How often a colon or a time sets it off, which says more than type does. */
  firm: number;
}

/**
 * The speakers of a text: the names that come again as a speaker does. One that can be nothing else, such as
 * `Q` or `R1`, needs no second time where others speak too, nor does one with a time among others with times.
 */
export function speakersAmong(labels: readonly Label[]): Speakers {
  const candidates = new Map<string, Candidate>();
  for (const label of labels) {
    const key = keyOf(label.speaker);
    const known = candidates.get(key) ?? { speaker: label.speaker, count: 0, timed: 0, firm: 0 };
    candidates.set(key, known);
    known.count++;
    if (label.time) known.timed++;
    if (label.by === 'colon' || label.by === 'time') known.firm++;
  }
  const all = [...candidates];
  const timed = all.reduce((sum, [, one]) => sum + one.timed, 0);
  const certain = all.filter(([, one]) => isCertain(one));
  const repeated = all.filter(([, one]) => one.count >= 2 && (one.count >= 3 || one.timed > 0));
  const paired = all.filter(([, one]) => one.count >= 2);
  const chosen = new Set([...certain, ...repeated].map(([key]) => key));
  // Two that come twice each answer one another.
  if (paired.length >= 2 || chosen.size > 0) for (const [key] of paired) chosen.add(key);
  if (chosen.size > 0) {
    for (const [key, one] of all) {
      const isTimed = one.timed > 0 && timed >= 3;
      const isNamed = one.firm > 0 && chosen.size >= 2 && isProperName(one.speaker);
      if (isTimed || isNamed || (one.firm > 0 && isSpeakerName(one.speaker))) chosen.add(key);
    }
  }
  const speakers = new Map(
    all.flatMap(([key, { speaker }]) => (chosen.has(key) ? [[key, speaker] as const] : [])),
  );
  return {
    names: [...speakers.values()],
    speakerOf: (label) => label && speakers.get(keyOf(label.speaker)),
  };
}

/** Whether a name is a speaker's by itself: it is called so, and stands like one. */
function isCertain({ speaker, count, firm }: Candidate): boolean {
  return (firm > 0 && isInterviewerName(speaker)) || (count >= 2 && isSpeakerName(speaker));
}

/** Names that differ in case, or in the stop of an abbreviation, are one. */
function keyOf(speaker: string): string {
  return speaker.toLowerCase().replace(/\.$/, '');
}
