import { VOCABULARY } from '../../model';
import { parse, visibleText, type Leaf, type SyntaxDocument } from '../../syntax';
import { containsRange, type TextRange } from '../../text/range';
import { applyEdits, asOne, inverseOf, moved, type TextEdit } from '../../text/textEdit';
import { lineAfter, lineStart, trimRange } from './lines';
import { seen, verify, type Intention, type Verified } from './verify';
import { removal } from './removal';
import { marks, type Request, type Tagged } from './request';

/** How many ways to extend a selection are tried in its paragraph. */
const ATTEMPTS = 200;

/** How many of those are tried in the whole text, which takes its time in a long one. */
const WHOLE_ATTEMPTS = 4;

/**
 * Puts a selection inside a paragraph in brackets. Where they would cut emphasis, a link or another tag, the selection is
 * extended until they do not; brackets without a partner are escaped. Nothing where no way is found.
 */
export function tagSpan(
  document: SyntaxDocument,
  leaf: Leaf,
  request: Request,
): Tagged | undefined {
  const { selection } = request;
  // Of code, math and inline notes it is not known whether the text in them reads as before.
  const source = document.text.slice(selection.start, selection.end);
  if (seen(document, selection) === '' && !/^(?:`.*`|\$.*\$)$/s.test(source)) return undefined;
  const block = parse(document.text.slice(leaf.range.start, leaf.range.end));
  let whole = 0;
  for (const { range, escaping } of attempts(document, leaf, selection)) {
    const plan = planOf(document.text, leaf, request, range, escaping);
    if (!plan || failsAlone(block, leaf, plan)) continue;
    const verified = verify(document, plan);
    if (
      verified &&
      exactly(verified, range, escaping) &&
      isUndone(document.text, plan.edits, verified)
    ) {
      return { edits: plan.edits, ...verified };
    }
    if (++whole === WHOLE_ATTEMPTS) return undefined;
  }
  return undefined;
}

interface Attempt {
  readonly range: TextRange;
  readonly escaping: readonly TextEdit[];
}

/** The selection as it is, then extended, then with escapes. */
function* attempts(document: SyntaxDocument, leaf: Leaf, selection: TextRange): Generator<Attempt> {
  yield { range: selection, escaping: [] };
  for (const range of extensions(document, leaf, selection)) yield { range, escaping: [] };
  yield { range: selection, escaping: escapes(document, leaf, selection) };
}

function planOf(
  text: string,
  leaf: Leaf,
  request: Request,
  content: TextRange,
  escaping: readonly TextEdit[],
): Intention | undefined {
  const inside = text.slice(content.start, content.end);
  if (cutsStrikeout(inside) || cutsHtml(inside) || isRuled(text, leaf, content)) return undefined;
  const { kind } = request;
  const id = request.idOf(content);
  // `![` would be an image.
  const bang =
    content.start > leaf.range.start &&
    text[content.start - 1] === '!' &&
    text[content.start - 2] !== '\\';
  const edits: TextEdit[] = [
    ...(bang ? [insertion(content.start - 1, '\\')] : []),
    insertion(content.start, '['),
    ...escaping,
    insertion(content.end, `]{${marks(request, id, bang || escaping.length > 0)}}`),
  ];
  return { edits, carrier: 'span', kind, id, content };
}

/** Whether the edits go wrong already in a block that is parsed by itself, where it reads as it does in its place. */
function failsAlone(block: SyntaxDocument, { range }: Leaf, plan: Intention): boolean {
  const [leaf] = block.leaves;
  const isAlike = block.leaves.length === 1 && leaf?.range.start === 0;
  if (!isAlike) return false;
  const edits = moved(plan.edits, -range.start);
  const content = { start: plan.content.start - range.start, end: plan.content.end - range.start };
  return !verify(block, { ...plan, edits, content });
}

/** Whether a text holds one end of a strikeout, or of a subscript, but not the other. */
function cutsStrikeout(text: string): boolean {
  return (text.replace(/\\./g, '').match(/~+/g) ?? []).length % 2 === 1;
}

