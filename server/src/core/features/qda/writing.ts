/** Writes a text so that Pandoc shows it as it is, on one line. */
export type EscapeText = (text: string) => string;

/** An attribute as Pandoc reads it, bare where that is safe. */
export function attribute(name: string, value: string): string {
  const folded = value.replace(/\s+/g, ' ').trim();
  if (/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(folded)) return `${name}=${folded}`;
  return `${name}="${folded.replace(/[\\&"]/g, '\\$&')}"`;
}
