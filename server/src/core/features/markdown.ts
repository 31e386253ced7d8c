/** Characters that CommonMark or GitHub's Markdown may read as markup anywhere in a line. */
const MARKUP = /[\\`*_{}[\]<>|~&$#!]/g;

/** What would open a list, an underline or a quotation at the start of a line. */
const LINE_START = /^(?:[-+=]|\d+(?=[.)]))/;

/** A text as Markdown that shows it literally, on one line (CommonMark 0.31 §2.4, backslash escapes). */
export function escapeMarkdown(text: string): string {
  const escaped = fold(text).replace(MARKUP, '\\$&');
  return escaped.replace(LINE_START, (start) =>
    /\d$/.test(start)
      ? `${start.slice(0, -1)}&#${start.charCodeAt(start.length - 1)};`
      : `\\${start}`,
  );
}

/** A text as inline code, with a fence that no backtick in it can close. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${padding}${fold(text)}${padding}${fence}`;
}

/** A text, cut at a word so that it has at most `limit` characters, the `…` included. */
export function shorten(text: string, limit: number): string {
  const folded = fold(text);
  if (folded.length <= limit) return folded;
  const cut = folded.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  const end = space > limit / 2 ? space : limit - 1;
  return `${cut
    .slice(0, end)
    .replace(/[\s,;:.–—-]+$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** What closes the quotation that each mark opens. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
  '»': '«',
  '‹': '›',
};

/** A text in quotation marks; one that is a quotation already keeps its own, and has it closed where it was cut. */
export function inQuotes(text: string): string {
  const closing = CLOSING[text.charAt(0)];
  if (closing === undefined) return `“${text}”`;
  return text.endsWith('…') ? `${text}${closing}` : text;
}

/** Lines of Markdown, each shown on a line of its own; empty ones are left out. */
export function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('  \n');
}

/** Paragraphs of Markdown; empty ones are left out. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}

/** Phrases on one line, set apart by a raised dot; empty ones are left out. */
export function dotted(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join(' · ');
}

/** A list of Markdown items; what goes beyond `limit` is counted. */
export function list(items: readonly string[], limit = 6): string {
  const shown = items.length > limit + 1 ? items.slice(0, limit) : items;
  const rest = items.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])]
    .map((item) => `- ${item}`)
    .join('\n');
}

/** A number with its noun. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
