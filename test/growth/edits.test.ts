import { describe, expect, test } from 'vitest';
import type { TextEdit } from '../../server/src/core/text/textEdit';
import { manuscript } from '../bench/texts/manuscript';
import { projectFiles } from '../bench/texts/projectFiles';
import { randomSource } from '../conformance/soup';
import { Engine } from '../tools/engine';
import { MemoryFileSystem } from '../tools/memoryFileSystem';
import { costOf } from './growth';

/** The larger text is so many times as long: cost that follows the text shows. */
const TIMES = 16;

/** From here on, cost follows the text. What is flat may still be disturbed by caches, which a larger text fills. */
const LIMIT = 4;

/** Letters that are typed and taken back in a round. */
const EDITS = 20;

/** Both texts take turns so often at least, and more often where the ratio is in doubt. */
const ROUNDS = 6;
const MOST_ROUNDS = 40;

/** Milliseconds of processor time after which it is plain that the ratio is no noise. */
const TIME = 4_000;

/** A document that is open in a project. */
interface Opened {
  readonly engine: Engine;
  readonly path: string;
  readonly text: string;
}

/** Where a letter is typed: behind a match. */
const PLACES: Readonly<Record<string, RegExp>> = {
  prose: /[a-z]{4} (?=[a-z])/g,
  'a reference': /evidence="(?=[a-z])/g,
  'an attribute': / (?:source|activity|outcome)="?(?=[a-z])/g,
  'the words of evidence': /“[A-Z][a-z]+(?=[^”]*”\]\{\.evidence)/g,
  'an id of evidence': / #e-(?=\d)/g,
  'a heading': /^## \w+/gm,
  'the attributes of a heading': /^## .*\{\.step #s-\d+-\d+(?= )/gm,
  'the front matter': /^title: \w+/gm,
};

describe('a letter costs as much in a long text', () => {
  const small = opened(25_000);
  const large = opened(25_000 * TIMES);
  test.each(Object.entries(PLACES))('in %s', async (_, place) => {
    expect(await ratioOf(await small, await large, place)).toBeLessThan(LIMIT);
  });
});

describe('a letter costs as much in a large project', () => {
  const small = openedIn(6);
  const large = openedIn(6 * TIMES);
  const { prose, 'a reference': reference } = PLACES;
  test.each(Object.entries({ prose, reference }))('in %s', async (_, place) => {
    expect(await ratioOf(await small, await large, place ?? /$/g)).toBeLessThan(LIMIT);
  });
});

async function opened(characters: number): Promise<Opened> {
  const [engine, path, text] = [new Engine(), 'paper.md', manuscript(characters)];
  await engine.open(path, text);
  return { engine, path, text };
}

async function openedIn(files: number): Promise<Opened> {
  const texts = projectFiles({ files, characters: 5_000 });
  const engine = new Engine(new MemoryFileSystem(Object.fromEntries(texts)));
  const [path = '', text = ''] = [...texts].find(([name]) => name.endsWith('2.md')) ?? [];
  await engine.open(path, text);
  return { engine, path, text };
}

/** How many times as much the same edits cost in the larger one. */
async function ratioOf(small: Opened, large: Opened, place: RegExp): Promise<number> {
  const costs: [number, number] = [Infinity, Infinity];
  let spent = 0;
  for (let round = 0; round < MOST_ROUNDS && spent < TIME; round++) {
    if (round >= ROUNDS && costs[1] < LIMIT * costs[0]) break;
    const typeNow = (document: Opened) => type(document, place, round);
    const [one, other] = [await costOf(typeNow, small), await costOf(typeNow, large)];
    costs[0] = Math.min(costs[0], one);
    costs[1] = Math.min(costs[1], other);
    spent += one + other;
  }
  return costs[1] / costs[0];
}

/** Types letters at random places, and takes each back. */
async function type({ engine, path, text }: Opened, place: RegExp, seed: number): Promise<void> {
  const random = randomSource(seed);
  const matches = [...text.matchAll(place)];
  for (let edit = 0; edit < EDITS; edit++) {
    const match = matches[Math.floor(random() * matches.length)];
    if (!match) throw new Error(`the text has no ${String(place)}`);
    const start = match.index + match[0].length;
    const typed: TextEdit = { range: { start, end: start }, newText: 'e' };
    await engine.edit(path, [typed]);
    await engine.edit(path, [{ range: { start, end: start + 1 }, newText: '' }]);
  }
}
