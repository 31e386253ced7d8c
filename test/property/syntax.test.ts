import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attributed,
  LiveDocument,
  parse,
  rehearse,
  type SyntaxBlock,
  visibleText,
} from '../../server/src/core/syntax';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import type { TextRange } from '../../server/src/core/text/range';
import { applyEdits, type TextEdit } from '../../server/src/core/text/textEdit';
import { readCorpus } from '../conformance/corpus';
import { Random } from '../conformance/random';
import { soup } from '../conformance/soup';
import { told, toldOfLines } from './sameDocument';

// WARRANT_EDITS sets how many sequences of edits are tried.
const numRuns = Number(process.env['WARRANT_EDITS'] ?? 250);

/** What edits insert: whole constructs, halves of them, and what makes other blocks of the text around. */
const pieces = [
  ...['\n', '\n\n', '\r\n', '\r', '\t', ' ', '    ', 'a', 'word ', '😀', '\ud83d', '\udc00'],
  ...['```\n', '``` {.x #y}\n', '~~~\n', '`', '``', '---\n', '---\na: b\n---\n', '...\n', '# c\n'],
  ...["---\na: '[x]{.c}'\n---\n", 'a: [@k]\n'],
  ...[':::\n', '::: {.a #b}\n', '::: w\n', '<div class="z">', '</div>', '<p>', '</p>'],
  ...['> ', '- ', '1. ', '(@e) x\n', '@e', '# H\n', '## A {#i}\n', '# See [H]\n', '===\n', '[H]'],
  ...['<!--', '-->', '<pre>', '</pre>', '<span class="s">', '</span>', '$', '$$', '*', '_'],
  ...['[^1]', '[^1]: note [x]{.c}\n', '^[n [y]{.n}]', '[r]: u {.rc}\n', '[r]: #t\n', '[x][r]'],
  ...['[x]{.c}', '[', ']', '(#t)', '{.c}', '{', '}', '@k', '[@k]', '{{< include a >}}'],
  ...[
    '| a | b |\n|---|---|\n',
    '+---+\n| a |\n+---+\n',
    ': cap\n',
    'Term\n\n:   def\n',
    '--- ---\n',
    '----\n',
    '+===+\n',
    '+--+-+\n',
    '| [y]{.d} `',
    '|',
  ],
  ...['\\begin{a}', '\\end{a}', '\\foo{', '\\foo[', '\\newpage\n'],
];

const corpus = readCorpus().map(({ text }) => text);
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...corpus),
      fc.nat().map((seed) => soup(new Random(seed))),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('\n'));
const text = fc.oneof(
  { weight: 6, arbitrary: texts },
  { weight: 1, arbitrary: texts.map((parts) => parts.replaceAll('\n', '\r\n')) },
  { weight: 1, arbitrary: texts.map((parts) => parts.replaceAll('\n', '\r')) },
  { weight: 1, arbitrary: texts.map((parts) => parts.replaceAll('    ', '\t')) },
);

/** Texts of such pieces alone. */
const pieced = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** Where an edit stands, as a share of the text, how much it replaces, and what comes there. */
interface Step {
  readonly at: number;
  readonly removed: number;
  readonly newText: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(200)),
  newText: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }).map((list) => list.join('')),
});
const action = fc.oneof(
  { weight: 8, arbitrary: fc.array(step, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant('undo' as const) },
);

/** The edits of steps, without those that would overlap. */
function editsOf(steps: readonly Step[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let last = 0;
  for (const { at, removed, newText } of [...steps].sort((a, b) => a.at - b.at)) {
    const start = Math.floor(at * length);
    if (start < last) continue;
    last = Math.min(length, start + removed);
    edits.push({ range: { start, end: last }, newText });
  }
  return edits;
}

/** The one edit that makes one text another. */
function difference(from: string, to: string): TextEdit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let same = 0;
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) {
    same++;
  }
  const range = { start, end: from.length - same };
  return { range, newText: to.slice(start, to.length - same) };
}

/** Its first block comes to be read to the end of the text. */
const OPTIONS_NOT_CLOSED =
  '\\begin{center}\n[x]{.c}\n\\end{center}\n# Heading\n\n\\begin{quote}\nx\n\\end{quote}\n::: {.a}\nx\n' +
  ':::\n\n\\begin{quote}x\\end{quote} # Behind\n\n\\begin{quote}x\\end{quote} [x]{.b}\n';

