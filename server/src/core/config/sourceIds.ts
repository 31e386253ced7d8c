/** More sources than this in one range is a slip of the keyboard. */
const MAX_RANGE = 10_000;

/** Expands `i01..i15` to i01, i02, … i15, and lists of ids and ranges. A range that makes no sense stays one id. */
export function expandIds(ids: string | readonly string[]): string[] {
  const entries = typeof ids === 'string' ? ids.split(/[\s,]+/).filter(Boolean) : ids;
  return entries.flatMap(expandRange);
}

function expandRange(entry: string): string[] {
  const match = /^(.*?)(\d+)\.\.(.*?)(\d+)$/.exec(entry);
  if (!match) return [entry];
  const [, prefix = '', first = '', secondPrefix = '', last = ''] = match;
  const count = Number(last) - Number(first) + 1;
  const samePrefix = secondPrefix === '' || secondPrefix === prefix;
  if (!samePrefix || count < 1 || count > MAX_RANGE) return [entry];
  return Array.from(
    { length: count },
    (_, index) => prefix + String(Number(first) + index).padStart(first.length, '0'),
  );
}
