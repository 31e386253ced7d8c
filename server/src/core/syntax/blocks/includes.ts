import type { Span } from '../attributes';

const opening = '{{<';
const maximalLength = 1000;

/** Where the next shortcode begins, or Infinity. */
export function indexOfShortcode(text: string, from: number): number {
  const at = text.indexOf(opening, from);
  return at < 0 ? Infinity : at;
}

/** The path in `{{< include path >}}` at `at`, and where the shortcode ends (Quarto manual, "Includes"). */
export function includePath(
  text: string,
  at: number,
  limit: number,
): (Span & { readonly after: number }) | undefined {
  const shortcode = text.slice(at, Math.min(limit, at + maximalLength));
  const match = /^\{\{<\s+include\s+(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"']+))\s+>\}\}/.exec(shortcode);
  const path = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || path === undefined) return undefined;
  const start = at + match[0].indexOf(path, match[0].indexOf('include') + 'include'.length);
  return { start, end: start + path.length, after: at + match[0].length };
}
