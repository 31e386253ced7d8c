import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type { Mark, Marks } from './marks';

/** What the tokens of this plugin carry: plain data, for VS Code hands tokens on to other processes. */
export interface MarkMeta {
  readonly mark: Mark['kind'];
  readonly element: number;
}

/** The type of a token that only says where something begins or ends. */
export const MARK = 'warrant_mark';

const BRACE = 0x7b;

/**
 * Lets markdown-it read marks: among words, and on lines of their own, where they end paragraphs as fences do.
 * @param marksOf the marks of the text that is being read
 */
export function readMarks(md: MarkdownIt, marksOf: (env: unknown) => Marks | undefined): void {
  md.inline.ruler.before('text', MARK, (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== BRACE) return false;
    const marks = marksOf(state.env);
    const mark = marks?.at(state.src, state.pos);
    if (!marks || !mark || mark.end > state.posMax) return false;
    if (mark.kind === 'open' && readElement(state, marks, mark, silent)) return true;
    if (!silent && mark.kind !== 'omitted') note(state, mark);
    state.pos = pastOmitted(state.src, marks, mark.end);
    return true;
  });
  md.block.ruler.before(
    'table',
    MARK,
    (state, startLine, _endLine, silent) => {
      const marks = marksOf(state.env);
      const mark = marks && markOfLine(state, marks, startLine);
      if (!marks || (mark?.kind !== 'div-open' && mark?.kind !== 'div-close')) return false;
      if (silent) return true;
      let line = startLine + 1;
      while (line < state.lineMax && markOfLine(state, marks, line)?.kind === 'omitted') line++;
      const token = note(state, mark);
      token.map = [startLine, line];
      state.line = line;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

/**
 * Reads an element with the words in it, which are read by themselves: brackets go before emphasis. One that ends in
 * another block is only noted.
 */
function readElement(state: StateInline, marks: Marks, mark: Mark, silent: boolean): boolean {
  const close = marks.spell('close', mark.number);
  const end = state.src.indexOf(close, mark.end);
  if (end < 0 || end + close.length > state.posMax) return false;
  if (!silent) {
    const { posMax } = state;
    state.push('warrant_open', 'span', 1).meta = metaOf(mark);
    state.pos = mark.end;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('warrant_close', 'span', -1).meta = metaOf({ ...mark, kind: 'close' });
    state.posMax = posMax;
  }
  // Code that markdown-it sees in other places than Pandoc may go beyond.
  state.pos = Math.max(silent ? 0 : state.pos, pastOmitted(state.src, marks, end + close.length));
  return true;
}

/** Behind the marks of omitted text, and the line breaks before them. */
function pastOmitted(text: string, marks: Marks, offset: number): number {
  for (let at = offset; ;) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    const mark = marks.at(text, at);
    if (mark?.kind !== 'omitted') return offset;
    at = offset = mark.end;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a;
}

function markOfLine({ src, bMarks, tShift }: StateBlock, marks: Marks, line: number) {
  return marks.at(src, (bMarks[line] ?? 0) + (tShift[line] ?? 0));
}

function note(state: StateInline | StateBlock, mark: Mark) {
  const token = state.push(MARK, '', 0);
  token.meta = metaOf(mark);
  token.hidden = true;
  return token;
}

function metaOf({ kind, number }: Mark): MarkMeta {
  return { mark: kind, element: number };
}
