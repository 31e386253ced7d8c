import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { readOptions, wholeNumber } from '../tools/commandLine';
import { agree, compare, describeDifference, type Difference } from './agreement';
import { AnswerCache, digest } from './answerCache';
import { answered } from './answered';
import { withoutCells } from './cells';
import { readAnswers, readCorpus } from './corpus';
import { deviations } from './deviations';
import { type Generator, generators } from './generators';
import { NoAnswer, type Reading } from './oracle';
import { PandocPool } from './pandocPool';
import { serveAnswers } from './pandocWorker';
import { freshSeed, Random } from './random';
import { shrink } from './shrink';

const usage = `npm run conformance -- [options]

  --soup N        how many random texts are compared (5000)
  --mutations N   how many changed manuscripts are compared (5000)
  --sample N      how many answers of the curated corpus Pandoc is asked for again (100)
  --seed N        which texts; without it, others at each run
  --show N        how many differences of each kind are shrunk and printed (10)
  --jobs N        how many Pandocs run side by side`;

async function main(): Promise<boolean> {
  const { values } = readOptions({
    options: {
      soup: { type: 'string', default: '5000' },
      mutations: { type: 'string', default: '5000' },
      sample: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(freshSeed()) },
      show: { type: 'string', default: '10' },
      jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return true;
  }
  const number = (option: Exclude<keyof typeof values, 'help'>): number =>
    wholeNumber(option, values[option]);
  const [seed, show] = [number('seed'), number('show')];
  const sample = number('sample');
  const counts = generators.map((generator) => ({ generator, count: number(generator.name) }));
  const pool = new PandocPool(new URL(import.meta.url), Math.max(1, number('jobs')));
  const run = new Run(pool, show);
  console.log(`seed ${seed}`);
  try {
    const results = [compareCorpus(), await run.askSample(sample, seed)];
    for (const { generator, count } of counts) {
      if (count > 0) results.push(await run.compareTexts(generator, seed, count));
    }
    return results.every(Boolean);
  } finally {
    await pool.close();
  }
}

/** Compares the curated corpus with the answers that are written down. */
function compareCorpus(): boolean {
  const answers = readAnswers();
  const cases = readCorpus();
  let deviating = 0;
  let isFine = true;
  for (const { name, text } of cases) {
    const answer = answers.get(name);
    const difference = answer === undefined ? undefined : compare(text, answer);
    const isDeviation = deviations.has(name);
    if (isDeviation) deviating++;
    if (answer !== undefined && isDeviation === (difference !== undefined)) continue;
    isFine = false;
    const found =
      difference === undefined ? '  agrees, or has no answer' : describeDifference(difference);
    console.log(`corpus, ${name}\n${found}`);
  }
  console.log(`corpus: ${cases.length} cases, ${deviating} of them documented deviations`);
  return isFine;
}

class Run {
  readonly #pool: PandocPool;
  readonly #cache: AnswerCache;
  readonly #show: number;

  constructor(pool: PandocPool, show: number) {
    this.#pool = pool;
    this.#show = show;
    // What the oracle makes of Pandoc's answers depends on its source, and the answers on Pandoc's version.
    const read = (path: string): string => readFileSync(join(process.cwd(), path), 'utf8');
    const { version } = JSON.parse(read('node_modules/pandoc-wasm/package.json')) as {
      version: string;
    };
    const name = digest(version + read('test/conformance/oracle.ts'));
    const file = join(process.cwd(), `.cache/conformance/${name}.jsonl`);
    this.#cache = new AnswerCache(file);
  }

  /** Asks Pandoc again for some of the answers that are written down. */
  async askSample(count: number, seed: number): Promise<boolean> {
    const random = new Random(seed, 2);
    const answers = readAnswers();
    const cases = readCorpus();
    const sample = Array.from({ length: count }, () => cases[random.below(cases.length)]);
    const outdated = new Set<string>();
    await Promise.all(
      sample.map(async (chosen) => {
        if (chosen === undefined) return;
        const answer = answers.get(chosen.name);
        const reading = await this.#pool.ask(chosen.text);
        if (answer === undefined || !agree(answer, reading)) outdated.add(chosen.name);
      }),
    );
    for (const name of outdated) console.log(`answer to ${name} is not Pandoc's`);
    console.log(`answers: ${count} asked for again, ${outdated.size} outdated`);
    return outdated.size === 0;
  }

  /** Compares generated texts; prints the rate of agreement and what differs. */
  async compareTexts(generator: Generator, seed: number, count: number): Promise<boolean> {
    const { name, demanded } = generator;
    const differences: Difference[] = [];
    const unanswered = new Map<string, number>();
    await inParallel(count, async (index) => {
      const text = generator.text(seed, index);
      try {
        const asked = await answered(text, (part) => this.#ask(part));
        const difference = compare(asked.text, asked.reading);
        if (difference !== undefined) differences.push(difference);
      } catch (error) {
        if (!(error instanceof NoAnswer))
          throw new Error(`in ${JSON.stringify(text)}`, { cause: error });
        const reason = error.message.split(/ at |\n/, 1)[0] ?? '';
        unanswered.set(reason, (unanswered.get(reason) ?? 0) + 1);
      }
    });
    const shrunk = await Promise.all(
      differences.slice(0, this.#show).map((difference) => this.#shrink(difference)),
    );
    const texts = new Map(shrunk.map((difference) => [difference.text, difference]));
    for (const difference of texts.values()) {
      console.log(
        `\n${name}: ${JSON.stringify(difference.text)}\n${describeDifference(difference)}`,
      );
    }
    let total = count;
    for (const [reason, times] of unanswered) {
      console.log(`${name}: ${times} times no answer: ${reason}`);
      total -= times;
    }
    const agreeing = total - differences.length;
    const percentage = ((100 * agreeing) / Math.max(total, 1)).toFixed(2);
    console.log(
      `${name}: ${agreeing} of ${total} agree, ${percentage} % (at least ${100 * demanded} %)`,
    );
    return agreeing >= demanded * total;
  }

  #ask(text: string): Promise<Reading> {
    return this.#cache.get(withoutCells(text), (asked) => this.#pool.ask(asked));
  }

  async #shrink(difference: Difference): Promise<Difference> {
    let smallest = difference;
    await shrink(difference.text, async (text) => {
      try {
        const found = compare(text, await this.#pool.ask(withoutCells(text)));
        if (found !== undefined && text.length < smallest.text.length) smallest = found;
        return found !== undefined;
      } catch {
        return false;
      }
    });
    return smallest;
  }
}

/** Works on numbers from 0 on, a few at a time. */
async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

if (isMainThread) process.exitCode = (await main()) ? 0 : 1;
else serveAnswers();
