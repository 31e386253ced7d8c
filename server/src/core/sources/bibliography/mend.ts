import { applyEdits, type TextEdit } from '../../text/textEdit';
import type { Fault, Mending } from './bibliography';
import { isKeyless, readItem } from './bibtexEntry';

/** An entry longer than this, in characters, is too long to be tried over and over. */
const LONGEST = 20_000;

/** So many places are tried at most. */
const MOST_TRIES = 60;

/** The end of a line behind which a field, or the end of the entry, comes. */
const LINE_BEFORE_FIELD =
  /,?[ \t]*(?:\r?\n|\r)[ \t]*(?=[A-Za-z][\w-]*[ \t]*=|[})][ \t]*(?:[\r\n]|$))/g;

/**
 * What mends an entry of BibTeX that is not closed, or closed by what does not fit. It is tried out: with it, the entry
 * reads well to its end. Nothing where the author has to say what was meant.
 */
export function mendEntry(text: string, { within, range, isFatal }: Fault): Mending | undefined {
  if (!within) return undefined;
  const { start } = within;
  // What was closed too early goes on to the next entry.
  const end = isFatal ? within.end : nextEntryLine(text, within.end);
  if (end - start > LONGEST) return undefined;
  const entry = text.slice(start, end).trimEnd();
  const early = isFatal ? undefined : range.start - start;
  for (const { title, edits } of candidates(entry, early)) {
    const mended = applyEdits(entry, edits);
    const { type, fault, key, end: read } = readItem(mended, 0);
    const isWhole = read === mended.length && (key !== '' || isKeyless(type));
    if (fault || !isWhole) continue;
    const placed = edits.map((edit) => ({
      range: { start: edit.range.start + start, end: edit.range.end + start },
      newText: edit.newText,
    }));
    return { title, edits: placed };
  }
  return undefined;
}

/** @param early where it is closed too early */
function* candidates(entry: string, early: number | undefined): Iterable<Mending> {
  if (early !== undefined) {
    yield { title: `Remove the ${entry.charAt(early)}`, edits: [replace(early, '')] };
    return;
  }
  const last = entry.length;
  const [head, type = ''] = /^@[ \t]*([A-Za-z]+)\s*\(/.exec(entry) ?? [];
  if (head !== undefined) {
    const title = 'Put the entry in braces';
    const first = replace(head.length - 1, '{');
    if (/[)}]$/.test(entry)) yield { title, edits: [first, replace(last - 1, '}')] };
    // It is not closed at all; of a comment nobody knows then where it ends.
    if (!isKeyless(type.toLowerCase())) yield { title, edits: [first, insert(last, '\n}')] };
    return;
  }
  if (entry.endsWith(')')) yield { title: 'Write }', edits: [replace(last - 1, '}')] };
  // First within the entry: at its end, a brace would take the fields behind it for a part of a value.
  let tries = 0;
  for (const { index } of entry.matchAll(LINE_BEFORE_FIELD)) {
    if (++tries > MOST_TRIES) break;
    yield { title: 'Add the missing }', edits: [insert(index, '}')] };
    yield { title: 'Add the missing "', edits: [insert(index, '"')] };
  }
  yield { title: 'Close the entry', edits: [insert(last, '\n}')] };
  yield { title: 'Close the value and the entry', edits: [insert(last, '}\n}')] };
  yield { title: 'Close the value and the entry', edits: [insert(last, '"\n}')] };
}

function nextEntryLine(text: string, from: number): number {
  const at = text.indexOf('\n@', from);
  return at < 0 ? text.length : at;
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

function replace(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at + 1 }, newText };
}
