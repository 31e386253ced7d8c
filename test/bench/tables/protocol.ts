import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { TextEdit } from '../../../server/src/core/text/textEdit';
import { randomSource } from '../../conformance/soup';
import { Engine } from '../../tools/engine';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';
import type { Benchmark, Promised, Row, Table } from '../figures';
import { Timing } from '../measure';
import { manuscript } from '../texts/manuscript';
import { TYPED } from './completion';
import { LARGE_PROJECT, projectFiles } from '../texts/projectFiles';
import { Typist, type Answer, type Question } from '../typist';

const SIZES = { '1 MB': 1_000_000, '5 MB': 5_000_000 };

/** Edits of a kind, or fewer where they take longer than this, in milliseconds. */
const EDITS = 200;
const TIME = 20_000;
const WARMUP = 10;

/** Twenty letters a second: faster than anybody types for long. */
const BETWEEN_LETTERS = 50;
const LETTERS = 200;

/** Lists of completions of a kind. */
const LISTS = 40;

/** What an editor asks while its user types. */
const QUESTIONS = ['textDocument/hover', 'textDocument/documentSymbol', 'textDocument/codeAction'];

/** Latency as an editor sees it: the built server over standard input and output, without its debounce. */
export const protocolBenchmark: Benchmark = {
  name: 'protocol',
  about: 'The built server over standard input and output, with no debounce, as an editor sees it.',
  async measure(report) {
    const tables: Table[] = [];
    const promises: Promised[] = [];
    for (const [name, size] of Object.entries(SIZES)) {
      report(name);
      const typist = await Typist.open('untitled:Paper', manuscript(size));
      try {
        await typist.untilPublished();
        const published = await typeAndWait(typist);
        const answered = await typeAndAsk(typist);
        const completed = await typeAndComplete(typist);
        tables.push(
          tableOf(
            `A paper of ${name}: from the change to the published diagnostics, ms`,
            published,
          ),
          {
            title: `A paper of ${name}: answers while letters are typed, 20 a second, ms`,
            columns: ['p50', 'p95', 'max', 'times', 'cancelled at the next letter'],
            rows: answered,
          },
          tableOf(`A paper of ${name}: from a key to the list of completions, ms`, completed),
        );
        if (name === '1 MB') promises.push(...promisesOf(published), ofCompletions(completed));
      } finally {
        await typist.stop();
      }
    }
    report('1,000 files');
    tables.push(await whileIndexing());
    return { tables, promises };
  },
};

type Times = ReadonlyMap<string, Timing>;

const REFERENCE = 'a letter in a reference, which breaks or mends it';
const ENTER = 'Enter, which moves all diagnostics below';