describe('a document that is edited', () => {
  it('is after any edits what it would be if it were scanned afresh', () => {
    fc.assert(
      fc.property(text, fc.array(action, { minLength: 1, maxLength: 8 }), (first, actions) => {
        const live = new LiveDocument(first);
        const past = [first];
        for (const next of actions) {
          const before = past.at(-1) ?? '';
          const older = past.at(-2);
          const edits =
            next !== 'undo'
              ? editsOf(next, before.length)
              : older === undefined
                ? []
                : [difference(before, older)];
          const after = applyEdits(before, edits);
          if (next !== 'undo') past.push(after);
          else if (older !== undefined) past.pop();
          live.edit(edits);
          expect(told(live.document)).toEqual(told(parse(after)));
          // Pandoc takes a lone carriage return for nothing, editors for the end of a line.
          expect(toldOfLines(live.document.lines, after.length)).toEqual(
            toldOfLines(new LineIndex(after), after.length),
          );
        }
      }),
      {
        numRuns,
        examples: [[OPTIONS_NOT_CLOSED, [[{ at: 0, removed: 18, newText: '\\foo[' }], []]]],
      },
    );
  }, 600_000);

  it('tells which elements came, went or stayed', () => {
    fc.assert(
      fc.property(text, fc.array(step, { minLength: 1, maxLength: 3 }), (first, steps) => {
        const live = new LiveDocument(first);
        const blocks = new Set(live.document.blocks);
        const said = new Map(live.document.blocks.map((block) => [block, wordsOf(live, block)]));
        const elements = new Set(live.document.elements);
        const heldBefore = new Map(live.document.blocks.map((block) => [block, heldBy(block)]));
        const change = live.edit(editsOf(steps, first.length));
        replace(blocks, change.removedBlocks, change.addedBlocks);
        replace(elements, change.removedElements, change.addedElements);
        expect(blocks).toEqual(new Set(live.document.blocks));
        for (const block of blocks) {
          if (said.has(block)) expect(wordsOf(live, block)).toBe(said.get(block));
        }
        expect(
          [...elements].filter((element) => !live.document.elements.includes(element)),
        ).toEqual([]);
        expect(elements.size).toBe(live.document.elements.length);
        for (const element of change.touchedElements) {
          expect(live.document.elements).toContain(element);
        }
        for (const block of live.document.blocks) {
          const before = heldBefore.get(block);
          const now = heldBy(block);
          if (before) expect(now.length).toBe(before.length);
          if (before) expect(now.every((item, index) => item === before[index])).toBe(true);
        }
      }),
      { numRuns },
    );
  }, 600_000);
});

describe('edits that are only tried', () => {
  it('show the document as they would make it, time and again, and leave it alone', () => {
    const tries = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(text, tries, (written, trials) => {
        const document = parse(written);
        const before = told(document);
        for (const steps of trials) {
          const edits = editsOf(steps, written.length);
          const after = parse(applyEdits(written, edits));
          const { document: tried, concerned } = rehearse(document, edits);
          expect(told(tried)).toEqual(told(after));
          const { start, end } = concerned.before;
          const shift = after.length - document.length;
          const same = document.blocks.filter((block) => block.end <= start || block.start >= end);
          for (const { start: from, elements, leaves } of same) {
            const block = after.blockAt(from >= end ? from + shift : from);
            expect(block.elements.map(nameOf)).toEqual(elements.map(nameOf));
            expect(block.leaves.length).toBe(leaves.length);
          }
        }
        expect(told(document)).toEqual(before);
      }),
      { numRuns: numRuns / 5 },
    );
  }, 600_000);

  it('are refused where they overlap, and the next ones are tried all the same', () => {
    const document = parse('[one]{.a} two\n');
    const edit = (start: number, end: number) => ({ range: { start, end }, newText: 'x' });
    expect(() => rehearse(document, [edit(0, 4), edit(2, 5)])).toThrow(RangeError);
    expect(rehearse(document, [edit(10, 13)]).document.text).toBe('[one]{.a} x\n');
    expect(() => rehearse(document, [edit(40, 50)])).toThrow(RangeError);
    expect(rehearse(document, [edit(1, 4)]).document.text).toBe('[x]{.a} two\n');
  });
});

function nameOf({ carrier, id, classes }: Attributed): string {
  return [carrier, id?.value, ...classes.map(({ name }) => name)].join(' ');
}

/** What a reader sees of a block. */
function wordsOf({ document }: LiveDocument, { start, end }: SyntaxBlock): string {
  return visibleText(document, { start, end }).text;
}

/** What a block says beside its elements, which stays the same objects as long as the block stays. */
function heldBy({ links, citations, labels }: SyntaxBlock): readonly unknown[] {
  return [...links, ...citations, ...labels];
}

