import process from 'node:process';
import { readOptions } from '../tools/commandLine';
import { goldTable, judgeGold, type JudgedCase } from './gold';

const usage = `npm run quotations -- [options]

Prints how many quotations of the gold table are judged rightly, as docs/quotations.md has it.

  --misses     and the quotations that are judged otherwise than they should be`;

function main(): void {
  const { values } = readOptions({
    options: {
      misses: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const development = judgeGold('development', process.cwd());
  const heldOut = judgeGold('held-out', process.cwd());
  console.log(goldTable(development, heldOut).join('\n'));
  if (values.misses) for (const one of [...development, ...heldOut]) printMiss(one);
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
