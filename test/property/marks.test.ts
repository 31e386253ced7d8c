import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafHolding } from '../../server/src/core/project';
import { pairsIn } from '../../server/src/core/rules/shared/pairs';
import { hasWholeMarks } from '../../server/src/core/rules/shared/wholeMarks';
import { parse, visibleText } from '../../server/src/core/syntax';

const PIECES = [
  ...[
    '"',
    '"',
    '"',
    '“',
    '”',
    '„',
    '«',
    '»',
    '(',
    ')',
    ' ',
    ' ',
    'a',
    'B',
    '.',
    '[',
    '[',
    '*',
    '\n',
  ],
  ...[']{.evidence}', ']{.evidence note="(x"}', ']{.claim}', ']{.claim}', '`"`', '$(x$', '&quot;'],
  ...['["a', 'b"]{.evidence}', '[“a” (b)]{.claim}', '["a" b]{.claim}', '["A (b) c."]{.evidence}'],
  ...['[@k, "p"]', '[@k]', '^[so "x]', '](y "t")', '\\"', '<b>', '<!-- " -->', '\n\n', '\n\n> '],
];
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((list) => list.join(''));

test('marks that are said to be whole are not cut as a reader sees them', () => {
  let whole = 0;
  fc.assert(
    fc.property(soup, (text) => {
      const document = parse(text);
      for (const { carrier, range, contentRange } of document.elements) {
        const leaf = carrier === 'span' ? leafHolding(document, range) : undefined;
        if (!leaf) continue;
        const { start, end } = leaf.range;
        const words = { start: contentRange.start - start, end: contentRange.end - start };
        if (!hasWholeMarks(text.slice(start, end), words)) continue;
        const { text: seen, offsets } = visibleText(document, leaf.range);
        const isInside = (at: number) => {
          const offset = offsets[at] ?? 0;
          return contentRange.start <= offset && offset < contentRange.end;
        };
        const cuts = pairsIn(seen).filter(({ open, close }) => isInside(open) !== isInside(close));
        expect(cuts).toEqual([]);
        if (/["“(«]/.test(text.slice(contentRange.start, contentRange.end))) whole++;
      }
    }),
    { numRuns: 5000 },
  );
  expect(whole).toBeGreaterThan(500);
});
