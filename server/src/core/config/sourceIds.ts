/** More sources than this in one range is a slip of the keyboard. */
const MAX_RANGE = 10_000;

/** Longer texts are no ids; matching them would take long. */
const MAX_LENGTH = 200;

/** The ids that a text or a list names, and the entries that look like a range and are none. */
export interface ExpandedIds {
  readonly ids: readonly string[];
  readonly faulty: readonly string[];
}

/** Expands `i01..i15` to i01, i02, … i15, and lists of ids and ranges. A range that makes no sense is left out. */
export function expandIds(written: string | readonly string[]): ExpandedIds {
  const entries = typeof written === 'string' ? written.split(/[\s,]+/).filter(Boolean) : written;
  const ids: string[] = [];
  const faulty: string[] = [];
  for (const entry of entries) {
    const expanded = expandRange(entry);
    if (!expanded || ids.length + expanded.length > MAX_RANGE) faulty.push(entry);
    else ids.push(...expanded);
  }
  return { ids, faulty };
}

function expandRange(entry: string): string[] | undefined {
  if (!entry.includes('..')) return [entry];
  const match = entry.length > MAX_LENGTH ? null : /^(.*?)(\d+)\.\.(.*?)(\d+)$/.exec(entry);
  if (!match) return undefined;
  const [, prefix = '', first = '', secondPrefix = '', last = ''] = match;
  const count = Number(last) - Number(first) + 1;
  const samePrefix = secondPrefix === '' || secondPrefix === prefix;
  if (!samePrefix || count < 1 || count > MAX_RANGE) return undefined;
  return Array.from(
    { length: count },
    (_, index) => prefix + String(Number(first) + index).padStart(first.length, '0'),
  );
}