describe('a document', () => {
  it('tiles its text with blocks, which say nothing about what stands outside them', () => {
    fc.assert(
      fc.property(text, pieced, (first, second) => {
        for (const whole of [first, second, first + second]) {
          let end = 0;
          for (const block of parse(whole).blocks) {
            expect(block.start).toBe(end);
            ({ end } = block);
            for (const { range } of placesIn(block)) {
              expect(range.start).toBeGreaterThanOrEqual(block.start);
              expect(range.end).toBeLessThanOrEqual(block.end);
            }
          }
          expect(end).toBe(whole.length);
        }
      }),
      { numRuns },
    );
  }, 600_000);

  it('holds the text before what looks like the caption of a table, and is code, once', () => {
    const { elements } = parse('[x]{.c}\n\n\t: cap\n\n| a |\n|---|\n');
    expect(elements.map(({ range }) => range.start)).toEqual([0]);
  });
});

/** What has a place in a block; a div may end in another one. */
function placesIn(block: SyntaxBlock): readonly { readonly range: TextRange }[] {
  const { elements, leaves, links, citations, labels, comments, includes } = block;
  const inner = elements.filter(({ carrier }) => carrier !== 'div');
  return [...inner, ...leaves, ...links, ...citations, ...labels, ...comments, ...includes];
}

/** Takes from a set what went, which must be in it, and adds what came, which must not. */
function replace<T>(set: Set<T>, removed: readonly T[], added: readonly T[]): void {
  for (const item of removed) expect(set.delete(item)).toBe(true);
  for (const item of added) {
    expect(set.has(item)).toBe(false);
    set.add(item);
  }
}

describe('what an edit leaves alone', () => {
  const manuscript =
    '# One {#h1}\n\n::: {.mechanism #m}\nA [claim]{.claim #c-a} here.\n\n' +
    '> [Evidence]{.evidence #e-a supports=c-a}\n:::\n\n' +
    '## Two\n\nMore [of it]{.claim #c-b from=c-a} and [r].\n\n[r]: u {.rc}\n';

  /** Types into the text behind some words. */
  function type(words: string, newText: string) {
    const live = new LiveDocument(manuscript);
    const before = [...live.document.elements];
    const start = manuscript.indexOf(words) + words.length;
    const change = live.edit([{ range: { start, end: start }, newText }]);
    return { before, after: live.document.elements, change };
  }

  it.each(['A ', 'claim]{.claim #c-a}', 'A [clai', 'More ', 'and [r', '# On', '## Two'])(
    'are all elements, as the same objects, when prose is typed behind %j',
    (words) => {
      const { before, after, change } = type(words, 'x');
      const [kept] = words === 'and [r' ? [before.slice(0, -1)] : [before];
      expect(after.filter((element) => kept.includes(element))).toEqual(kept);
      expect(change.addedElements).toEqual([]);
    },
  );

  it('is the div around, also when what closes the one before is scanned again', () => {
    const text = '::: {.a}\n\n::: {.b}\nx\n:::\n\n[y]{.c}\n:::\n';
    const live = new LiveDocument(text);
    const start = text.indexOf('y]');
    live.edit([{ range: { start, end: start }, newText: 'z ' }]);
    const names = live.document.elements.map(({ classes, parent }) => [
      classes[0]?.name,
      parent?.classes[0]?.name,
    ]);
    expect(names).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', 'a'],
    ]);
  });

  it('are the other elements when one gets another attribute', () => {
    const { before, after, change } = type('.claim #c-a', ' type=finding');
    expect(change.removedElements.map(({ id }) => id?.value)).toEqual(['c-a']);
    expect(change.addedElements.map(({ id }) => id?.value)).toEqual(['c-a']);
    expect(after.filter((element) => before.includes(element))).toHaveLength(before.length - 1);
  });

  it('is the structure, unless a fence, a level or an identifier changes', () => {
    const isStructural = (words: string, newText: string) =>
      type(words, newText).change.structureChanged;
    expect(isStructural('A ', 'x')).toBe(false);
    expect(isStructural('# On', 'x')).toBe(false);
    expect(isStructural('## Two', 'x')).toBe(true);
    expect(isStructural('#c-b from=c-a', ' type=finding')).toBe(false);
    expect(isStructural('here.\n\n', '::: {.b}\n\n')).toBe(true);
  });

  it('is not the text around an edit, whose divs and headings are told of', () => {
    const { change } = type('claim]{.claim #c-a}', 'x');
    const ids = change.touchedElements.map(({ id }) => id?.value);
    expect(new Set(ids)).toEqual(new Set(['h1', 'm', 'c-a']));
  });
});
