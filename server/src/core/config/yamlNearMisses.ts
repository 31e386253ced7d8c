import type { TextRange } from '../text/range';

/** A value that YAML does not read as the author meant it. */
export interface YamlNearMiss {
  readonly message: string;
  /** The value as the author sees it. */
  readonly range: TextRange;
  readonly suggestion: string;
}

/**
 * Finds references that YAML swallows: an unquoted `#` starts a comment, and a value cannot start with an unquoted `@`.
 * @param offset where `text` starts in its file.
 */
export function yamlNearMisses(text: string, offset = 0): YamlNearMiss[] {
  const misses: YamlNearMiss[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    // A key, or a key in braces, followed by an id or a citation key that nothing quotes.
    const match = /^[^#"'|>]*?[\w-]+:[ \t]+([#@][\p{L}\p{N}_][^\s,}\]]*)/u.exec(line);
    const value = match?.[1];
    if (match && value !== undefined) {
      const start = offset + lineStart + match[0].length - value.length;
      const message = value.startsWith('#')
        ? `YAML reads “${value}” as a comment; put it in quotes`
        : `YAML cannot read “${value}”: a value cannot start with @; put it in quotes, or the key without @ under cites:`;
      misses.push({
        message,
        range: { start, end: start + value.length },
        suggestion: `"${value}"`,
      });
    }
    lineStart += line.length + 1;
  }
  return misses;
}
