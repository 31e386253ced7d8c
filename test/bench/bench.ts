import { writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import process from 'node:process';
import { readOptions, refuse } from '../tools/commandLine';
import { toMarkdown, type Benchmark, type Figures } from './figures';
import { writeFigures } from './page';
import { bibliographyBenchmark } from './tables/bibliography';
import { completionBenchmark } from './tables/completion';
import { editBenchmark } from './tables/edit';
import { mapBenchmark } from './tables/map';
import { memoryBenchmark } from './tables/memory';
import { parseBenchmark } from './tables/parse';
import { projectBenchmark } from './tables/project';
import { protocolBenchmark } from './tables/protocol';
import { quotationsBenchmark } from './tables/quotations';
import { readingBenchmark } from './tables/reading';

const BENCHMARKS: readonly Benchmark[] = [
  parseBenchmark,
  editBenchmark,
  projectBenchmark,
  completionBenchmark,
  bibliographyBenchmark,
  mapBenchmark,
  quotationsBenchmark,
  readingBenchmark,
  memoryBenchmark,
  protocolBenchmark,
];

/** What the figures were measured on; other machines give other figures and much the same ratios. */
const machine = `Node ${process.versions.node} on ${process.platform} (${process.arch}), ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory`;

const { values, positionals } = readOptions({
  options: { json: { type: 'string' }, write: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !BENCHMARKS.some((known) => known.name === name));
if (unknown !== undefined) {
  const names = BENCHMARKS.map(({ name }) => name).join(', ');
  refuse(`there is no benchmark “${unknown}”; there are ${names}`);
}

console.log(machine);
const measured = new Map<string, Figures>();
for (const benchmark of BENCHMARKS) {
  const { name, about } = benchmark;
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n# ${name}\n\n${about}\n`);
  const figures = await benchmark.measure((message) =>
    process.stderr.write(`  ${name}: ${message}…\n`),
  );
  measured.set(name, figures);
  console.log(toMarkdown(figures));
}

if (values.json !== undefined) {
  const figures = { version: 1, machine, benchmarks: Object.fromEntries(measured) };
  await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
}
if (values.write !== undefined) {
  const tables = [...measured].map(([name, figures]) => [name, toMarkdown(figures)] as const);
  await writeFigures(values.write, new Map([...tables, ['machine', `${machine}.`]]));
}
