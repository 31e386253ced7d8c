import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { LineIndex } from '../../../server/src/core/text/lineIndex';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { firstBatch } from '../../../server/src/lsp/contentChanges';

const position = fc.record({ line: fc.integer({ min: -1, max: 5 }), character: fc.nat(6) });
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '𝒳'), maxLength: 8 });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }),
  },
  { weight: 1, arbitrary: fc.record({ text }) },
);

/** LSP 3.17 §TextDocumentContentChangeEvent, to the letter. */
function afterChange(before: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const lines = new LineIndex(before);
  const [from = 0, to = 0] = [change.range.start, change.range.end]
    .map((at) => lines.offsetAt(at))
    .sort((a, b) => a - b);
  return before.slice(0, from) + change.text + before.slice(to);
}

test('batches of changes do what the changes do one after the other', () => {
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 5 }), (before, changes) => {
      const expected = changes.reduce(afterChange, before);
      let made = before;
      for (let rest = changes; rest.length > 0;) {
        const batch = firstBatch(rest, new LineIndex(made));
        if (batch?.kind === 'edits') made = applyEdits(made, batch.edits);
        else if (batch?.kind === 'text') made = batch.text;
        rest = rest.slice(batch?.taken);
      }
      expect(made).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('the edits of several carets are made at once', () => {
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
  const changes = [2, 1, 0].map((line) => ({ range: at(line), text: 'x\n' }));
  expect(firstBatch(changes, new LineIndex('a\nb\nc'))).toMatchObject({ kind: 'edits', taken: 3 });
});

test.each([
  ['a range of strings', { range: { start: '0', end: '1' }, text: 'x' }],
  ['no text', {}],
  ['nothing', null],
])('%s is left out', (_, malformed) => {
  const changes = [malformed, { text: 'x' }] as TextDocumentContentChangeEvent[];
  expect(firstBatch(changes, new LineIndex('a'))).toEqual({ kind: 'malformed', taken: 1 });
});
