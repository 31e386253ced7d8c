import { completionsAt, mayCite } from '../../../server/src/core/features/completion/completion';
import { RecentReferences } from '../../../server/src/core/features/completion/recentReferences';
import type { Work } from '../../../server/src/core/features/completion/works';
import type { Project } from '../../../server/src/core/project';
import { randomSource } from '../../conformance/soup';
import { Engine } from '../../tools/engine';
import { ROOT } from '../../tools/memoryFileSystem';
import type { Benchmark, Promised, Row, Table } from '../figures';
import { collectGarbage, timeOf, Timing } from '../measure';
import { manuscript } from '../texts/manuscript';
import { chooserOf } from '../texts/prose';

const SIZES = { '100 KB': 100_000, '1 MB': 1_000_000, '5 MB': 5_000_000 };

const TIMES = 200;
const WARMUP = 20;

/** What an author has just typed, at the end of a random paragraph. */
export const TYPED: Readonly<Record<string, string>> = {
  'a kind': ' [Some words]{.c',
  'an attribute': ' [Some words]{.claim ',
  'an id for the tag': ' [Some words]{.claim #',
  'a value': ' [Some words]{.claim type=f',
  'a claim, in a list': ' [Some words]{.claim from="c-',
  'evidence and works, in a list': ' [Some words]{.claim evidence="',
  'any of four kinds': ' [Some words]{.claim cause="#',
  'the target of a link': ' [there](#',
  'a work, in prose': ' [see @',
  'a tag to be filled in': ' /cl',
  'a space in prose: nothing': ' ',
};

/** The entries of a bibliography as large as those of people who never throw anything away. */
const WORKS: readonly Work[] = Array.from({ length: 2_000 }, (_, index) => ({
  key: `author${index}`,
  authors: 'Author & Writer',
  year: '2012',
  title: 'On the many ways to put a title to what was found',
}));

/** What a list of completions costs, in a text that has just been edited. */
export const completionBenchmark: Benchmark = {
  name: 'completion',
  about: 'A list of completions, after the edit that brings it up, inside the process.',
  async measure(report) {
    const tables: Table[] = [];
    const promises: Promised[] = [];
    for (const [name, size] of Object.entries(SIZES)) {
      report(name);
      const timings = await lists(manuscript(size));
      tables.push({
        title: `A paper of ${name}, ms`,
        columns: ['median', 'p95', 'max', 'times'],
        rows: [...timings].map(([what, { median, p95, maximum, runs }]): Row => ({
          name: what,
          cells: [median, p95, maximum, runs],
        })),
      });
      if (name !== '1 MB') continue;
      const slowest = [...timings].sort(([, a], [, b]) => b.median - a.median)[0];
      promises.push({
        what: `completions at 1 MB, median of the slowest kind (${slowest?.[0] ?? ''})`,
        value: slowest?.[1].median ?? Number.NaN,
        unit: 'ms',
        bound: 'at most',
        limit: 5,
      });
    }
    return { tables, promises };
  },
};

async function lists(text: string): Promise<ReadonlyMap<string, Timing>> {
  const engine = new Engine();
  await engine.open('paper.md', text);
  const recent = new RecentReferences();
  const choose = chooserOf(randomSource(19));
  const ends = [...text.matchAll(/[a-z]\.\n\n/g)].map(({ index }) => index + 2);
  const times = new Map<string, Timing>();
  for (const [name, newText] of Object.entries(TYPED)) {
    collectGarbage();
    const own: number[] = [];
    for (let number = -WARMUP; number < TIMES; number++) {
      const start = ends[choose.below(ends.length)] ?? 0;
      await engine.editOpen('paper.md', [{ range: { start, end: start }, newText }]);
      const project = await engine.project('paper.md');
      const offset = start + newText.length;
      const taken = await timeOf(() => ask(project, offset, recent));
      await engine.editOpen('paper.md', [{ range: { start, end: offset }, newText: '' }]);
      if (number >= 0) own.push(taken);
    }
    times.set(name, new Timing(own));
  }
  return times;
}

function ask(project: Project, offset: number, recent: RecentReferences): void {
  const vantage = { uri: `${ROOT}paper.md`, offset, recent: recent.of(project) };
  const works = mayCite({ project, vantage }) ? WORKS : [];
  completionsAt({ project, vantage, works }, { isAsked: false, byWord: true });
}