/** Edits that change what is published, each taken back by the next; both are measured. */
async function typeAndWait(typist: Typist): Promise<Times> {
  const { text } = typist;
  const references = [...text.matchAll(/evidence="/g)].map(({ index }) => index + 10);
  const kinds: Record<string, (random: number) => TextEdit> = {
    [REFERENCE]: (random) => insert(references[Math.floor(random * references.length)] ?? 0, 'x'),
    // In the first half, so that there are diagnostics below; between sections, so that nothing else changes.
    [ENTER]: (random) => insert(text.indexOf('\n## ', (random * text.length) / 2), '\n'),
  };
  const times = new Map<string, Timing>();
  const random = randomSource(11);
  for (const [name, make] of Object.entries(kinds)) {
    const own: number[] = [];
    const begin = performance.now();
    for (let number = -WARMUP; number < EDITS && performance.now() < begin + TIME; number++) {
      const edit = make(random());
      // Where edits are slow, so is warming up.
      if (performance.now() > begin + TIME / 4) number = Math.max(number, 0);
      for (const act of [() => typist.edit(edit), () => typist.takeBack(edit)]) {
        const start = performance.now();
        await act();
        await typist.untilPublished();
        if (number >= 0) own.push(performance.now() - start);
      }
    }
    times.set(name, new Timing(own));
  }
  return times;
}

/** Types at a steady pace and asks at every letter; what is not answered at the next letter is cancelled. */
async function typeAndAsk(typist: Typist): Promise<readonly Row[]> {
  const { text } = typist;
  const random = randomSource(13);
  const asked: { readonly method: string; readonly question: Question }[] = [];
  let open: Question[] = [];
  let typed: TextEdit | undefined;
  for (let letter = 0; letter < LETTERS; letter++) {
    const next = performance.now() + BETWEEN_LETTERS;
    for (const question of open) question.cancel();
    if (typed) {
      await typist.takeBack(typed);
      typed = undefined;
    } else {
      typed = insert(Math.floor(random() * text.length), 'e');
      await typist.edit(typed);
    }
    open = QUESTIONS.map((method) => {
      const question = typist.ask(method, Math.floor(random() * text.length));
      asked.push({ method, question });
      return question;
    });
    await sleep(Math.max(0, next - performance.now()));
  }
  const answers = new Map(QUESTIONS.map((method): [string, Answer[]] => [method, []]));
  for (const { method, question } of asked) answers.get(method)?.push(await question.answer);
  return [...answers].map(([method, own]) => {
    const answered = own.filter(({ isCancelled }) => !isCancelled);
    const timing = new Timing(answered.map(({ milliseconds }) => milliseconds));
    const late = own.length - answered.length;
    return { name: method, cells: [timing.median, timing.p95, timing.maximum, timing.runs, late] };
  });
}

/** Types what brings up a list, at random paragraphs, and waits for it; what was typed is taken back. */
async function typeAndComplete(typist: Typist): Promise<Times> {
  const { text } = typist;
  const ends = [...text.matchAll(/[a-z]\.\n\n/g)].map(({ index }) => index + 2);
  const times = new Map<string, Timing>();
  const random = randomSource(19);
  for (const [name, newText] of Object.entries(TYPED)) {
    const own: number[] = [];
    for (let number = -WARMUP; number < LISTS; number++) {
      const edit = insert(ends[Math.floor(random() * ends.length)] ?? 0, newText);
      const start = performance.now();
      await typist.edit(edit);
      await typist.ask('textDocument/completion', edit.range.start, newText.length).answer;
      if (number >= 0) own.push(performance.now() - start);
      await typist.takeBack(edit);
      await sleep(BETWEEN_LETTERS);
    }
    times.set(name, new Timing(own));
  }
  return times;
}

/** Asks for hovers on an open document, one after the other, while the server reads a large project. */
async function whileIndexing(): Promise<Table> {
  const files = projectFiles(LARGE_PROJECT);
  const judged = await filesWithFindings(files);
  const folder = await mkdtemp(path.join(tmpdir(), 'warrant-bench-'));
  try {
    await writeFiles(folder, files);
    const [first = '', text = ''] = [...files].find(([name]) => name.endsWith('.md')) ?? [];
    const root = pathToFileURL(folder).toString();
    const seen = new Set<string>();
    let notes = 0;
    const start = performance.now();
    const typist = await Typist.open(`${root}/${first}`, text, {
      folders: [root],
      onProgress: () => notes++,
      onPublished: ({ uri, diagnostics }) => {
        if (diagnostics.length > 0) seen.add(uri);
      },
    });
    const times: number[] = [];
    try {
      const random = randomSource(17);
      while (seen.size < judged && performance.now() - start < TIME * 6) {
        const { answer } = typist.ask('textDocument/hover', Math.floor(random() * text.length));
        times.push((await answer).milliseconds);
        await sleep(5);
      }
    } finally {
      await typist.stop();
    }
    const indexed = performance.now() - start;
    const table = tableOf(
      `1,000 files are indexed (${(indexed / 1000).toFixed(1)} s, ${notes} notes of progress): answers meanwhile, ms`,
      new Map([['hover on an open document', new Timing(times)]]),
    );
    return table;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many files have findings: when as many are published, the project is indexed. */
async function filesWithFindings(files: ReadonlyMap<string, string>): Promise<number> {
  const engine = new Engine(new MemoryFileSystem(Object.fromEntries(files)));
  const findings = await engine.findings([...files.keys()].at(-1) ?? '');
  return new Set(findings.map(({ place }) => place.uri).filter((uri) => uri.startsWith(ROOT))).size;
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function tableOf(title: string, times: Times): Table {
  return {
    title,
    columns: ['p50', 'p95', 'max', 'times'],
    rows: [...times].map(([name, { median, p95, maximum, runs }]): Row => ({
      name,
      cells: [median, p95, maximum, runs],
    })),
  };
}

function promisesOf(published: Times): Promised[] {
  return [...published].map(([name, { p95 }]) => ({
    what: `1 MB: ${name}, to its diagnostics, p95`,
    value: p95,
    unit: 'ms',
    bound: 'at most',
    limit: 10,
  }));
}

function ofCompletions(completed: Times): Promised {
  const medians = [...completed.values()].map(({ median }) => median);
  return {
    what: '1 MB: a key, to the list of completions, median of the slowest kind',
    value: Math.max(...medians),
    unit: 'ms',
    bound: 'at most',
    limit: 5,
  };
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
