import type { Located } from './locate';
import type { QuotationIndex } from './quotationIndex';

/** Words of a quotation and of its source, as they stand there; either may be empty. */
export interface DifferingWords {
  readonly type: 'same' | 'different' | 'passed-over';
  readonly quoted: string;
  readonly source: string;
}

/** The words of a quotation beside those of its source, in the order of the quotation. */
export function differenceOf(
  index: QuotationIndex,
  text: string,
  pieces: readonly (readonly Located[])[],
): DifferingWords[] {
  const all: DifferingWords[] = [];
  const parts = pieces.flat();
  parts.forEach((part, at) => {
    if (at > 0) all.push({ type: 'passed-over', quoted: '', source: '' });
    all.push(...partDifference(index, text, part));
  });
  return all;
}

function partDifference(index: QuotationIndex, text: string, part: Located): DifferingWords[] {
  const runs: { isSame: boolean; quoted: number[]; said: number[] }[] = [];
  for (const op of part.ops) {
    const isOptional = op.type === 'left-out' && index.isOptional(op.said);
    // What is sound stands in neither.
    if (isOptional) continue;
    const isSame = op.type === 'same';
    let run = runs.at(-1);
    if (run?.isSame !== isSame) runs.push((run = { isSame, quoted: [], said: [] }));
    if (op.type !== 'left-out') run.quoted.push(op.quoted);
    if (op.type !== 'put-in') run.said.push(op.said);
  }
  return runs.map(({ isSame, quoted, said }) => {
    const [first, last] = [part.words[quoted[0] ?? -1], part.words[quoted.at(-1) ?? -1]];
    const [from, to] = [said[0], said.at(-1)];
    const range = from === undefined || to === undefined ? undefined : index.rangeOf(from, to + 1);
    return {
      type: isSame ? 'same' : 'different',
      quoted: first && last ? text.slice(first.start, last.end) : '',
      source: range ? index.text.slice(range.start, range.end) : '',
    };
  });
}
