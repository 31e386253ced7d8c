import type { HeldBack } from '../project';
import { count } from './markdown';

/**
 * What was held back from something that is given away, in sentences without full stops; none where that is nothing.
 * @param nouns what its pieces are called, one and several
 */
export function heldBackNotes(
  { evidence, sources }: HeldBack,
  nouns: readonly [string, string] = ['piece of evidence', 'pieces of evidence'],
): string[] {
  const { restricted, confidential } = evidence;
  const all = restricted + confidential;
  const levels = [
    ...(restricted > 0 ? [`${restricted} restricted`] : []),
    ...(confidential > 0 ? [`${confidential} confidential`] : []),
  ];
  return [
    ...(all > 0 ? [`${count(all, ...nouns)} held back (${levels.join(', ')})`] : []),
    ...(sources > 0 ? [`${count(sources, 'confidential source')} named by id alone`] : []),
  ];
}
