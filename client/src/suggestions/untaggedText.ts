import type { SuggestionCounts } from '../../../server/src/shared/protocol';

/** What is said of a manuscript without a tag; nothing of others, nor where nothing was found. */
export function untaggedText({
  isManuscript,
  tags,
  findings,
  quotations,
  others,
  isBesideTagged,
}: SuggestionCounts): string | undefined {
  if (!isManuscript || tags > 0 || findings + quotations + others === 0) return undefined;
  const parts = [
    // Beside it stands how many claims the project makes.
    isBesideTagged ? 'No tags in this file' : '0 tags',
    ...(findings > 0 ? [count(findings, 'likely finding')] : []),
    ...(quotations > 0 ? [count(quotations, 'quotation')] : []),
    ...(findings + quotations === 0 ? [count(others, 'suggestion')] : []),
  ];
  return parts.join(' · ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
