import { type Document, parseDocument } from 'yaml';

const options = { logLevel: 'silent', uniqueKeys: false } as const;

// More than authors leave unindented; each costs one more reading.
const maximalRepairs = 8;

/** A block scalar whose mark stands at the start of the line below its key. */
const markBelow = /:[ ]*\n(?=[|>])/g;

/**
 * Parses YAML as Pandoc's parser does, which takes scalars that are indented too little: quoted ones that go on at the
 * start of a line, and block scalars whose mark stands there. Ranges are offsets into `yaml`.
 */
export function parseYaml(yaml: string): Document.Parsed {
  const strict = parseDocument(yaml, options);
  if (strict.errors.length === 0) return strict;
  // A blank for each line break: all offsets stay.
  let text = yaml.replace(markBelow, (found) => `${found.slice(0, -1)} `);
  for (let repairs = 0; repairs < maximalRepairs; repairs++) {
    const document = parseDocument(text, options);
    if (document.errors.length === 0) return document;
    const open = document.errors.find(({ message }) => message.startsWith('Missing closing '));
    const joined = open && joinedQuote(text, open.pos[0], open.message.charAt(16));
    if (joined === undefined) break;
    text = joined;
  }
  return strict;
}

/** The text with the lines from `at` up to the next quotation mark made one. */
function joinedQuote(text: string, at: number, quote: string): string | undefined {
  const end = text.indexOf(quote, at);
  if (end < 0) return undefined;
  const lines = text.slice(at, end);
  if (!lines.includes('\n')) return undefined;
  return text.slice(0, at) + lines.replaceAll('\n', ' ') + text.slice(end);
}
