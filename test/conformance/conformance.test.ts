import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { afterAll, describe, expect, it } from 'vitest';
import { answersPath, readAnswers, readCorpus } from './corpus';
import { deviations } from './deviations';
import { askPandoc, type Reading } from './oracle';
import { freshSeed, Random } from './random';
import { ourReading } from './reading';

// `WARRANT_PANDOC=refresh npx vitest run test/conformance` asks Pandoc anew and writes its answers down.
const isRefresh = process.env['WARRANT_PANDOC'] === 'refresh';
const corpus = readCorpus();
const sampleSize = 25;

if (isRefresh) {
  describe('Pandoc, asked anew', askAnew);
} else {
  describe('the scanner reads the corpus as Pandoc does', compareWithAnswers);
  describe('the answers written down are those of the real Pandoc', askSample);
}

function askAnew(): void {
  const answers: Record<string, Reading> = {};

  it.each(corpus)('answers $name', async ({ name, text }) => {
    answers[name] = await askPandoc(text);
  });

  afterAll(async () => {
    const options = await resolveConfig(answersPath());
    const json = await format(JSON.stringify(answers, undefined, 2), {
      ...options,
      parser: 'json',
    });
    writeFileSync(answersPath(), json);
  });
}

function compareWithAnswers(): void {
  const answers = readAnswers();

  it('has an answer for each case and no other', () => {
    expect([...answers.keys()].sort()).toEqual(corpus.map(({ name }) => name).sort());
  });

  it('names no deviation that is none of the cases', () => {
    const names = new Set(corpus.map(({ name }) => name));
    expect([...deviations.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  for (const { name, text } of corpus) {
    const reason = deviations.get(name);
    if (reason === undefined) {
      it(name, () => {
        expect(ourReading(text)).toEqual(answers.get(name));
      });
    } else {
      it(`${name}, but for: ${reason}`, () => {
        expect(ourReading(text)).not.toEqual(answers.get(name));
      });
    }
  }
}

function askSample(): void {
  const seed = Number(process.env['WARRANT_SEED'] ?? freshSeed());
  const random = new Random(seed);
  const sample = Array.from({ length: sampleSize }, () => corpus[random.below(corpus.length)]);

  it(`for a sample of ${sampleSize} cases (WARRANT_SEED=${seed})`, async () => {
    const answers = readAnswers();
    for (const chosen of sample) {
      if (chosen === undefined) continue;
      expect(await askPandoc(chosen.text), chosen.name).toEqual(answers.get(chosen.name));
    }
  }, 60_000);
}
