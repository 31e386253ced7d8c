import { randomSource } from '../../conformance/soup';
import { Engine } from '../../tools/engine';
import type { Benchmark } from '../figures';
import { heapOfData } from '../measure';
import { manuscript } from '../texts/manuscript';

const EDITS = 2_000;

/** What an hour of typing leaves behind in memory. */
export const memoryBenchmark: Benchmark = {
  name: 'memory',
  about: `The heap before and after ${EDITS.toLocaleString('en')} edits of a paper of 1 MB, with all garbage collected, and without compiled code.`,
  async measure(report) {
    report(`${EDITS} edits`);
    await warmUp();
    const text = manuscript(1_000_000);
    const empty = heapOfData();
    const engine = new Engine();
    await engine.open('paper.md', text);
    const random = randomSource(5);
    await typeAndDelete(engine, 'paper.md', text, random, 20);
    const before = heapOfData();
    await typeAndDelete(engine, 'paper.md', text, random, EDITS / 2);
    const after = heapOfData();
    const megabytes = (bytes: number) => bytes / 1e6;
    return {
      tables: [
        {
          title: 'Heap, MB',
          columns: ['before', 'after', 'more'],
          rows: [
            {
              name: `${EDITS.toLocaleString('en')} edits of 1 MB`,
              cells: [before - empty, after - empty, after - before].map(megabytes),
            },
          ],
        },
      ],
      promises: [
        {
          what: 'the heap after the edits, against the heap before',
          value: (after - empty) / (before - empty),
          unit: 'times',
          bound: 'at most',
          limit: 1.1,
        },
      ],
    };
  },
};

/** Compiled code stays in the heap: it is made before, for another text, and is no paper’s. */
async function warmUp(): Promise<void> {
  const engine = new Engine();
  const text = manuscript(100_000);
  await engine.open('other.md', text);
  await typeAndDelete(engine, 'other.md', text, randomSource(9), EDITS / 2);
}

/** The text is the same again in the end: what the heap holds more then is nobody’s. */
async function typeAndDelete(
  engine: Engine,
  path: string,
  text: string,
  random: () => number,
  times: number,
): Promise<void> {
  for (let edit = 0; edit < times; edit++) {
    const start = Math.floor(random() * text.length);
    await engine.edit(path, [{ range: { start, end: start }, newText: 'e' }]);
    await engine.edit(path, [{ range: { start, end: start + 1 }, newText: '' }]);
  }
}
