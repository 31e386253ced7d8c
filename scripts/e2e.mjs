// `npm run test:e2e -- [suite] [web] [ui] [--filter TEXT]`: the end-to-end tests in a real VS Code.
import { ensureBuilt } from './lib/build.mjs';
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await runTypeScript('test/e2e/run.ts', process.argv.slice(2));
});
