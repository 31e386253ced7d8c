import { parse } from '../../../server/src/core/syntax';
import { randomSource } from '../../conformance/soup';
import { Engine } from '../../tools/engine';
import { MemoryFileSystem } from '../../tools/memoryFileSystem';
import type { Benchmark, Promised, Row } from '../figures';
import { collectGarbage, heapInUse, measureInTurn, timeOf, Timing } from '../measure';
import { LARGE_PROJECT, projectFiles } from '../texts/projectFiles';

/** The index takes seconds, so that a few runs must do. */
const RUNS = 3;
const EDITS = 100;
/** What one kind of edits may take at most, in milliseconds. */
const TIME = 5_000;

/** What a large project costs: to index, to keep, and to follow one author’s edits in it. */
export const projectBenchmark: Benchmark = {
  name: 'project',
  about: '1,000 files, 20 MB, 20,000 tags: cold index, an edit of one file, memory.',
  async measure(report) {
    const files = projectFiles(LARGE_PROJECT);
    const texts = [...files].filter(([path]) => path.endsWith('.md'));
    const fileSystem = new MemoryFileSystem(Object.fromEntries(files));
    const last = texts.at(-1)?.[0] ?? '';
    const characters = texts.reduce((sum, [, text]) => sum + text.length, 0);
    const kept = await follow(fileSystem, texts, report);
    const { letters, ids, shared } = kept;
    report('cold index');
    // Of the project before nothing is left: a server that starts has no other.
    collectGarbage();
    const index = await measureInTurn(
      {
        parse: () => {
          for (const [, text] of texts) parse(text);
        },
        index: () => new Engine(fileSystem).project(last),
        findings: () => new Engine(fileSystem).findings(last),
      },
      { runs: RUNS, warmup: 1, time: 15_000 },
    );
    const timings: Record<string, Timing> = {
      'bare parse of all files': index.parse,
      'cold index: read, parse, facts, graph': index.index,
      'the same, and all rules: the findings of all files': index.findings,
      [`${LETTER}: open files are checked`]: letters.open,
      [`${LETTER}: all files are checked`]: letters.all,
      [`${ID}: open files are checked`]: ids.open,
      [`${ID}: all files are checked`]: ids.all,
      [`${SHARED}: open files are checked`]: shared.open,
      [`${SHARED}: all files are checked`]: shared.all,
    };
    return {
      tables: [
        {
          title: `${texts.length} files, ${(characters / 1e6).toFixed(1)} MB, ${kept.elements} elements, ${kept.findings} findings; ms`,
          columns: ['min', 'median', 'p95', 'runs'],
          rows: Object.entries(timings).map(([name, { minimum, median, p95, runs }]): Row => ({
            name,
            cells: [minimum, median, p95, runs],
          })),
        },
      ],
      promises: promisesOf(index, letters, ids, kept.heap / characters),
    };
  },
};

/** Puts the project together, and follows edits in it. */
async function follow(
  fileSystem: MemoryFileSystem,
  texts: readonly (readonly [path: string, text: string])[],
  report: (what: string) => void,
) {
  const last = texts.at(-1)?.[0] ?? '';
  report('memory');
  // First of all, since what was measured before may not have been let go of yet.
  const empty = heapInUse();
  const engine = new Engine(fileSystem);
  const findings = await engine.findings(last);
  const heap = heapInUse() - empty;
  const { elements } = await engine.project(last);
  report('edits');
  // The first file defines what all others use; it is the only one that is open.
  const shared = await edits(
    engine,
    texts.slice(0, 1),
    (text) => text.lastIndexOf(CONSTRUCT) + CONSTRUCT.length,
  );
  const letters = await edits(engine, texts, (text, random) => Math.floor(random() * text.length));
  const ids = await edits(engine, texts, (text) => text.indexOf(EVIDENCE) + EVIDENCE.length);
  return {
    heap,
    findings: findings.length,
    elements: elements.length,
    letters,
    ids,
    shared,
  };
}

const EVIDENCE = '{.evidence #';
const CONSTRUCT = '{.construct #';

const LETTER = 'a letter typed anywhere in one file';
const ID = 'a letter typed in an id that others refer to';
const SHARED = 'a letter typed in an id that all files refer to';

/** How long edits take until what the author looks at is checked, and until closed files are as well. */
interface Edits {
  readonly open: Timing;
  readonly all: Timing;
}

function promisesOf(
  index: Readonly<Record<'parse' | 'index' | 'findings', Timing>>,
  letters: Edits,
  ids: Edits,
  heap: number,
): Promised[] {
  const inTime = (what: string, { p95 }: Timing): Promised => ({
    what,
    value: p95,
    unit: 'ms',
    bound: 'at most',
    limit: 10,
  });
  const ofParse = (what: string, { minimum }: Timing): Promised => ({
    what,
    value: minimum / index.parse.minimum,
    unit: 'times',
    bound: 'at most',
    limit: 3,
  });
  return [
    ofParse('cold index, against the bare parse of the same files', index.index),
    ofParse('the same, and the findings of all files', index.findings),
    inTime(`${LETTER}, to the findings of open files, p95`, letters.open),
    inTime('the same, to the findings of all files', letters.all),
    inTime(`${ID}, to the findings of open files, p95`, ids.open),
    inTime('the same, to the findings of all files it concerns', ids.all),
    {
      what: 'heap, against the characters of the text',
      value: heap,
      unit: 'times',
      bound: 'at most',
      limit: 12,
    },
  ];
}

/**
 * Types a letter in one file after the other and takes it back; only the typing is measured. Files that were typed in stay
 * open.
 */
async function edits(
  engine: Engine,
  texts: readonly (readonly [path: string, text: string])[],
  place: (text: string, random: () => number) => number,
): Promise<Edits> {
  const random = randomSource(7);
  const open: number[] = [];
  const all: number[] = [];
  collectGarbage();
  const end = performance.now() + TIME;
  for (let number = 0; number < EDITS && performance.now() < end; number++) {
    const [path, text] = texts[Math.floor(random() * texts.length)] ?? ['', ''];
    if (!engine.isOpen(path)) await engine.open(path, text);
    const start = place(text, random);
    const typed = [{ range: { start, end: start }, newText: 'e' }];
    const first = await timeOf(() => engine.editOpen(path, typed));
    open.push(first);
    all.push(first + (await timeOf(() => engine.settle(path))));
    await engine.edit(path, [{ range: { start, end: start + 1 }, newText: '' }]);
  }
  return { open: new Timing(open), all: new Timing(all) };
}
