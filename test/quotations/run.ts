import process from 'node:process';
import { readOptions } from '../tools/commandLine';
import { HALVES, judgeGold, type JudgedCase } from './gold';

const usage = `npm run quotations -- [options]

  --misses     the quotations of the development half that are judged otherwise than they should be
  --held-out   the held-out half as well`;

function main(): void {
  const { values } = readOptions({
    options: {
      misses: { type: 'boolean', default: false },
      'held-out': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  for (const half of HALVES) {
    if (half === 'held-out' && !values['held-out']) continue;
    const judged = judgeGold(half, process.cwd());
    console.log(`\n## ${half}\n`);
    console.log(table(judged).join('\n'));
    if (values.misses && half === 'development') for (const one of judged) printMiss(one);
  }
}

function table(judged: readonly JudgedCase[]): string[] {
  const ways = [...new Set(judged.map(({ way }) => way))];
  const row = (name: string, cases: readonly JudgedCase[]) => {
    const right = cases.filter(({ isRight }) => isRight).length;
    return `| ${name} | ${cases.length} | ${right} |`;
  };
  return [
    '| how the quotation was made | cases | judged rightly |',
    '| --- | ---: | ---: |',
    ...ways.map((way) =>
      row(
        way,
        judged.filter((one) => one.way === way),
      ),
    ),
    row('all', judged),
  ];
}

function printMiss({ isRight, expect, outcome, quote, way, verdict }: JudgedCase): void {
  if (isRight) return;
  console.log(`\n${way}: should be ${expect}, is ${outcome}\n  ${quote}`);
  if (verdict.state !== 'altered') return;
  for (const { kind, isGrave, quoted, source } of verdict.changes) {
    console.log(`  ${kind}${isGrave ? '!' : ''}: “${quoted}” for “${source}”`);
  }
}

main();
