import type { Change } from './change';
import { changeOf } from './judge';
import type { Located } from './locate';
import type { QuotationIndex, SpokenTurn } from './quotationIndex';

/** Fewer words of somebody else are an echo, or a listener's *yes*. */
const FEWEST = 3;

/**
 * The parts of a quotation that somebody else says: the interviewer, or another informant than the one who is named.
 * @param speakers the names by which the source may call who is quoted; one that it does not know says nothing
 */
export function speakersOf(
  index: QuotationIndex,
  text: string,
  parts: readonly Located[],
  speakers: readonly string[],
): Change[] {
  if (index.turns.length === 0) return [];
  const names = new Set(speakers.map((name) => name.toLowerCase()));
  const isKnown = index.turns.some(({ speaker }) => names.has(speaker.toLowerCase()));
  const isOther = ({ isInterviewer, speaker }: SpokenTurn) =>
    isKnown ? !names.has(speaker.toLowerCase()) : isInterviewer;
  return parts.flatMap((part) => {
    let first: { said: number; quoted: number } | undefined;
    let last = { said: 0, quoted: 0 };
    let count = 0;
    for (const op of part.ops) {
      if (op.type !== 'same' || index.isOptional(op.said)) continue;
      const turn = index.turnOf(op.said);
      if (!turn || !isOther(turn)) continue;
      first ??= op;
      last = op;
      count++;
    }
    const isAll = count >= part.words.length;
    if (!first || (count < FEWEST && !isAll)) return [];
    const quotedRange = {
      start: part.words[first.quoted]?.start ?? 0,
      end: part.words[last.quoted]?.end ?? 0,
    };
    const place = { from: first.said, to: last.said + 1, quotedRange };
    const turn = index.turnOf(first.said);
    const name = turn?.isInterviewer === true ? 'the interviewer' : turn?.speaker;
    const change = changeOf(index, text, place, 'speaker', true);
    return [name === undefined ? change : { ...change, speaker: name }];
  });
}
