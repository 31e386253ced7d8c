import type { Tag } from '../model';
import type { ProjectFile } from '../project';
import { visibleText } from '../syntax';
import { containsRange, type TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Rule } from './rule';
import { pairsIn, type Pair } from './shared/pairs';
import { editFix } from './shared/suggestions';

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
  *check(tag, file) {
    const cut = cutPair(tag, file);
    if (!cut) return;
    const { pair, inside, outside } = cut;
    const what = pair.kind === 'parenthesis' ? 'a parenthesis' : 'a quotation';
    const side = inside.start < outside.start ? 'ends inside' : 'begins inside';
    yield {
      message: `This tag ${side} ${what}; take in both of its marks or neither`,
      place: { uri: tag.uri, range: inside },
      related: [{ message: 'The other mark', place: { uri: tag.uri, range: outside } }],
    };
  },
  fix(finding, project) {
    const file = project.file(finding.place.uri);
    return file ? fixes(finding, file) : [];
  },
};

interface Cut {
  readonly pair: Pair;
  /** The mark inside the tag, and the one outside. */
  readonly inside: TextRange;
  readonly outside: TextRange;
}

function cutPair({ source }: Tag, { facts }: ProjectFile): Cut | undefined {
  const { document } = facts;
  const { contentRange, range } = source;
  if (source.carrier !== 'span') return undefined;
  const leaf = document.leaves.find((candidate) => containsRange(candidate.range, range));
  if (!leaf) return undefined;
  const { text, offsets } = visibleText(document, leaf.range);
  const at = (index: number): TextRange => {
    const start = offsets[index] ?? 0;
    return { start, end: start + 1 };
  };
  for (const pair of pairsIn(text)) {
    const open = at(pair.open);
    const close = at(pair.close);
    if (containsRange(contentRange, open) === containsRange(contentRange, close)) continue;
    return containsRange(contentRange, open)
      ? { pair, inside: open, outside: close }
      : { pair, inside: close, outside: open };
  }
  return undefined;
}

/** A mark that stands directly beside the tag, with nothing but punctuation between, can be taken in. */
function fixes({ place }: Finding, file: ProjectFile): Fix[] {
  const { text } = file.facts.document;
  for (const tag of file.facts.tags) {
    const cut = cutPair(tag, file);
    if (cut?.inside.start !== place.range.start) continue;
    const { contentRange, range } = tag.source;
    const { outside } = cut;
    const moved: TextRange =
      outside.start >= range.end
        ? { start: range.end, end: outside.end }
        : { start: outside.start, end: range.start };
    const words = text.slice(moved.start, moved.end);
    if (words.length > 4 || /[\p{L}\p{N}\s]/u.test(words)) continue;
    const target = outside.start >= range.end ? contentRange.end : contentRange.start;
    const edits: TextEdit[] = [
      { range: { start: target, end: target }, newText: words },
      { range: moved, newText: '' },
    ];
    return [editFix(`Take ${words} into the tag`, place, edits, true)];
  }
  return [];
}
