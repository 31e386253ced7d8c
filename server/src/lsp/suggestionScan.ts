import { suggestionsIn, type Suggestion, type SuggestionOptions } from '../core/cues';
import type { LiveFacts } from '../core/model';
import { slices } from './pace';

/** How much text is read at a time where nothing is known of it yet, in UTF-16 units: some milliseconds of work. */
const STEP = 4_000;

/** Text that is read faster than this, in milliseconds, was read before: the next step may be a longer one. */
const FAST = 3;

/**
 * All that is suggested for a file. A manuscript that is read for the first time takes long; that is done slice by slice,
 * and what is found is kept by its blocks.
 * @param isWanted asked after each slice
 * @returns nothing where it was not wanted any more
 */
export async function scanSuggestions(
  facts: LiveFacts,
  options: SuggestionOptions,
  isWanted: () => boolean,
): Promise<Suggestion[] | undefined> {
  const pace = slices();
  let step = STEP;
  for (let at = 0; at < facts.current.length;) {
    const began = performance.now();
    suggestionsIn(facts, { ...options, range: { start: at, end: at + step } });
    at += step;
    step = performance.now() - began < FAST ? step * 2 : STEP;
    if (!pace.isDue()) continue;
    await pace.pause();
    if (!isWanted()) return undefined;
  }
  return suggestionsIn(facts, options);
}