const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Whether a text holds one end of an HTML element, but not the other: brackets cannot overlap with it. */
function cutsHtml(text: string): boolean {
  const open: string[] = [];
  const markup = text.replace(/`+[^`]*`+|<!--[^]*?-->/g, '');
  for (const [, slash, name = '', rest] of markup.matchAll(
    /<(\/?)([a-z][\w-]*)(?=[\s/>])([^<>]*)>/gi,
  )) {
    if (VOID.test(name) || rest?.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return true;
  }
  return open.length > 0;
}

/** Whether a text stands right above a rule of hyphens, which tells by its place how the column is aligned. */
function isRuled(text: string, { kind }: Leaf, { start, end }: TextRange): boolean {
  if (kind !== 'cell' || /^[ \t>]*[|+]/.test(text.slice(lineStart(text, start), start)))
    return false;
  const rule = lineAfter(text, end);
  return rule !== undefined && /^[ \t>]*-{2,}[- ]*$/.test(text.slice(rule.start, rule.end));
}

/** The brackets must be the ones that were written, and not others near them. */
function exactly(
  { element }: Verified,
  { start, end }: TextRange,
  escaping: readonly TextEdit[],
): boolean {
  const { contentRange } = element;
  return contentRange.end - contentRange.start === end - start + escaping.length;
}

/** Whether untagging gives the text back: what was escaped before must not be taken for what is escaped now. */
function isUndone(text: string, edits: readonly TextEdit[], { document, element }: Verified) {
  const undone = inverseOf(text, [asOne(text, edits)]);
  const removed = removal(document, element, VOCABULARY);
  return undone.every(({ range: { start, end }, newText }) => {
    const isWithin = removed.every(({ range }) => containsRange({ start, end }, range));
    return isWithin && applyEdits(document.slice(start, end), moved(removed, -start)) === newText;
  });
}

/** The wider ranges that begin and end at markup, the narrowest first. */
function extensions(document: SyntaxDocument, leaf: Leaf, selection: TextRange): TextRange[] {
  const edges = edgesOfMarkup(document, leaf);
  const starts = [selection.start, ...edges.filter((at) => at < selection.start).reverse()];
  const ends = [selection.end, ...edges.filter((at) => at > selection.end)];
  const ranges: TextRange[] = [];
  for (let steps = 1; steps < starts.length + ends.length; steps++) {
    for (let left = 0; left <= steps && ranges.length < ATTEMPTS; left++) {
      const start = starts[left];
      const end = ends[steps - left];
      if (start === undefined || end === undefined) continue;
      ranges.push(trimRange(document.text, { start, end }));
    }
  }
  return ranges;
}

/** The offsets in a block of text where a piece of markup begins or ends. */
function edgesOfMarkup(document: SyntaxDocument, { range }: Leaf): number[] {
  const { text, offsets } = visibleText(document, range);
  const edges = new Set<number>();
  let last = range.start;
  for (let index = 0; index <= text.length; index++) {
    const at = index === text.length ? range.end : (offsets[index] ?? range.end);
    if (at > last) addEdges(edges, document.text, { start: last, end: at });
    // A bracket that is no markup may still pair with one that is cut off from its partner.
    if (text[index] === '[') edges.add(at);
    if (text[index] === ']') edges.add(at + 1);
    last = at + 1;
  }
  return [...edges].sort((a, b) => a - b);
}

/** A piece of markup may close one thing and open the next: both its ends and the joints in it are edges. */
function addEdges(edges: Set<number>, text: string, { start, end }: TextRange): void {
  const markup = text.slice(start, end);
  const startsLine = /\n\s*$/.test(text.slice(Math.max(0, start - 8), start));
  if ((startsLine ? /^[\s>]*$/ : /^\s*(?:\n[\s>]*)?$/).test(markup)) return;
  edges.add(start).add(end);
  for (const { index, 0: joint } of markup.matchAll(/[*_~^]+|[\]})`$]|[[!]/g)) {
    edges.add(start + index).add(start + index + joint.length);
  }
}

/** Escapes the brackets of a selection that have no partner in it. */
function escapes(document: SyntaxDocument, leaf: Leaf, selection: TextRange): TextEdit[] {
  const { text } = document;
  const { text: shown, offsets } = visibleText(document, leaf.range);
  const open: number[] = [];
  const lonely: number[] = [];
  for (let index = 0; index < shown.length; index++) {
    const at = offsets[index] ?? -1;
    if (!containsRange(selection, { start: at, end: at + 1 }) || text[at] !== shown[index])
      continue;
    if (text[at - 1] === '\\') continue;
    if (text[at] === '[') open.push(at);
    if (text[at] === ']' && open.pop() === undefined) lonely.push(at);
  }
  return [...lonely, ...open].map((at) => insertion(at, '\\'));
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
