import { completionsAt, mayCite } from '../../../server/src/core/features/completion/completion';
import { RecentReferences } from '../../../server/src/core/features/completion/recentReferences';
import { hoverAt } from '../../../server/src/core/features/hover';
import type { Project } from '../../../server/src/core/project';
import type { Work } from '../../../server/src/core/sources/bibliography';
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
  type: 'article',
  names: [{ family: 'Author' }, { family: 'Writer' }],
  year: '2012',
  title: 'On the many ways to put a title to what was found',
}));

const HOVERS = { 'a hover on a tag': true, 'a hover in prose': false };

/** What a list of completions and a hover cost, in a text that has just been edited. */
export const completionBenchmark: Benchmark = {
  name: 'completion',
  about:
    'A list of completions after the edit that brings it up, and a hover after a letter, inside the process.',
  async measure(report) {
    const tables: Table[] = [];
    const promises: Promised[] = [];
    for (const [name, size] of Object.entries(SIZES)) {
      report(name);
      const text = manuscript(size);
      const timings = await lists(text);
      const hovered = await hovers(text);
      tables.push({
        title: `A paper of ${name}, ms`,
        columns: ['median', 'p95', 'max', 'times'],
        rows: [...timings, ...hovered].map(([what, { median, p95, maximum, runs }]): Row => ({
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
      promises.push({
        what: 'a hover on a tag of 1 MB, median',
        value: hovered.get('a hover on a tag')?.median ?? Number.NaN,
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

async function hovers(text: string): Promise<ReadonlyMap<string, Timing>> {
  const engine = new Engine();
  await engine.open('paper.md', text);
  const choose = chooserOf(randomSource(23));
  const ends = [...text.matchAll(/[a-z]\.\n\n/g)].map(({ index }) => index + 1);
  const tags = [...text.matchAll(/\]\{\.claim /g)].map(({ index }) => index - 2);
  const times = new Map<string, Timing>();
  for (const [name, isOnTag] of Object.entries(HOVERS)) {
    collectGarbage();
    const own: number[] = [];
    for (let number = -WARMUP; number < TIMES; number++) {
      const start = ends[choose.below(ends.length)] ?? 0;
      await engine.editOpen('paper.md', [{ range: { start, end: start }, newText: 's' }]);
      const project = await engine.project('paper.md');
      const tag = tags[choose.below(tags.length)] ?? 0;
      const offset = isOnTag ? tag + (start <= tag ? 1 : 0) : start - 3;
      const taken = await timeOf(() => hoverAt(project, `${ROOT}paper.md`, offset));
      await engine.editOpen('paper.md', [{ range: { start, end: start + 1 }, newText: '' }]);
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
