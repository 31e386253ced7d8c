// `npm run quotations`: how many altered quotations are judged rightly.
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  process.exitCode = await runTypeScript('test/quotations/run.ts', process.argv.slice(2));
});
