// `npm run bench`: what parsing, checking and editing cost, as ratios within one run. `npm run bench -- edit memory` runs
// some of the tables; `--json FILE` and `--write PAGE` keep the figures.
import { ensureBuilt } from './lib/build.mjs';
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await runTypeScript('test/bench/bench.ts', process.argv.slice(2));
});
