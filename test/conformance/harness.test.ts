import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compare, describeDifference } from './agreement';
import { AnswerCache } from './answerCache';
import { askPandoc, type Reading } from './oracle';
import { shrink } from './shrink';

// A harness that calls everything equal would let every other conformance test pass.

const text = 'We say [a word]{#s-1 .claim evidence="e-1"} of it [@key].\n';

describe('what is compared', () => {
  it('agrees with Pandoc on a text that both read alike', async () => {
    expect(compare(text, await askPandoc(text))).toBeUndefined();
  });

  it.each([
    ['the carrier', 'Span', 'Div'],
    ['the id', 's-1', 's-2'],
    ['a class', 'claim', 'step'],
    ['the key of an attribute', 'evidence', 'rests'],
    ['the value of an attribute', 'e-1', 'e-2'],
    ['the plain text', 'a word', 'a name'],
    ['a citation', 'key', 'bee'],
  ])('tells %s', async (_, from, to) => {
    const pandocs = JSON.stringify(await askPandoc(text));
    const other = new RegExp(`"${from}"`, 'i');
    expect(pandocs).toMatch(other);
    const changed = JSON.parse(pandocs.replace(other, `"${to}"`)) as Reading;
    expect(compare(text, changed)).toBeDefined();
  });

  it('has boxes as the author wrote them', async () => {
    const tasks = '::: {.c}\n- [ ] open ☐\n- [X] done ☒\n- ☐ boxed\n:::\n';
    const pandocs = await askPandoc(tasks);
    expect(pandocs.elements.map((element) => element.text)).toEqual([
      '[ ] open ☐ [X] done ☒ ☐ boxed',
    ]);
    expect(compare(tasks, pandocs)).toBeUndefined();
  });

  it('tells that an element is missing, and says which', async () => {
    const { elements, citations } = await askPandoc(text);
    const difference = compare(text, { elements: elements.slice(1), citations });
    expect(difference && describeDifference(difference)).toMatch(/^ {2}Warrant: .*"a word"$/);
  });
});

describe('what differs is made short', () => {
  it('leaves nothing that is not needed', async () => {
    const long = 'One line.\n\nAnother [b]{.c} with `code` and more.\n\nA last line.\n';
    expect(await shrink(long, (shorter) => Promise.resolve(/\[.*\]\{/.test(shorter)))).toBe('[]{');
  });

  it('leaves a text as it is of which every character is needed', async () => {
    expect(await shrink('a\nb c', (shorter) => Promise.resolve(shorter === 'a\nb c'))).toBe(
      'a\nb c',
    );
  });
});

describe('answers on disk', () => {
  const reading: Reading = { elements: [], citations: ['key'] };
  const unexpected = (): Promise<Reading> => Promise.reject(new Error('asked again'));

  it('are given again in a later run, and to no other text', async () => {
    const file = temporaryFile();
    expect(await new AnswerCache(file).get('a', () => Promise.resolve(reading))).toEqual(reading);
    const later = new AnswerCache(file);
    expect(await later.get('a', unexpected)).toEqual(reading);
    await expect(later.get('b', unexpected)).rejects.toThrow('asked again');
  });
});

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'warrant-answers-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'answers.jsonl');
}
