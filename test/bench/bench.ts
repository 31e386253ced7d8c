import { parser as markdownParser } from '@lezer/markdown';
import { Workspace } from '../../server/src/core/project';
import { runRules } from '../../server/src/core/rules';
import { parse } from '../../server/src/core/syntax';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { manuscript } from './manuscript';
import { measure, type Timing } from './measure';

/** The sizes that are compared: a paper, a book, and more than anybody writes. */
const SIZES = [100_000, 1_000_000, 5_000_000];

/** What is measured, on one text; all of it in this one process, so that the ratios mean something. */
async function benchmark(text: string): Promise<Record<string, Timing>> {
  const runs = text.length > 2_000_000 ? 7 : 20;
  return {
    'read every character once': await measure(() => readOnce(text), { runs }),
    'bare @lezer/markdown': await measure(() => markdownParser.parse(text), { runs }),
    'full parse': await measure(() => parse(text), { runs }),
    'check (parse, facts, graph, rules)': await measure(() => check(text), { runs }),
    'edit to diagnostics': await edits(text, runs),
  };
}

function readOnce(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

async function check(text: string): Promise<number> {
  const workspace = new Workspace(new MemoryFileSystem());
  workspace.setDocument(paper, text);
  return runRules(await workspace.projectOf(paper)).length;
}

const paper = `${ROOT}paper.md`;

/** Types a character in the middle, again and again, and asks each time for the findings. */
async function edits(text: string, runs: number): Promise<Timing> {
  const workspace = new Workspace(new MemoryFileSystem());
  const middle = text.indexOf('turned, over', text.length / 2);
  let typed = '';
  return measure(
    async () => {
      typed += 'x';
      workspace.setDocument(paper, text.slice(0, middle) + typed + text.slice(middle));
      runRules(await workspace.projectOf(paper));
    },
    { runs },
  );
}

for (const size of SIZES) {
  const text = manuscript(size);
  const timings = await benchmark(text);
  const once = timings['read every character once']?.minimum ?? Number.NaN;
  const lezer = timings['bare @lezer/markdown']?.minimum ?? Number.NaN;
  console.log(`\n${(text.length / 1000).toFixed(0)} KB`);
  console.log(row('', 'min ms', 'median', 'p95', '÷ read once', '÷ lezer'));
  for (const [name, { minimum, median, p95 }] of Object.entries(timings)) {
    const figures = [minimum, median, p95].map((value) => value.toFixed(2));
    console.log(row(name, ...figures, ratio(minimum / once), ratio(minimum / lezer)));
  }
}

function ratio(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join('');
}
