import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untag } from '../../server/src/core/features/untag';
import { tagSelection } from '../../server/src/core/features/tagSelection';
import { KINDS } from '../../server/src/core/model';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { ROOT } from '../tools/memoryFileSystem';
import { projectFrom } from '../tools/project';
import { blocksOf, readingOf } from '../tools/taggedReading';

/** How many texts; each is read by the real Pandoc twice. */
const RUNS = Number(process.env['WARRANT_RUNS'] ?? 60);

const words = fc.constantFrom(
  'trust',
  'the owners',
  'outlived it',
  'Größe zählt',
  "l'idée générale",
  'доверие выросло',
  '信頼は残った',
  'الثقة بقيت',
  "don't",
  'co-created',
  '3.5 %',
  'e.g. this',
);

const inline = fc.oneof(
  { arbitrary: words, weight: 8 },
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text} *so***`),
  words.map((text) => `_${text}_`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `"${text}"`),
  words.map((text) => `“${text}.”`),
  words.map((text) => `'${text}'`),
  words.map((text) => `[${text}](http://a.org/x_y "T")`),
  words.map((text) => `[${text} *now*]{.smallcaps}`),
  words.map((text) => `[${text}]{.claim #c-own}`),
  words.map((text) => `^[A ${text} note]`),
  words.map((text) => `<b>${text}</b>`),
  words.map((text) => `![${text}](a.png)`),
  fc.constantFrom(
    '`code [x]`',
    '`a`{.r}',
    '$x + y$',
    '$a_{i}$',
    '[@kay2001, p. 3]',
    '@kay2001 [p. 4]',
    '[-@kay2001; @lee]',
    '[^1]',
    '[sic]',
    '[0, 1)',
    '(2, 3]',
    '\\[x\\]',
    '\\[y',
    'H~2~O',
    'x^2^',
    '\\*bare\\*',
    '&amp; co',
    'wait...',
    'so -- yes',
    '<http://a.b>',
    '\\com{arg}',
    'Stop!',
    'a * b',
    '5 < 6',
  ),
);

const sentence = fc
  .tuple(
    fc.array(inline, { minLength: 1, maxLength: 6 }),
    fc.constantFrom('.', '?', '!', '', '. ', ':'),
    fc.constantFrom(' ', '\n', ' '),
  )
  .map(([parts, stop, glue]) => parts.join(glue) + stop);

const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => `We say ${sentences.join(' ')}`);

const indented = (text: string, first: string, rest: string) =>
  first + text.replace(/\n/g, `\n${rest}`);

const block: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: paragraph, weight: 5 },
  fc
    .array(paragraph, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => indented(item, '- ', '  ')).join('\n')),
  fc
    .array(paragraph, { minLength: 2, maxLength: 3 })
    .map((items) =>
      items.map((item, index) => indented(item, `${index + 1}. `, '   ')).join('\n\n'),
    ),
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((items) => items.map((item) => indented(item, '> ', '> ')).join('\n>\n')),
  fc
    .tuple(paragraph, paragraph)
    .map(([a, b]) => `- ${indented(a, '', '  ')}\n\n  ${indented(b, '', '  ')}`),
  sentence.map((text) => `## Part ${text.replace(/\n/g, ' ')}`),
  sentence.map((text) => `## Part ${text.replace(/\n/g, ' ')} {#sec-a .x}`),
  paragraph.map((text) => `::: note\n${text}\n:::`),
  paragraph.map((text) => `Term\n:   ${indented(text, '', '    ')}`),
  words.map((text) => `| a | b |\n|---|---|\n| ${text} | *d* |\n\n: ${text} caption`),
  words.map((text) => `![${text}](b.png){width=50%}`),
  fc.constant('```r\nx <- 1\n```'),
  fc.constant('# Heading\nText right below it.'),
);

const manuscript = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '', '\n\n'),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
  )
  .map(([blocks, end, newline]) =>
    `${blocks.join('\n\n')}\n\n[^1]: A note.${end}`.replaceAll('\n', newline),
  );

test('what is tagged reads as before to Pandoc, and untagging gives back the very text', async () => {
  let tagged = 0;
  await fc.assert(
    fc.asyncProperty(
      manuscript,
      fc.nat(),
      fc.nat({ max: 120 }),
      fc.constantFrom(...KINDS),
      async (text, from, length, kind) => {
        const start = from % text.length;
        const selection = {
          start,
          end: Math.min(text.length, length < 20 ? start : start + length),
        };
        const uri = `${ROOT}paper.md`;
        const files = { 'paper.md': text, 'warrant.yaml': 'manuscript: [paper.md]\n' };
        const there = tagSelection(await projectFrom(files), uri, selection, kind);
        if (!there.ok) return;
        tagged++;
        const after = applyEdits(text, there.edits);
        const { id } = there;
        const read = await blocksOf(after);
        expect(JSON.stringify(read)).toContain(JSON.stringify(kind));
        expect(readingOf(read, { id, kind }), after).toBe(readingOf(await blocksOf(text)));
        const project = await projectFrom({ ...files, 'paper.md': after });
        const back = untag(project, uri, there.idRange);
        if (!back.ok) throw new Error(`${back.message}: ${after}`);
        expect(back.notes, after).toEqual([]);
        expect(applyEdits(after, back.changes.get(uri) ?? []), after).toBe(text);
      },
    ),
    { numRuns: RUNS },
  );
  // Else little was shown.
  expect(tagged).toBeGreaterThan(RUNS / 2);
}, 600_000);
