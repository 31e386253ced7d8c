import type { Tag } from '../model';
import { leafHolding, type ProjectFile } from '../project';
import { visibleText, type Leaf, type SyntaxDocument } from '../syntax';
import { containsRange, type TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Rule } from './rule';
import { pairsIn, type Pair } from './shared/pairs';
import { NONE } from './shared/problems';
import { editFix } from './shared/suggestions';
import { hasWholeMarks } from './shared/wholeMarks';

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
  const leaf = leafHolding(document, range);
  if (!leaf) return undefined;
  const { start, end } = leaf.range;
  const words = { start: contentRange.start - start, end: contentRange.end - start };
  if (hasWholeMarks(document.slice(start, end), words)) return undefined;
  return cutOf(tag, marksIn(document, leaf));
}

/** Two marks that belong together, by their places in the file. */
interface PlacedPair {
  readonly pair: Pair;
  readonly open: TextRange;
  readonly close: TextRange;
}

function marksIn(document: SyntaxDocument, { range }: Leaf): PlacedPair[] {
  const { text, offsets } = visibleText(document, range);
  const at = (index: number): TextRange => {
    const start = offsets[index] ?? 0;
    return { start, end: start + 1 };
  };
  return pairsIn(text).map((pair) => ({ pair, open: at(pair.open), close: at(pair.close) }));
}

function cutOf(tag: Tag, marks: readonly PlacedPair[]): Cut | undefined {
  const { contentRange } = tag.source;
  for (const { pair, open, close } of marks) {
    const holdsOpen = containsRange(contentRange, open);
    if (holdsOpen === containsRange(contentRange, close)) continue;
    return holdsOpen
      ? { tag, pair, inside: open, outside: close }
      : { tag, pair, inside: close, outside: open };
  }
  return undefined;
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
