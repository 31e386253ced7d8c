import fc from 'fast-check';
import type Token from 'markdown-it/lib/token.mjs';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../conformance/corpus';
import { Random } from '../conformance/random';
import { soup } from '../conformance/soup';
import { readHtml, textOf } from '../tools/html';
import { pandoc } from '../tools/pandoc';
import {
  fold,
  inProject,
  plainPreview,
  previewOf,
  Rendered,
  RELEASES,
} from '../unit/preview/rendered';

// WARRANT_RUNS sets how many texts are tried.
const numRuns = Number(process.env['WARRANT_RUNS'] ?? 60);

const corpus = readCorpus().map(({ text }) => text);
const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(...corpus),
      fc.nat().map((seed) => soup(new Random(seed))),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join('\n'));

/** Throws where tokens are not nested well. */
function checkNesting(tokens: readonly Token[]): void {
  const open: string[] = [];
  for (const { type, nesting, children } of tokens) {
    if (nesting > 0) open.push(type);
    if (nesting < 0) expect(type).toBe(open.pop()?.replace(/_open$/, '_close'));
    if (type === 'inline') checkNesting(children ?? []);
  }
  expect(open).toEqual([]);
}

describe.each([...RELEASES.keys()])('the preview with markdown-it %s', (release) => {
  const md = previewOf(release, inProject({}));
  const plain = plainPreview(release);

  it('shows any text, in tokens that are nested well, without a mark of its own', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const tokens = md.parse(text, {});
        checkNesting(tokens);
        const html = md.renderer.render(tokens, md.options, {});
        expect(html).not.toMatch(/\{\p{Cc}[a-z]\d+\}/u);
        // Other processes get the tokens.
        expect(() => JSON.stringify(tokens)).not.toThrow();
      }),
      { numRuns },
    );
  });

  it('keeps the lines of the text, by which editor and preview scroll together', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const lines = plain.parse(text, {}).at(-1)?.map?.[1] ?? 0;
        for (const { map } of md.parse(text, {})) {
          if (!map) continue;
          expect(map[0]).toBeLessThan(Math.max(map[1], 1));
          expect(map[1]).toBeLessThanOrEqual(Math.max(lines, text.split(/\r\n?|\n/).length));
        }
      }),
      { numRuns },
    );
  });

  it('shows a text that it has read before, and one that was edited, as one that it sees first', () => {
    fc.assert(
      fc.property(wild, wild, fc.nat(), (text, more, at) => {
        const place = at % (text.length + 1);
        const edited = text.slice(0, place) + more.slice(0, 9) + text.slice(place);
        for (const one of [text, edited, text]) {
          expect(md.render(one, {})).toBe(previewOf(release, inProject({})).render(one, {}));
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});

/** What markdown-it and Pandoc read alike. */
const word = fc.constantFrom(
  'trust',
  'outlived',
  'the contract',
  'and',
  'it',
  'firms',
  'é',
  '3 of 4',
);
const attributes = fc.constantFrom(
  '{.claim}',
  '{.claim #c}',
  '{.evidence #e supports=c}',
  '{.claim type=finding\nevidence="e @k"}',
  '{.construct term="the thing"}',
  '{#x}',
  '{.mark2 k=v}',
);
const { words } = fc.letrec<{ words: string; piece: string }>((tie) => ({
  words: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom(
      '*really*',
      '**so**',
      '`code`',
      '@key',
      '[@key, p. 3]',
      '\\[a\\]',
      '`c`{.claim}',
    ),
    word.map((text) => `[${text}](http://x.y)`),
    fc.tuple(word, attributes).map(([text, tag]) => `![${text}](u.png)${tag}.`),
    fc.tuple(tie('words'), attributes).map(([text, tag]) => `[${text}]${tag}`),
    fc
      .tuple(word, attributes, fc.constantFrom('*', '**'))
      .map(([text, tag, mark]) => `${mark}a [${text}]${tag}${mark}`),
    tie('words').map((text) => `<span class="claim">${text}</span>`),
  ),
}));
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => `So ${text} then.`),
    fc.tuple(word, attributes).map(([text, tag]) => `## ${text} ${tag.replace('\n', ' ')}`),
    fc
      .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), attributes)
      .map(([blocks, tag]) => `::: ${tag.replace('\n', ' ')}\n${blocks.join('\n\n')}\n:::`),
    tie('block').map((text) => text.replace(/^/gm, '> ')),
    fc
      .array(words, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- a ${item.replaceAll('\n', '\n  ')}`).join('\n')),
    words.map((text) => `| a | b |\n|---|---|\n| ${text.replaceAll('\n', ' ')} | c |`),
    words.map((text) => `<div class="claim">\n\nSo ${text}\n\n</div>`),
  ),
}));
const simple = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => `${blocks.join('\n\n')}\n`);

it(
  'shows the words of a text as Pandoc reads it without its attributes',
  { timeout: 120_000 },
  async () => {
    const md = previewOf('14', inProject({}));
    await fc.assert(
      fc.asyncProperty(simple, async (text) => {
        const html = await pandoc(text, { from: 'markdown-smart-implicit_figures', to: 'html' });
        const expected = fold(textOf(readHtml(html)));
        expect(withoutSpaces(new Rendered(text, md).words)).toBe(withoutSpaces(expected));
      }),
      { numRuns },
    );
  },
);

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}
