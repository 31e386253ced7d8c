import { ownText } from '../text/ownText';
import { keepOwnValues } from './attributeLists';
import type { Facts } from './facts';
import type { ScannedText } from './source';

/**
 * Lets what a block says go of the text that was scanned for it, of which much is a part: it is longer than the block,
 * and would stay as long as one of these parts does.
 */
export function keepOwnTexts(facts: Facts): void {
  for (const element of facts.ownElements ?? none) keepOwnValues(element);
  let last: ScannedText | undefined;
  for (const { source } of facts.ownLeaves ?? none) {
    const { scanned } = source;
    // The text of the file is put in again by who has scanned it.
    if (scanned !== last && scanned.map !== undefined) scanned.text = ownText(scanned.text);
    last = scanned;
  }
  for (const note of facts.ownNotes ?? none) keepOwnTexts(note.facts);
}

const none: readonly never[] = [];
