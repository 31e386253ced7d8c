import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentText,
  parse,
  plainText,
  type SyntaxDocument,
  visibleText,
} from '../../../server/src/core/syntax';
import type { TextRange } from '../../../server/src/core/text/range';
import { Random } from '../../conformance/random';
import { soup } from '../../conformance/soup';

const pieces = [
  '[',
  ']',
  '{',
  '}',
  '.c',
  '#i',
  'k="v"',
  '(',
  ')',
  '`',
  '```',
  '*',
  '_',
  '$',
  '@k',
  '^',
  '[^1]',
  '[^1]: ',
  '!',
  '\\',
  '<',
  '>',
  '<div>',
  '</div>',
  '<span>',
  '</span>',
  '<!--',
  '-->',
  ':::',
  '::: {.d}',
  '#',
  '---',
  '===',
  '|',
  '+---+',
  '- ',
  '1. ',
  '> ',
  ': ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  ' ',
  'a',
  'é',
  '😀',
  '\0',
  '"',
  "'",
  '&amp;',
  ';',
  '---\na: ',
  '\\begin{x}',
  '\\end{x}',
  '(@e)',
  '{{< include x >}}',
  '~~~',
  '=',
];
/** Tagged words in all sorts of places: in images, citations, notes, quotes, lists, tables and headings. */
const taggedText = fc
  .array(
    fc.constantFrom(
      ...[
        '[the firm’s ',
        "[don't",
        '[a. b... c -- d ',
        '[a\n> b',
        '[a\u00a0 b',
        '](u)',
        '[^1]',
        '*',
        '"',
      ],
      ...[
        ']{.c}',
        ']{.c}',
        ']{.c}',
        ']{.c}',
        '![alt ',
        '[see ',
        ' @key]',
        '^[note ',
        '^',
        '~',
        "'",
        ' ',
      ],
      ...[
        '\n\n> ',
        '\n> ',
        '\n\n- ',
        '\n    ',
        '\n\n# ',
        '\n\n| a | b |\n|---|---|\n| ',
        ' | ',
        '\n\n[^1]: ',
      ],
      ...[
        '\t',
        '\r\n',
        '\n\n',
        'word ',
        'Word. ',
        '[a]: /u "t"\n\n',
        '![a][a]',
        '::: {.c}\n',
        '\n\n:::\n',
      ],
    ),
    { maxLength: 30 },
  )
  .map((list) => list.join(''));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join('')),
  fc.integer({ min: 0 }).map((seed) => soup(new Random(seed))),
  fc.integer({ min: 0 }).map((seed) => soup(new Random(seed)).replaceAll('\n', '\r\n')),
);

/** All ranges of a document, with the one that each must lie in. */
function ranges(document: SyntaxDocument): [string, TextRange, TextRange][] {
  const whole = { start: 0, end: document.text.length };
  const list: [string, TextRange, TextRange][] = [];
  const add = (name: string, range: TextRange | undefined, outer: TextRange): void => {
    if (range !== undefined) list.push([name, range, outer]);
  };
  document.elements.forEach((element) => {
    add('element', element.range, whole);
    add('content', element.contentRange, element.range);
    add('attributes', element.attributeRange, element.range);
    for (const attribute of element.attributes) {
      add('key', attribute.keyRange, attribute.range);
      add('value', attribute.valueRange, attribute.range);
    }
  });
  for (const { range, groupRange } of document.citations) {
    add('citation', range, groupRange ?? whole);
    add('group', groupRange, whole);
  }
  for (const { range, sectionRange } of document.headings) {
    add('heading', range, sectionRange);
    add('section', sectionRange, whole);
  }
  for (const { range } of document.links) add('link', range, whole);
  for (const { range } of document.labels) add('label', range, whole);
  for (const { range } of document.comments) add('comment', range, whole);
  for (const { range, pathRange } of document.includes) add('path', pathRange, range);
  for (const failure of document.failedAttributes) {
    add('failure', failure.range, whole);
    add('bracket', failure.bracketRange, whole);
    add('fault', failure.faultRange, whole);
  }
  for (const { range } of document.leaves) add('leaf', range, whole);
  add('front matter', document.frontMatter?.contentRange, document.frontMatter?.range ?? whole);
  return list;
}

describe('whatever the text', () => {
  it('every range is inside the text and inside what it belongs to', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const [name, inner, outer] of ranges(parse(text))) {
          const isProper =
            outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
          expect([name, inner, outer, isProper]).toEqual([name, inner, outer, true]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('an id stands where its range says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { id, form } of parse(text).elements) {
          if (id === undefined || form === 'html' || /[\t\r\n&\\]/.test(text)) continue;
          expect(text.slice(id.range.start, id.range.end)).toBe(id.value);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('elements come in order, and parents hold their children', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { elements } = parse(text);
        elements.forEach((element, index) => {
          const before = elements[index - 1];
          if (before !== undefined) {
            expect(before.range.start).toBeLessThanOrEqual(element.range.start);
          }
          const { parent } = element;
          if (parent === undefined) return;
          expect(elements.indexOf(parent)).toBeLessThan(index);
          expect(elements).toContain(parent);
          expect(parent.contentRange.start).toBeLessThanOrEqual(element.range.start);
          expect(parent.contentRange.end).toBeGreaterThanOrEqual(element.range.end);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('the content of an element reads like its range', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, taggedText), (text) => {
        const document = parse(text);
        for (const element of document.elements) {
          const seen = visibleText(document, element.contentRange).text.trim();
          expect([element.range, contentText(document, element)]).toEqual([element.range, seen]);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('its texts can be read, with offsets inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parse(text);
        for (const element of document.elements) plainText(document, element);
        const seen = visibleText(document, { start: 0, end: text.length });
        expect(seen.offsets).toHaveLength(seen.text.length + 1);
        for (const offset of seen.offsets) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
