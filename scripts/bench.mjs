// `npm run bench`: what parsing and checking cost, as ratios to simpler work on the same text.
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  process.exitCode = await runTypeScript('test/bench/bench.ts', process.argv.slice(2));
});
