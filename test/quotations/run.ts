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
  const others = judgeGold('development-de-fr-es', process.cwd());
  const othersHeldOut = judgeGold('held-out-de-fr-es', process.cwd());
  console.log(`English and Dutch\n\n${goldTable(development, heldOut).join('\n')}\n`);
  console.log(`German, French and Spanish\n\n${goldTable(others, othersHeldOut).join('\n')}`);
  if (!values.misses) return;
  for (const one of [...development, ...heldOut, ...others, ...othersHeldOut]) printMiss(one);
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
