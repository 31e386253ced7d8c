import type { TextEdit } from '../../../server/src/core/text/textEdit';
import { randomSource } from '../../conformance/soup';
import { Engine } from '../../tools/engine';
import type { Benchmark, Promised, Row, Table } from '../figures';
import { collectGarbage, timeOf, Timing } from '../measure';
import { chooserOf, type Chooser } from '../texts/prose';
import { manuscript } from '../texts/manuscript';

const SIZES = { '100 KB': 100_000, '1 MB': 1_000_000, '5 MB': 5_000_000 };

/** Edits of a kind, or fewer where they take longer than this, in milliseconds. */
const EDITS = 400;
const TIME = 8_000;
const WARMUP = 20;

/** What an author does to a text, each at a random place. */
const KINDS: Readonly<Record<string, (text: string, choose: Chooser) => TextEdit | undefined>> = {
  'a letter anywhere': (text, choose) => insert(choose.below(text.length), letter(choose)),
  'a letter in prose': within(/[a-z]{4} (?=[a-z])/g),
  'a letter in an attribute': within(/[ "][\w-]+="?(?=[\w-])/g),
  'a letter in an id': within(/ #[a-z]-(?=\d)/g),
  'a letter in a reference': within(/(evidence|of)="(?=[a-z])/g),
  'a letter in a heading': within(/^## \w+/gm),
  'a letter in a construct’s term': within(/term="(?=[a-z])/g),
  Enter: (text, choose) => insert(choose.below(text.length), '\n'),
  'a mark that opens something': (text, choose) =>
    insert(
      choose.below(text.length),
      choose.oneOf(['[', '{', '`', '*', '$', '<', ':', '>', '"', '#']),
    ),
  'a line of an opening fence': (text, choose) =>
    before(
      text,
      /\n\n/g,
      choose,
      choose.oneOf(['\n\n```', '\n\n::: {.claim}', '\n\n$$', '\n\n<!--']),
    ),
  'a pasted paragraph': (text, choose) => before(text, /\n\n/g, choose, `\n\n${PARAGRAPH}`),
};

const PARAGRAPH =
  'Where trust was at stake, the owners wrote down what had been agreed, and [nobody asked for more]{.claim}.\n'.repeat(
    4,
  );

/** What an edit costs, from the change of the text to the findings of the project. */
export const editBenchmark: Benchmark = {
  name: 'edit',
  about: 'An edit of a paper, from the change of its text to the new findings, inside the process.',
  async measure(report) {
    const bySize = new Map<string, Map<string, Timing>>();
    for (const [name, size] of Object.entries(SIZES)) {
      report(name);
      bySize.set(name, await edits(manuscript(size)));
    }
    return { tables: tablesOf(bySize), promises: promisesOf(bySize) };
  },
};

/** Every edit is taken back by the next, so that the text stays what it is; taking back is measured too. */
async function edits(text: string): Promise<Map<string, Timing>> {
  const engine = new Engine();
  await engine.open('paper.md', text);
  const times = new Map<string, number[]>();
  const choose = chooserOf(randomSource(3));
  const undoing: number[] = [];
  for (const [name, make] of Object.entries(KINDS)) {
    collectGarbage();
    const own: number[] = [];
    times.set(name, own);
    const start = performance.now();
    for (let number = -WARMUP; number < EDITS && performance.now() < start + TIME; number++) {
      const edit = make(text, choose);
      if (!edit) break;
      // Where edits are slow, so is warming up.
      if (performance.now() > start + TIME / 4) number = Math.max(number, 0);
      const taken = await timeOf(() => engine.edit('paper.md', [edit]));
      const takenBack = await timeOf(() => engine.edit('paper.md', [inverse(edit)]));
      if (number < 0) continue;
      own.push(taken);
      undoing.push(takenBack);
    }
  }
  times.set('taking any of these back', undoing);
  return new Map([...times].map(([name, own]) => [name, new Timing(own)]));
}

function tablesOf(bySize: ReadonlyMap<string, ReadonlyMap<string, Timing>>): Table[] {
  return [...bySize].map(([size, timings]) => ({
    title: `A paper of ${size}, ms`,
    columns: ['median', 'p95', 'max', 'edits'],
    rows: [...timings].map(([name, { median, p95, maximum, runs }]): Row => ({
      name,
      cells: [median, p95, maximum, runs],
    })),
  }));
}

function promisesOf(bySize: ReadonlyMap<string, ReadonlyMap<string, Timing>>): Promised[] {
  const typing = (size: string) => bySize.get(size)?.get('a letter anywhere') ?? new Timing([]);
  const flat = (size: string, limit: number): Promised => ({
    what: `the same at ${size}, against 100 KB (p95)`,
    value: typing(size).p95 / typing('100 KB').p95,
    unit: 'times',
    bound: 'at most',
    limit,
  });
  return [
    {
      what: 'a letter typed anywhere in 1 MB, p95',
      value: typing('1 MB').p95,
      unit: 'ms',
      bound: 'at most',
      limit: 2,
    },
    flat('1 MB', 2),
    flat('5 MB', 3),
  ];
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

function inverse({ range, newText }: TextEdit): TextEdit {
  return { range: { start: range.start, end: range.start + newText.length }, newText: '' };
}

function letter(choose: Chooser): string {
  return choose.oneOf(['e', 't', 'a', 'o', 'i', 'n', ' ']);
}

/** A letter behind a random match of a pattern. */
function within(pattern: RegExp) {
  return (text: string, choose: Chooser): TextEdit | undefined => {
    const match = near(text, pattern, choose);
    return match ? insert(match.index + match[0].length, 'e') : undefined;
  };
}

/** A text before a random match of a pattern. */
function before(
  text: string,
  pattern: RegExp,
  choose: Chooser,
  added: string,
): TextEdit | undefined {
  const match = near(text, pattern, choose);
  return match ? insert(match.index, added) : undefined;
}

/** The first match behind a random place, or the first of all. */
function near(text: string, pattern: RegExp, choose: Chooser): RegExpExecArray | null {
  pattern.lastIndex = choose.below(text.length);
  return pattern.exec(text) ?? pattern.exec(text);
}
