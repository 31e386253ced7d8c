import type { TextRange } from '../../text/range';
import type { CheckedQuotation } from './verdicts';

/** Where the passage of a quotation stands. */
export interface PassagePlace {
  readonly uri: string;
  /** What the QDA project in that file calls the source. */
  readonly within?: string;
  /** In the file, where that is text. */
  readonly range?: TextRange;
  /** 0-based, where the file is text. */
  readonly line?: number;
  /** As `loc=` says it: `min 12`. */
  readonly place?: string;
}

/** Where the first passage of a quotation stands in the file of its source; undefined where it was not found. */
export function placeInFile({
  uri,
  within,
  content,
  verdict,
}: CheckedQuotation): PassagePlace | undefined {
  if (verdict.state !== 'verbatim' && verdict.state !== 'altered') return undefined;
  const [passage] = verdict.passages;
  if (!passage) return undefined;
  const place = content.placeOf(passage.start);
  const named = {
    ...(within === undefined ? {} : { within }),
    ...(place === undefined ? {} : { place }),
  };
  if (!content.offsetInFile) return { uri, ...named };
  const start = content.offsetInFile(passage.start);
  const end = content.offsetInFile(passage.end);
  return { uri, range: { start, end }, line: lineOf(content.text, passage.start), ...named };
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
