import type { Fault, Mending } from './bibliography';

/** What is meant for an entry, by its opening brace, though its type is none. */
const LIKE_ENTRY = /@[ \t]*[^\s@{}(),"]+\s*[{(]/uy;
/** The same, anywhere. */
const SOME_LIKE_ENTRY = new RegExp(LIKE_ENTRY.source, 'u');

/**
 * The fault of an `@` that begins no entry: BibTeX passes over it, Pandoc's reader ends there and refuses the file.
 * @param at the offset of the `@`
 * @param read where the entry before it ends
 */
export function strayAt(text: string, at: number, read: number): Fault {
  LIKE_ENTRY.lastIndex = at;
  const [head] = LIKE_ENTRY.exec(text) ?? [];
  if (head !== undefined) {
    const type = head.slice(0, -1).trimEnd();
    return {
      range: { start: at, end: at + type.length },
      message: `${type} is no type of an entry for Pandoc, which refuses the file for it; a type has letters only`,
      isFatal: true,
    };
  }
  const mending = text.charAt(at + 1) === '@' ? withoutIt(at) : asComment(text, at, read);
  return {
    range: { start: at, end: at + 1 },
    message:
      'Pandoc takes every @ for the beginning of an entry, and refuses the file for this one; put a % before what is a note',
    isFatal: true,
    ...(mending ? { mending } : {}),
  };
}

function withoutIt(at: number): Mending {
  return {
    title: 'Remove the @',
    edits: [{ range: { start: at, end: at + 1 }, newText: '' }],
  };
}

/** Nothing where a comment would hide an entry: it goes on to the next line feed. */
function asComment(text: string, at: number, read: number): Mending | undefined {
  const next = text.indexOf('\n', at);
  const rest = text.slice(at, next < 0 ? text.length : next).trimEnd();
  if (rest.includes('\r') || SOME_LIKE_ENTRY.test(rest)) return undefined;
  const line = text.lastIndexOf('\n', at) + 1;
  const start = Math.max(read, line);
  const newText = start > line ? ' %' : '% ';
  return { title: 'Make it a comment', edits: [{ range: { start, end: start }, newText }] };
}
