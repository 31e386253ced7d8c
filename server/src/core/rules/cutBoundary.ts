import type { Tag } from '../model';
import { leafHolding, type ProjectFile } from '../project';
import { KeptAnswers, visibleText, type Leaf, type SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Rule } from './rule';
import { pairsIn, type Pair } from './shared/pairs';
import { NONE } from './shared/problems';
import { editFix } from './shared/suggestions';
import { hasMarks, hasWholeMarks } from './shared/wholeMarks';

/** Reports tags that begin or end in the middle of a quotation or a parenthesis. */
export const cutBoundary: Rule = {
  id: 'cut-boundary',
  severity: 'information',
  scope: 'tag',
  documentation: {
    summary:
      'A tag holds only one of the two marks of a quotation or a parenthesis, so that what is quoted, compared or counted is not the whole of it. A tag that lies wholly inside a quotation is all right, and so is one that holds all of it. Take the other mark in, or leave both out.',
    bad: `---
warrant: true
---

[“Nobody asked for the bonus]{.evidence source="@crew2012" display=context},” the foreman said.
`,
    good: `---
warrant: true
---

[“Nobody asked for the bonus,”]{.evidence source="@crew2012" display=context} the foreman said.
`,
  },
  check(tag, file) {
    const cut = cutIn(tag);
    if (!cut) return NONE;
    const { pair, inside, outside } = cut;
    const what = pair.kind === 'parenthesis' ? 'a parenthesis' : 'a quotation';
    const side = inside.start < outside.start ? 'ends inside' : 'begins inside';
    return [
      {
        message: `This tag ${side} ${what}; take in both of its marks or neither`,
        place: { uri: file.uri, range: inside },
        related: [{ message: 'The other mark', place: { uri: file.uri, range: outside } }],
      },
    ];
  },
  fix(finding, project) {
    const file = project.file(finding.place.uri);
    return file ? fixes(finding, file) : [];
  },
};

interface Cut {
  readonly tag: Tag;
  readonly pair: Pair;
  /** The mark inside the tag, and the one outside. */
  readonly inside: TextRange;
  readonly outside: TextRange;
}

/** Where a tag cuts a pair of marks of the paragraph, cell or heading in which it stands. */
function cutIn(tag: Tag): Cut | undefined {
  const { carrier, range, contentRange } = tag.source;
  if (carrier !== 'span') return undefined;
  const { document } = tag;
  // Mostly there are no marks, so that the block need not be looked at. Long words may hold other tags, whose words would be
  // looked through again and again.
  const isLong = contentRange.end - contentRange.start >= LONG;
  if (!isLong && !hasMarks(document.slice(contentRange.start, contentRange.end))) return undefined;
  const leaf = leafHolding(document, range);
  if (!leaf) return undefined;
  const { start, end } = leaf.range;
  const words = { start: contentRange.start - start, end: contentRange.end - start };
  // In a long block it costs less to look up the marks than to look at all of it.
  const isShort = end - start < LONG;
  if (isShort && hasWholeMarks(document.slice(start, end), words)) return undefined;
  return cutOf(tag, marksIn(document, leaf), start);
}

/** So long is a block, in UTF-16 units, of which the marks are better found once. */
const LONG = 4_000;

/** A mark, and the pair that it belongs to; offsets count from where the block of text starts. */
interface PairMark {
  readonly at: number;
  readonly open: number;
  readonly close: number;
  readonly pair: Pair;
}

/** The marks of blocks of text, in order, as long as their reader sees the same. */
const marks = new KeptAnswers<readonly PairMark[]>();

function marksIn(document: SyntaxDocument, leaf: Leaf): readonly PairMark[] {
  const { range } = leaf;
  const visible = visibleText(document, range);
  return marks.get(leaf, visible.text, () => {
    const { text, offsets } = visible;
    const place = (index: number) => (offsets[index] ?? 0) - range.start;
    return pairsIn(text)
      .flatMap((pair) => {
        const [open, close] = [place(pair.open), place(pair.close)];
        return [open, close].map((at) => ({ at, open, close, pair }));
      })
      .sort((a, b) => a.at - b.at);
  });
}

/** The first pair that a tag cuts; marks count from `base`. */
function cutOf(tag: Tag, all: readonly PairMark[], base: number): Cut | undefined {
  const { contentRange } = tag.source;
  const [start, end] = [contentRange.start - base, contentRange.end - base];
  const isInside = (at: number) => start <= at && at < end;
  let cut: PairMark | undefined;
  for (let index = firstFrom(all, start, ({ at }) => at); index < all.length; index++) {
    const mark = all[index];
    if (!mark || mark.at >= end) break;
    const isCut = isInside(mark.open) !== isInside(mark.close);
    if (isCut && (!cut || mark.open < cut.open)) cut = mark;
  }
  if (!cut) return undefined;
  const { pair } = cut;
  const rangeOf = (at: number): TextRange => ({ start: base + at, end: base + at + 1 });
  const [open, close] = [rangeOf(cut.open), rangeOf(cut.close)];
  return isInside(cut.open)
    ? { tag, pair, inside: open, outside: close }
    : { tag, pair, inside: close, outside: open };
}

/** A mark that stands directly beside the tag, with nothing but punctuation between, can be taken in. */
function fixes({ place }: Finding, file: ProjectFile): Fix[] {
  const { text } = file.facts.document;
  const [cut] = file.facts.tags
    .flatMap((tag) => cutIn(tag) ?? [])
    .filter(({ inside }) => inside.start === place.range.start);
  if (!cut) return [];
  const { contentRange, range } = cut.tag.source;
  const { outside } = cut;
  const follows = outside.start >= range.end;
  const moved: TextRange = follows
    ? { start: range.end, end: outside.end }
    : { start: outside.start, end: range.start };
  const words = text.slice(moved.start, moved.end);
  if (words.length > 4 || /[\p{L}\p{N}\s]/u.test(words)) return [];
  const target = follows ? contentRange.end : contentRange.start;
  const edits: TextEdit[] = [
    { range: { start: target, end: target }, newText: words },
    { range: moved, newText: '' },
  ];
  return [editFix(`Take ${words} into the tag`, place, edits, true)];
}
