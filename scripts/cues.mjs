// `npm run cues`: how well the suggestions for untagged text agree with the gold standard.
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  process.exitCode = await runTypeScript('test/cues/run.ts', process.argv.slice(2));
});
