const OPENING = '“”„‟«‘’';
const CLOSING = '“”»’‘';

/** Whether a value that is written without straight quotes begins or ends with other ones, which Pandoc takes for text. */
export function isMisquoted(value: string): boolean {
  const first = value.charAt(0);
  const last = value.charAt(value.length - 1);
  return OPENING.includes(first) || CLOSING.includes(last) || /["']/.test(first);
}

/** A value without the quotes of any kind around it. */
export function withoutQuotes(value: string): string {
  return value.replace(/^["'“”„‟«‘’]+|["'“”»’‘]+$/gu, '').trim();
}
