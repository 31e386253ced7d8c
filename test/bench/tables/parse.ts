import { ArgdownApplication, ModelPlugin, ParserPlugin } from '@argdown/core';
import { parser as lezer } from '@lezer/markdown';
import { Parser as CommonMark } from 'commonmark';
import { parse as micromark, postprocess, preprocess } from 'micromark';
import { parse } from '../../../server/src/core/syntax';
import { checkOnce, Engine } from '../../tools/engine';
import type { Benchmark, Figures, Promised, Report, Table } from '../figures';
import { measureInTurn, type Timing } from '../measure';
import { argdownNotation } from '../texts/argdown';
import { denseManuscript } from '../texts/denseManuscript';
import { manuscript } from '../texts/manuscript';

/** A paper, a book, and more than anybody writes. */
const SIZES = [100_000, 1_000_000, 5_000_000];

/** The sizes at which a slow parser is still bearable. */
const MICROMARK_AT_MOST = 1_000_000;

/** What reading a whole manuscript costs, against simpler work on the same text. */
export const parseBenchmark: Benchmark = {
  name: 'parse',
  about: 'A whole manuscript, from its text to elements, and to findings.',
  async measure(report) {
    const tables: Table[] = [];
    const promises: Promised[] = [];
    for (const size of SIZES) {
      const timings = await compare(manuscript(size), argdown(size), report);
      tables.push(tableOf(`A paper of ${sizeName(size)} with a tag per 1,000 characters`, timings));
      if (size === 1_000_000) promises.push(...promisesOf(timings));
    }
    const dense = await compare(denseManuscript(1_000_000), undefined, report);
    tables.push(tableOf('A text of 1 MB with six tags per 1,000 characters', dense));
    return { tables, promises } satisfies Figures;
  },
};

const READ = 'reading every character once';
const PARSE = 'parse';
const CHECK = 'parse, facts, graph and rules';
const FOLLOW = 'the same, and ready to be kept up to date';
const LEZER = '@lezer/markdown, bare';

type Timings = Readonly<Record<string, Timing>>;

/** All of it in this one process, so that the ratios mean something. */
function compare(text: string, equal: string | undefined, report: Report): Promise<Timings> {
  report(`${(text.length / 1e6).toFixed(1)} MB`);
  const works: Record<string, () => unknown> = {
    [READ]: () => readOnce(text),
    [PARSE]: () => walk(text),
    [CHECK]: () => checkOnce('paper.md', text),
    [FOLLOW]: () => new Engine().open('paper.md', text),
    [LEZER]: () => lezer.parse(text),
    commonmark: () => new CommonMark().parse(text),
  };
  if (text.length <= MICROMARK_AT_MOST * 1.1) {
    works['micromark, events only'] = () =>
      postprocess(
        micromark()
          .document()
          .write(preprocess()(text, undefined, true)),
      );
  }
  if (equal !== undefined)
    works['Argdown’s parser and model, on an equal text'] = () => argue(equal);
  return measureInTurn(works);
}

function tableOf(title: string, timings: Timings): Table {
  const own = timings[PARSE]?.minimum ?? Number.NaN;
  return {
    title,
    columns: ['min ms', 'median', 'p95', 'runs', '÷ parse'],
    rows: Object.entries(timings).map(([name, { minimum, median, p95, runs }]) => ({
      name,
      cells: [minimum, median, p95, runs, minimum / own],
    })),
  };
}

function promisesOf(timings: Timings): Promised[] {
  const minimum = (name: string) => timings[name]?.minimum ?? Number.NaN;
  return [
    {
      what: 'parse of 1 MB, faster than bare @lezer/markdown',
      value: minimum(LEZER) / minimum(PARSE),
      unit: 'times',
      bound: 'at least',
      limit: 6,
    },
    {
      what: 'parse, facts, graph and rules of 1 MB, against the parse',
      value: minimum(CHECK) / minimum(PARSE),
      unit: 'times',
      bound: 'at most',
      limit: 2.5,
    },
  ];
}

function readOnce(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

/** A parse and a walk over what it found: what is made only when asked for counts as well. */
function walk(text: string): number {
  const { elements, leaves, citations } = parse(text);
  return elements.length + leaves.length + citations.length;
}

function argdown(size: number): string {
  return manuscript(size, { notation: argdownNotation });
}

/** @throws where Argdown does not read the text: a text full of errors would be no match. */
function argue(input: string): unknown {
  const application = new ArgdownApplication();
  application.addPlugin(new ParserPlugin(), 'parse-input');
  application.addPlugin(new ModelPlugin(), 'build-model');
  const response = application.run({ process: ['parse-input', 'build-model'], input });
  const [problem] = [...(response.parserErrors ?? []), ...(response.exceptions ?? [])];
  if (problem) throw new Error(`Argdown does not read its text: ${problem.message}`);
  return response;
}

function sizeName(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000} MB` : `${size / 1_000} KB`;
}
